// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/assembling.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace poa::charter {
namespace {

Refusal refusal(std::string code) {
    return Refusal::because(Refusal::Kind::bad_input, std::move(code));
}

/// The file, the one it is based on, and so on.
Result<std::vector<const CharterFile*>> chain_of(const CharterFile& file, const FindFile& find) {
    std::vector<const CharterFile*> chain{&file};
    std::string path = file.head.id;
    while (!chain.back()->head.based_on.empty()) {
        const std::string& base = chain.back()->head.based_on;
        path += " > " + base;
        if (std::ranges::any_of(chain, [&](const CharterFile* one) { return one->head.id == base; }))
            return refuse(refusal("charter.cycle").with("chain", path));
        const CharterFile* found = find(base);
        if (found == nullptr) return refuse(refusal("charter.unknown_base").with("base", base));
        if (chain.size() == generations_max)
            return refuse(
                refusal("charter.too_many_generations").with("max", std::to_string(generations_max)));
        chain.push_back(found);
    }
    return chain;
}

} // namespace

Result<Charter> assemble(const CharterFile& file, const FindFile& find) {
    auto chain = chain_of(file, find);
    if (!chain) return std::unexpected(chain.error());
    std::vector<ClauseEntry> entries;
    Refusal missing{Refusal::Kind::bad_input, {}};
    for (const ClauseSpec& clause : clauses()) {
        auto says = std::ranges::find_if(
            *chain, [&](const CharterFile* one) { return one->entries.contains(clause.index); });
        if (says == chain->end())
            missing.reasons.push_back(Reason{"charter.clause_missing", clause.path, {}, clause.number});
        else
            entries.push_back((*says)->entries.at(clause.index));
    }
    if (!missing.reasons.empty()) return refuse(std::move(missing));
    return Charter(file.head, std::move(entries));
}

} // namespace poa::charter
