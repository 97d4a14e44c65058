// SPDX-License-Identifier: Apache-2.0
#pragma once
// Who may see a thing. From narrow to wide; the default is the narrowest. See docs/glossary.md, "audience".

#include <optional>
#include <string_view>

namespace poa {

enum class Audience {
    own_delegation = 0, ///< the State or organisation it belongs to
    parties = 1,        ///< the parties to the matter
    contacts = 2,       ///< points of contact of all States
    member_states = 3,  ///< everybody who acts for a Member State, and the secretariat
    everyone = 4,       ///< the public
};

[[nodiscard]] constexpr std::string_view name_of(Audience audience) {
    switch (audience) {
    case Audience::own_delegation:
        return "own_delegation";
    case Audience::parties:
        return "parties";
    case Audience::contacts:
        return "contacts";
    case Audience::member_states:
        return "member_states";
    case Audience::everyone:
        return "public";
    }
    return "own_delegation";
}

[[nodiscard]] constexpr std::optional<Audience> parse_audience(std::string_view name) {
    for (int i = 0; i <= 4; ++i)
        if (name_of(static_cast<Audience>(i)) == name) return static_cast<Audience>(i);
    return std::nullopt;
}

} // namespace poa
