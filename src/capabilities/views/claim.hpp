// SPDX-License-Identifier: Apache-2.0
#pragma once
// Claims: the statements of a consolidated summary, each tied to formulas over the questions.

#include "capabilities/views/formula.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace poa::views {

/// One half of a statement; most have one only.
struct ClaimPart {
    std::string name; ///< in a few words
    Formula formula;
};

/// As written, before its formulas are known to be right.
struct ClaimText {
    struct Part {
        std::string name, formula;
    };
    std::string id; ///< "8a"
    int paragraph = 0;
    std::string section;
    std::string published_quantifier; ///< empty: a claim that no published text makes
    std::string claim;                ///< in own words
    std::string note;                 ///< why these questions; empty: needs no word
    std::vector<Part> parts;
    std::map<std::string, std::string, std::less<>> clauses; ///< what completes "... were of the view that"
};

struct Claim {
    std::string id;
    int paragraph = 0;
    std::string section;
    std::string published_quantifier;
    std::string claim;
    std::string note;
    std::vector<ClaimPart> parts;
    /// By language code; empty: the claim itself is shown, in quotation marks. Words never stand for a claim
    /// they were not written for.
    std::map<std::string, std::string, std::less<>> clauses = {};

    /// Places of the questions it rests on, ascending, each once.
    [[nodiscard]] std::vector<std::size_t> variables() const;
};

struct ClaimSection {
    std::string key, title;
};

struct ClaimSet {
    std::string title;
    int version = 0;
    std::string document; ///< the published text it is held against: "A/78/76"; empty: none
    std::vector<ClaimSection> sections;
    std::vector<Claim> claims;

    [[nodiscard]] const Claim* find(std::string_view id) const;
};

/// Refuses (bad_input, all problems at once; fact claim) "views.claim_twice", "views.claim_without_part",
/// "views.section_unknown", and whatever its formulas are refused for.
[[nodiscard]] Result<std::vector<Claim>> ready_claims(const std::vector<ClaimText>& texts,
                                                      const std::vector<ClaimSection>& sections,
                                                      const QuestionSet& questions);

} // namespace poa::views
