// SPDX-License-Identifier: Apache-2.0
#include "capabilities/acquis/words.hpp"

namespace poa::acquis {

Said Words::in(std::string_view language) const {
    for (std::string_view wanted : {language, std::string_view("en")})
        if (auto found = by_language_.find(wanted); found != by_language_.end())
            return {found->first, found->second};
    if (by_language_.empty()) return {"en", {}};
    return {by_language_.begin()->first, by_language_.begin()->second};
}

} // namespace poa::acquis
