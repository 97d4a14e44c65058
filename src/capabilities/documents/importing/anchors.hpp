// SPDX-License-Identifier: Apache-2.0
#pragma once
// Anchors: names of passages, unique in a document, of ASCII letters, digits, '.', '-' and '/'.

#include <string>
#include <string_view>
#include <unordered_map>

namespace poa::documents {

/// Words for an anchor from any script ("Türkiye" -> "turkiye", "Введение" -> "vvedenie"), at most
/// `words_max` of them; may be empty.
[[nodiscard]] std::string anchor_words(std::string_view text, std::size_t words_max);

class AnchorBook {
  public:
    [[nodiscard]] bool is_taken(const std::string& anchor) const { return taken_.contains(anchor); }
    /// `wanted`, or with "-2", "-3" ... put on where it is taken.
    std::string take(const std::string& wanted);

  private:
    std::unordered_map<std::string, int> taken_;
};

} // namespace poa::documents
