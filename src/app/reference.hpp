// SPDX-License-Identifier: Apache-2.0
#pragma once
// The reference pages of the manual, made from the route table, the declared inputs and the permission
// tables. docs/reference/ holds them; a test says when they are old.

#include "web/routes.hpp"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace poa::app {

/// What no table knows of a command: what it records, and why it may refuse besides field problems.
struct CommandWords {
    std::string_view command;
    std::string_view records;
    std::vector<std::string_view> refusals; ///< codes that have a sentence
    /// Optional fields that the example shows, where the needed ones alone would be refused.
    std::vector<std::string_view> shown = {};
};
[[nodiscard]] std::span<const CommandWords> command_words();

/// Path below docs/reference ("routes.md", "commands/identity.appoint.md") and text. A command without words
/// or without a permission row is our mistake (require).
[[nodiscard]] std::map<std::string, std::string> reference_pages(const web::Routes& routes);

} // namespace poa::app
