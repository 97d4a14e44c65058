// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "capabilities/decisions/pages_agreed.hpp"
#include "capabilities/decisions/pages_decisions_loading.hpp"

#include <optional>
#include <string_view>

namespace poa::decisions {

/// `day`: nothing for today.
[[nodiscard]] AgreedPage load_agreed(const Reading& reading, std::optional<Day> day);
/// Refuses (not_found) "decisions.no_such_kind" (kind).
[[nodiscard]] Result<AgreedKindPage> load_agreed_kind(const Reading& reading, std::string_view kind,
                                                      std::optional<Day> day);
/// And (not_found) "decisions.no_such_agreed" (key).
[[nodiscard]] Result<AgreedItemPage> load_agreed_item(const Reading& reading, std::string_view kind,
                                                      std::string_view key, std::optional<Day> day);

[[nodiscard]] FoundingPage load_founding(const Reading& reading);
/// Refuses as the command does before it reads the form.
[[nodiscard]] Result<BeginChainPage> load_begin_chain(const Reading& reading);
/// Likewise; (rule) "decisions.no_chain", "decisions.chain_complete".
[[nodiscard]] Result<RecordStepPage> load_record_step(const Reading& reading);

} // namespace poa::decisions
