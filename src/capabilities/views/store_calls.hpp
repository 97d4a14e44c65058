// SPDX-License-Identifier: Apache-2.0
#pragma once
// Calls for views, what came in under them and consultations: rows to types and back.

#include "capabilities/views/call.hpp"
#include "storage/database.hpp"

#include <map>

namespace poa::views {

/// With its extensions.
[[nodiscard]] std::optional<Call> find_call(storage::Session& session, std::string_view slug);
/// Newest first, at most `count`; with their extensions.
[[nodiscard]] std::vector<Call> read_calls(storage::Session& session, int count);
/// Inserts, without extensions; `id` of the argument is ignored.
CallId insert_call(storage::Session& session, const Call& call);
/// Marks it closed, where the revision is still the one read; false: somebody was faster.
[[nodiscard]] bool update_closed(storage::Session& session, const Call& call, Instant closed_at);
/// Adds the newest extension, where the revision is still the one read; false: somebody was faster.
[[nodiscard]] bool insert_extension(storage::Session& session, const Call& call, const Extension& extension);

void insert_reminder(storage::Session& session, CallId call, const Reminder& reminder);
/// In the order they were recorded.
[[nodiscard]] std::vector<Reminder> read_reminders(storage::Session& session, CallId call);

/// `id` is ignored; `number` is given, the next of the call. Returns it with both.
[[nodiscard]] Submission insert_submission(storage::Session& session, Submission submission);
/// The newest first.
[[nodiscard]] std::vector<Submission> read_submissions(storage::Session& session, CallId call);
[[nodiscard]] std::optional<Submission> find_submission(storage::Session& session, CallId call,
                                                        std::int64_t number);
/// The one of that actor that stands.
[[nodiscard]] std::optional<Submission> find_standing(storage::Session& session, CallId call,
                                                      std::string_view actor);
/// How many submissions of that actor there are, whatever became of them.
[[nodiscard]] std::int64_t count_submissions(storage::Session& session, CallId call, std::string_view actor);
void update_superseded(storage::Session& session, SubmissionId submission);
void update_withdrawn(storage::Session& session, SubmissionId submission, Instant withdrawn_at);

/// Submissions that stand, by the number of the call's row: how many of States that were called, and how many
/// of those late; of consultations; of stakeholders; of States that were not called.
struct CallCounts {
    std::int64_t states = 0, late = 0, extra = 0, consultation = 0, stakeholders = 0;
};
[[nodiscard]] std::map<std::int64_t, CallCounts> count_standing(storage::Session& session);

/// `id` is ignored; `number` is given. Returns it with both.
[[nodiscard]] Consultation insert_consultation(storage::Session& session, Consultation consultation);
/// In the order they were recorded.
[[nodiscard]] std::vector<Consultation> read_consultations(storage::Session& session, CallId call);

} // namespace poa::views
