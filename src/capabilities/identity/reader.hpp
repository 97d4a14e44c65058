// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a reader may see. A thing shows itself through facets, a reader holds facets; a reader sees what
// shares one:
//
// clang-format off
//   audience        facets of the thing   held by
//   public          "public"              everybody
//   member_states   "member_states"       who acts for a Member State, and the secretariat
//   contacts        "contacts"            points of contact of Member States, and the secretariat
//   parties         "body:" + each party  who acts for that body
//   own_delegation  (none)                nobody else
//   any of them     "body:" + the owner   who acts for that body
// clang-format on
//
// Who holds "contacts" holds "member_states", who holds that holds "public": so for things with one owner the
// rule is a comparison of the audience or the owner, and that is what `condition` writes into a query.

#include "base/audience.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace poa::identity {

class Body;

/// The facets of a thing; bodies as the journal's on_behalf has them ("state:FRA"). A thing that is not
/// public has an owner or, for `parties`, a party (require).
[[nodiscard]] std::vector<std::string> facets_of(Audience audience, std::string_view owner,
                                                 std::span<const std::string> parties = {});

class Reader {
  public:
    Reader() = default; ///< the public
    /// `least`: the narrowest audience this reader belongs to for things of others (everyone, member_states,
    /// contacts).
    Reader(Audience least, std::span<const Body> bodies);

    [[nodiscard]] bool may_see(Audience audience, std::string_view owner,
                               std::span<const std::string> parties = {}) const;
    [[nodiscard]] Audience least() const { return least_; }
    [[nodiscard]] const std::vector<std::string>& bodies() const {
        return bodies_;
    } ///< "state:FRA", each once
    /// All facets held, "public" first: for an index that keeps facets (search).
    [[nodiscard]] std::vector<std::string> facets() const;
    /// SQL for a WHERE over columns with the audience (its number) and the owner's text:
    /// "(d.audience >= $3 OR d.owner IN ($4, $5))". Bind `least()` at $first, then `bodies()` in order.
    /// Things for `parties` show to their owner; further parties stand in a table of the capability, asked
    /// with `bodies()`.
    [[nodiscard]] std::string condition(std::string_view audience_column, std::string_view owner_column,
                                        int first) const;
    /// Equal for readers who see the same: part of the key where answers are kept.
    [[nodiscard]] std::string key() const;

  private:
    [[nodiscard]] bool holds(std::string_view facet) const;
    Audience least_ = Audience::everyone;
    std::vector<std::string> bodies_;
};

} // namespace poa::identity
