// SPDX-License-Identifier: Apache-2.0
#pragma once
// From request to page struct: calls for views.

#include "base/input.hpp"
#include "capabilities/views/pages_calls.hpp"
#include "capabilities/views/queries_calls.hpp"
#include "web/visit.hpp"

namespace poa::views {

/// What pages of calls need besides the database.
struct Present {
    const members::Register& states;
    Instant now;
};

struct CallQuery {
    std::string call;
    std::int64_t submission = 0; ///< of forms about one
};
const Input<CallQuery>& input_of(Of<CallQuery>);

[[nodiscard]] Result<CallsPage> load_calls(storage::Session& session, const web::Visit& visit,
                                           const Present& present);
[[nodiscard]] Result<CallPage> load_call(storage::Session& session, const web::Visit& visit,
                                         const CallQuery& query, const Present& present);
[[nodiscard]] Result<SubmissionsPage> load_submissions(storage::Session& session, const web::Visit& visit,
                                                       const CallQuery& query, const Present& present);
/// Refuses "views.for_member_states" (not_permitted) where what came in is not for this reader.
[[nodiscard]] Result<NoReplyPage> load_no_reply(storage::Session& session, const web::Visit& visit,
                                                const CallQuery& query, const Present& present);

/// Before the form of a command about a call: refuses whom the command would refuse, in its words.
[[nodiscard]] Result<CallFormPage> load_call_form(storage::Session& session, const web::Visit& visit,
                                                  const CallQuery& query, const Present& present,
                                                  std::string_view command);

} // namespace poa::views
