// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/comparing/text_units.hpp"

namespace poa::documents {
namespace {

void add_unit(const ParsedDocument& document, std::size_t first, std::size_t last, std::string anchor,
              std::string actor, std::vector<TextUnit>& units) {
    std::vector<std::string_view> texts;
    for (std::size_t i = first; i <= last; ++i)
        if (is_compared(document.passages[i].kind)) texts.push_back(document.passages[i].text);
    TextUnit unit{std::move(anchor), std::move(actor), shingles_of(texts), {}};
    if (unit.shingles.size() < compared_shingles_min) return;
    unit.sketch = sketch_of(unit.shingles);
    units.push_back(std::move(unit));
}

} // namespace

bool is_compared(PassageKind kind) {
    return kind != PassageKind::front_matter && kind != PassageKind::contents &&
           kind != PassageKind::footnote;
}

std::vector<TextUnit> text_units_of(const ParsedDocument& document) {
    std::vector<TextUnit> units;
    for (const Reply& reply : document.replies)
        add_unit(document, reply.first, reply.last, reply.anchor,
                 reply.iso3.empty() ? "" : "state:" + reply.iso3, units);
    if (document.replies.empty() && !document.passages.empty())
        add_unit(document, 0, document.passages.size() - 1, "", document.submitted_by, units);
    return units;
}

} // namespace poa::documents
