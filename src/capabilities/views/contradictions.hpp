// SPDX-License-Identifier: Apache-2.0
#pragma once
// Where replies contradict each other, and which questions show it: data/views_contradictions.json.

#include "base/refusal.hpp"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace poa::views {

/// A question, by its key in the question set.
struct AskedQuestion {
    std::string question;
    std::vector<std::string> answers;                         ///< those that belong here; empty: every answer
    std::vector<std::pair<std::string, std::string>> against; ///< answers that cannot both be followed
};

/// A text, and the code of the language it is in: English where the language asked for has none.
struct TextIn {
    std::string_view text, language;
};

struct Contradiction {
    using Texts = std::map<std::string, std::string, std::less<>>; ///< by language code
    std::string id;                                                ///< "CON-01"
    Texts titles;
    Texts notes; ///< what no question asks; none: the questions cover it
    std::vector<AskedQuestion> questions;

    [[nodiscard]] TextIn title(std::string_view language) const;
    [[nodiscard]] TextIn note(std::string_view language) const; ///< empty where there is none
};

class Contradictions {
  public:
    /// Those shipped with the program.
    [[nodiscard]] static const Contradictions& shipped();
    /// Refuses what parse_json refuses; "views.file_part" (part) where an id, an English title, a key or a
    /// pair is missing, where an id stands twice, and where neither a question nor a note is given.
    [[nodiscard]] static Result<Contradictions> parse(std::string_view text);

    [[nodiscard]] const std::vector<Contradiction>& all() const { return all_; }
    /// In whatever case: it stands in addresses. Null where there is none.
    [[nodiscard]] const Contradiction* find(std::string_view id) const;
    /// The questions about international law.
    [[nodiscard]] const std::vector<AskedQuestion>& international_law() const { return international_law_; }

  private:
    std::vector<Contradiction> all_;
    std::vector<AskedQuestion> international_law_;
};

} // namespace poa::views
