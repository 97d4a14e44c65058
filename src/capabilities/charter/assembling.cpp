// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/assembling.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace poa::charter {
namespace {

/// Of the file at hand, at the line where it says what it is based on.
Refusal refusal(std::string code, const CharterFile& file) {
    return Refusal::because(Refusal::Kind::bad_input, std::move(code))
        .with("line", std::to_string(file.based_on_line));
}

/// The file, the one it is based on, and so on.
Result<std::vector<const CharterFile*>> chain_of(const CharterFile& file, const FindFile& find) {
    std::vector<const CharterFile*> chain{&file};
    std::string path = file.head.id;
    while (!chain.back()->head.based_on.empty()) {
        const std::string& base = chain.back()->head.based_on;
        path += " > " + base;
        if (std::ranges::any_of(chain, [&](const CharterFile* one) { return one->head.id == base; }))
            return refuse(refusal("charter.cycle", file).with("chain", path));
        const CharterFile* found = find(base);
        if (found == nullptr) return refuse(refusal("charter.unknown_base", file).with("base", base));
        if (chain.size() == generations_max)
            return refuse(
                refusal("charter.too_many_generations", file).with("max", std::to_string(generations_max)));
        chain.push_back(found);
    }
    return chain;
}

/// A file gives the rights its paper speaks of; whoever it does not name has those of the base.
ClauseEntry with_rights_of(ClauseEntry entry, const ClauseEntry& base) {
    auto& own = std::get<RightsTable>(entry.value);
    for (const auto& [participants, kinds] : own)
        for (const auto& [kind, rights] : kinds) {
            static_cast<void>(rights);
            entry.own_rights.push_back(participants + "/" + kind);
        }
    for (const auto& [participants, kinds] : std::get<RightsTable>(base.value))
        for (const auto& [kind, rights] : kinds) own[participants].try_emplace(kind, rights);
    return entry;
}

/// What the chain says of a clause; nothing where nobody says anything.
std::optional<ClauseEntry> entry_of(std::span<const CharterFile* const> chain, std::size_t clause) {
    auto says =
        std::ranges::find_if(chain, [&](const CharterFile* one) { return one->entries.contains(clause); });
    if (says == chain.end()) return std::nullopt;
    const ClauseEntry& found = (*says)->entries.at(clause);
    if (clause != clause::participants::rights.index) return found;
    auto base = entry_of(chain.subspan(static_cast<std::size_t>(says - chain.begin()) + 1), clause);
    return base ? with_rights_of(found, *base) : found;
}

} // namespace

Result<Charter> assemble(const CharterFile& file, const FindFile& find) {
    auto chain = chain_of(file, find);
    if (!chain) return std::unexpected(chain.error());
    std::vector<ClauseEntry> entries;
    Refusal missing{Refusal::Kind::bad_input, {}};
    for (const ClauseSpec& clause : clauses()) {
        if (auto entry = entry_of(*chain, clause.index))
            entries.push_back(std::move(*entry));
        else
            missing.reasons.push_back(Reason{"charter.clause_missing", clause.path, {}, clause.number});
    }
    if (!missing.reasons.empty()) return refuse(std::move(missing));
    return Charter(file.head, std::move(entries));
}

} // namespace poa::charter
