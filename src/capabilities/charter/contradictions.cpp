// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/contradictions.hpp"

#include "base/require.hpp"
#include "capabilities/charter/contradictions_gathering.hpp"

namespace poa::charter {

std::string_view name_of(Severity severity) {
    return severity == Severity::contradiction ? "contradiction" : "remark";
}

Severity Gathering::severity_of(std::string_view code) {
    const auto all = contradiction_sentences();
    auto found = std::ranges::find(all, code, &ContradictionSentence::code);
    require(found != all.end(), "every contradiction has its sentence");
    return found->severity;
}

bool has_multiple_of(const Span& years, std::int64_t every_months) {
    for (std::int64_t year = years.least; year <= years.most; ++year)
        if (year * 12 % every_months == 0) return true;
    return false;
}

std::vector<Contradiction> contradictions_in(const Charter& charter) {
    Gathering gathering(charter);
    gather_on_founding(gathering);
    gather_on_meetings(gathering);
    gather_on_groups(gathering);
    gather_on_room(gathering);
    gather_on_rights(gathering);
    gather_on_rules(gathering);
    gather_on_work(gathering);
    std::vector<Contradiction> found = std::move(gathering).taken();
    std::ranges::stable_sort(found, {}, &Contradiction::clauses);
    return found;
}

} // namespace poa::charter
