// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/claim.hpp"

#include <algorithm>
#include <set>

namespace poa::views {

std::vector<std::size_t> Claim::variables() const {
    std::vector<std::size_t> all;
    for (const ClaimPart& part : parts)
        all.insert(all.end(), part.formula.variables().begin(), part.formula.variables().end());
    std::ranges::sort(all);
    const auto repeated = std::ranges::unique(all);
    all.erase(repeated.begin(), repeated.end());
    return all;
}

const Claim* ClaimSet::find(std::string_view id) const {
    auto found = std::ranges::find(claims, id, &Claim::id);
    return found == claims.end() ? nullptr : &*found;
}

Result<std::vector<Claim>> ready_claims(const std::vector<ClaimText>& texts,
                                        const std::vector<ClaimSection>& sections,
                                        const QuestionSet& questions) {
    Refusal problems{Refusal::Kind::bad_input, {}};
    auto add = [&](const char* code, const ClaimText& text) {
        problems.reasons.push_back(
            Reason{code, "claims", {{"claim", text.id}, {"section", text.section}}, {}});
    };
    std::vector<Claim> claims;
    std::set<std::string_view> ids;
    for (const ClaimText& text : texts) {
        if (text.id.empty() || !ids.insert(text.id).second) add("views.claim_twice", text);
        if (text.parts.empty()) add("views.claim_without_part", text);
        if (std::ranges::find(sections, text.section, &ClaimSection::key) == sections.end())
            add("views.section_unknown", text);
        Claim claim{text.id,    text.paragraph, text.section, text.published_quantifier,
                    text.claim, text.note,      {},           text.clauses};
        for (const ClaimText::Part& part : text.parts) {
            auto formula = Formula::parse(part.formula, questions);
            if (formula) {
                claim.parts.push_back({part.name, std::move(*formula)});
                continue;
            }
            for (Reason& reason : formula.error().reasons) {
                reason.field = "claims";
                reason.facts.emplace_back("claim", text.id);
                reason.facts.emplace_back("formula", part.formula);
                problems.reasons.push_back(std::move(reason));
            }
        }
        claims.push_back(std::move(claim));
    }
    if (!problems.reasons.empty()) return refuse(std::move(problems));
    return claims;
}

} // namespace poa::views
