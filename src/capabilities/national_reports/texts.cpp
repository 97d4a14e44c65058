// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/texts.hpp"

namespace poa::national_reports {

bool Texts::has(std::string_view language) const {
    const auto found = by.find(language);
    return found != by.end() && !found->second.empty();
}

Shown Texts::in(std::string_view language) const {
    for (std::string_view wanted : {language, std::string_view("en")})
        if (const auto found = by.find(wanted); found != by.end() && !found->second.empty())
            return {found->second, found->first};
    for (const auto& [code, text] : by)
        if (!text.empty()) return {text, code};
    return {};
}

} // namespace poa::national_reports
