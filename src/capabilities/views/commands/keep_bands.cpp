// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/commands/keep_bands.hpp"

#include "capabilities/views/permissions.hpp"
#include "capabilities/views/standing.hpp"

namespace poa::views {

Result<KeptReference> keep_bands(ledger::Work& work, const identity::Actor& actor, const std::string& text) {
    auto permit = permissions().check("views.keep_bands", actor);
    if (!permit) return refuse(permit.error());
    auto file = parse_bands(text);
    if (!file) return refuse(file.error());
    Refusal unknown{Refusal::Kind::bad_input, {}};
    for (const Band& band : file->bands)
        if (summary_words().find(band.word) == nullptr)
            unknown.reasons.push_back(
                Reason{"views.word_unknown", "bands", {{"part", "bands"}, {"word", band.word}}, {}});
    if (!unknown.reasons.empty()) return refuse(std::move(unknown));
    auto bands = Bands::of(file->version, file->basis, file->states, file->bands);
    if (!bands) return refuse(bands.error());
    return keep_reference(work, *permit, actor, "views.keep_bands", "bands", write_bands(*file),
                          file->bands.size());
}

} // namespace poa::views
