// SPDX-License-Identifier: Apache-2.0
#pragma once
// What may be asked about calls for views.

#include "capabilities/documents/documents.hpp"
#include "capabilities/identity/identity.hpp"
#include "capabilities/members/members.hpp"
#include "capabilities/views/store_calls.hpp"

namespace poa::views {

/// ISO3 of the States a call is addressed to, as the register has them on that day, in alphabetical order of
/// their English names.
[[nodiscard]] std::vector<std::string> called_states(const Call& call, const members::Register& states,
                                                     Day day);
/// Those of them of whom no submission of their own stands. `submissions`: all of the call.
[[nodiscard]] std::vector<std::string> states_without_reply(const std::vector<std::string>& called,
                                                            const std::vector<Submission>& submissions);

/// Whether the reader may see what came in under a call, all of it.
[[nodiscard]] bool may_see_views(const identity::Reader& reader, const Call& call);
/// One submission: also who acts for whoever sent it.
[[nodiscard]] bool may_see(const identity::Reader& reader, const Call& call, const Submission& submission);

/// Where the passage a call rests on stands: "/documents/a-res-77-37/passages/para-3"; the document alone
/// where it has no such passage; empty where it is not on the record or not for this reader.
[[nodiscard]] std::string mandate_address(storage::Session& session, const identity::Reader& reader,
                                          const Call& call);

/// The name of a State or organisation in that language; the key where the register has none.
[[nodiscard]] std::string name_of_actor(const members::Register& states, std::string_view key,
                                        members::Language language);
/// Whether the register has it.
[[nodiscard]] bool is_registered(const members::Register& states, std::string_view key);

/// The bodies in whose name the actor may send views, States first; empty for the secretariat, which enters
/// those of others.
[[nodiscard]] std::vector<identity::Body> sending_bodies(const identity::Actor& actor);

} // namespace poa::views
