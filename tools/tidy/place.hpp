// SPDX-License-Identifier: Apache-2.0
#pragma once
// Where a source file stands: its room, its capability, its ring. And the tables that say who may use whom.

#include "base/refusal.hpp"
#include "tidy/cpp_text.hpp"
#include "tidy/tree.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace poa::tidy {

enum class Ring { rules, work, faces };
[[nodiscard]] std::string_view name_of(Ring ring);

/// tools/tidy/uses.txt: rooms from bottom to top and capabilities, each with all it may use. Nothing is
/// implied.
struct Uses {
    std::map<std::string, std::set<std::string>, std::less<>> rooms;
    std::map<std::string, std::set<std::string>, std::less<>> capabilities;
};
/// Adds a finding for a line that cannot be read, a name that is not declared, and a cycle.
[[nodiscard]] Uses read_uses(const File& file, Findings& findings);

/// tools/tidy/roles.txt: which file of a capability belongs to which ring, and which libraries rules may
/// read.
struct Roles {
    struct Role {
        std::string pattern; ///< of the path inside the capability; {capability} is its name
        Ring ring;
    };
    std::vector<Role> roles; ///< the first that fits; none: rules
    std::vector<std::string>
        libraries; ///< patterns of headers that rules may include beside the standard library
    [[nodiscard]] Ring ring_of(std::string_view capability, std::string_view inside) const;
};
[[nodiscard]] Roles read_roles(const File& file, Findings& findings);

struct Place {
    std::string
        room; ///< base, storage, http, web, capabilities, app; or tools, tests, bench; empty elsewhere
    std::string capability; ///< empty outside src/capabilities
    std::string inside;     ///< the path inside the capability or the room
    bool is_test = false;   ///< in a tests/ folder
};
[[nodiscard]] Place place_of(std::string_view path);

struct Source {
    const File* file;
    Place place;
    CppText cpp;
};
/// The C++ files of the tree, read.
[[nodiscard]] std::vector<Source> sources_of(const Tree& tree);

} // namespace poa::tidy
