// SPDX-License-Identifier: Apache-2.0
#pragma once
// The dates that follow from meetings that are placed, and those that come back by themselves.

#include "capabilities/charter/calendar_rhythm.hpp"

#include <vector>

namespace poa::charter {

/// Of each plenary and review conference: the notice, the documents, the window for objections to applicants
/// (opened with the notice). A window that reaches beyond the meeting's first day is in `unplaced`.
void add_deadlines(const Charter& charter, std::span<const Placed> sessions, Calendar& calendar);

/// Communication checks, counted from the first plenary, on working days.
void add_checks(const Charter& charter, const Rhythm& rhythm, const MeetingDays& days, Day until,
                Calendar& calendar);

/// Reviews of progress: on the last day of the plenary or review conference that is at most eight weeks away,
/// else on their own day. Programmes of work: from the day after the session at which each is adopted; where
/// review conferences adopt them, none before the first of these, and as conditional as the conference.
void add_progress(const Charter& charter, const Rhythm& rhythm, std::span<const Placed> sessions, Day until,
                  Calendar& calendar);
void add_programmes(const Charter& charter, const Rhythm& rhythm, std::span<const Placed> sessions, Day until,
                    Calendar& calendar);

/// Terms of Chairs. For a term: the first from the first session on, each next one `overlap` before the end
/// of the one before. For a session: from the day after the session before to the last day of the own. They
/// have a regional group only where the first's is given.
void add_chairs(const Charter& charter, std::span<const Placed> sessions, std::string_view first_group,
                Day until, Calendar& calendar);

/// The end of the groups that existed at the start.
void add_group_ends(const Charter& charter, const Rhythm& rhythm, Calendar& calendar);

} // namespace poa::charter
