// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capabilities/views/checking_views.hpp"

namespace poa::views {

/// Takes views in under a call: of a State by its delegation, of an organisation by its representative, or
/// entered by the secretariat for who sent them otherwise or spoke in a consultation. Text and files become
/// documents of the record (kind "views" for States, "paper" for others). A newer submission of the same
/// actor supersedes the one that stood; both stay on the record. What is late by the deadline that held when
/// it came is taken and marked. Records "views.submit_views" on "views_call:SLUG" for the audience of the
/// call's views. Refuses what check_views refuses, and what importing refuses.
[[nodiscard]] Result<Submission> submit_views(ledger::Work& work, const identity::Actor& actor,
                                              const SubmitViews& request, const members::Register& states);

/// The rest of the same, for views that were checked. Also for entries of a consultation, whose record is
/// their document.
[[nodiscard]] Submission enter_submission(ledger::Work& work, const identity::Actor& actor,
                                          const AcceptedViews& accepted, Submission submission,
                                          const members::Register& states);

} // namespace poa::views
