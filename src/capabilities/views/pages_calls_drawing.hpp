// SPDX-License-Identifier: Apache-2.0
#pragma once
// From page struct to HTML, and to Atom for what comes in under a call.

#include "capabilities/views/pages_calls.hpp"
#include "web/form.hpp"
#include "web/visit.hpp"

namespace poa::views {

[[nodiscard]] web::Screen draw_calls(const CallsPage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_call(const CallPage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_submissions(const SubmissionsPage& page, const web::Visit& visit);
[[nodiscard]] web::Screen draw_no_reply(const NoReplyPage& page, const web::Visit& visit);

// One table of submissions, and how many of how many replied: parts of a call's page.
[[nodiscard]] web::Html draw_submission_table(const std::vector<SubmissionListing>& rows,
                                              std::string_view call, std::string_view heading,
                                              const web::Visit& visit);
[[nodiscard]] web::Html draw_coverage(const CallPage& page, const web::Visit& visit);

[[nodiscard]] web::Screen draw_open_form(const web::Visit& visit, const web::Entered& entered);
[[nodiscard]] web::Screen draw_extend_form(const web::Visit& visit, const web::Entered& entered);
[[nodiscard]] web::Screen draw_close_form(const web::Visit& visit, const web::Entered& entered);
[[nodiscard]] web::Screen draw_remind_form(const web::Visit& visit, const web::Entered& entered);
[[nodiscard]] web::Screen draw_submit_form(const web::Visit& visit, const web::Entered& entered);
[[nodiscard]] web::Screen draw_consultation_form(const web::Visit& visit, const web::Entered& entered);
[[nodiscard]] web::Screen draw_call_withdrawal_form(const web::Visit& visit, const web::Entered& entered);

void write_atom(std::string& out, const SubmissionsPage& page, const web::Visit& visit);

// Source strings.
[[nodiscard]] std::string_view stage_wording(std::string_view stage);
[[nodiscard]] std::string_view channel_wording(std::string_view channel);
[[nodiscard]] std::string_view listed_wording(std::string_view listed);

} // namespace poa::views
