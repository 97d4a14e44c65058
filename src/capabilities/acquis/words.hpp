// SPDX-License-Identifier: Apache-2.0
#pragma once
// A text in several languages, as reference data has it.

#include <map>
#include <string>
#include <string_view>

namespace poa::acquis {

/// What is shown to a reader, with the language it is in.
struct Said {
    std::string_view language; ///< "fr"
    std::string_view text;
};

class Words {
  public:
    Words() = default;
    explicit Words(std::map<std::string, std::string, std::less<>> by_language)
        : by_language_(std::move(by_language)) {}
    /// In one language alone, as a decision has it.
    Words(std::string language, std::string text) {
        by_language_.emplace(std::move(language), std::move(text));
    }

    /// In that language, else in English, else in any; empty where there is none at all.
    [[nodiscard]] Said in(std::string_view language) const;
    [[nodiscard]] const std::map<std::string, std::string, std::less<>>& all() const { return by_language_; }
    bool operator==(const Words&) const = default;

  private:
    std::map<std::string, std::string, std::less<>> by_language_;
};

} // namespace poa::acquis
