// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/document.hpp"

namespace poa::documents {

std::string_view name_of(Translation translation) {
    switch (translation) {
    case Translation::original:
        return "original";
    case Translation::official:
        return "official";
    case Translation::unofficial:
        return "unofficial";
    }
    return "unofficial";
}

std::optional<Translation> parse_translation(std::string_view name) {
    for (Translation translation : {Translation::original, Translation::official, Translation::unofficial})
        if (name_of(translation) == name) return translation;
    return std::nullopt;
}

std::string citation_of(const Document& document, const Passage& passage) {
    return passage.kind == PassageKind::title ? document.cited_as()
                                              : document.cited_as() + ", " + passage.label;
}

} // namespace poa::documents
