// SPDX-License-Identifier: Apache-2.0
#pragma once
// The real papers, which are not part of the repository: ${POA_SHARED}, else ../shared beside the checkout.

#include "capabilities/documents/importing/importing.hpp"

#include <string>

namespace poa::documents::test {

/// Throws with a sentence that says where the file was looked for.
[[nodiscard]] std::string shared_file(const std::string& path);
/// States by the names in members.json, and the two other authors of the papers.
[[nodiscard]] const ActorNames& names();
/// Read once.
[[nodiscard]] const ParsedDocument& report();
[[nodiscard]] ParsedDocument parse_seed(const std::string& file);
/// Parses text that must be accepted.
[[nodiscard]] ParsedDocument parse(const std::string& text, const ImportHints& hints = {});
[[nodiscard]] const Passage* find(const ParsedDocument& document, const std::string& anchor);
/// The text of a passage that must be there.
[[nodiscard]] std::string text_of(const ParsedDocument& document, const std::string& anchor);

} // namespace poa::documents::test
