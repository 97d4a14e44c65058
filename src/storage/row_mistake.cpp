// SPDX-License-Identifier: Apache-2.0
#include "storage/row_mistake.hpp"

#include "base/text.hpp"

namespace poa::storage {

void mistaken_column(std::string_view query_name, int column, std::string_view what) {
    throw OurMistake(fmt::format("{}: column {} of the answer is not {}", query_name, column, what));
}

void require_placeholders(std::string_view query_name, std::size_t placeholders,
                          std::span<const Parameter> parameters) {
    if (parameters.size() != placeholders) [[unlikely]]
        throw OurMistake(fmt::format("{}: {} parameters for {} placeholders", query_name, parameters.size(),
                                     placeholders));
    for (const Parameter& parameter : parameters) {
        if (parameter.kind() != Parameter::Kind::text) continue;
        if (parameter.text().find('\0') != std::string_view::npos || !is_utf8(parameter.text())) [[unlikely]]
            throw OurMistake(fmt::format("{}: a text parameter that is not UTF-8 or holds NUL", query_name));
    }
}

} // namespace poa::storage
