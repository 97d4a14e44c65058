// SPDX-License-Identifier: Apache-2.0
#include "capabilities/identity/reader.hpp"

#include "base/require.hpp"
#include "base/text.hpp"
#include "capabilities/identity/role.hpp"

#include <fmt/core.h>

namespace poa::identity {
namespace {

constexpr std::string_view body_mark = "body:";

bool is_shared_by_name(Audience audience) {
    return audience >= Audience::contacts;
}

} // namespace

std::vector<std::string> facets_of(Audience audience, std::string_view owner,
                                   std::span<const std::string> parties) {
    std::vector<std::string> facets;
    if (is_shared_by_name(audience)) facets.emplace_back(name_of(audience));
    if (!owner.empty()) facets.push_back(std::string(body_mark) += owner);
    if (audience == Audience::parties)
        for (const std::string& party : parties) facets.push_back(std::string(body_mark) + party);
    require(!facets.empty(), "a thing that is not for all has an owner or a party");
    return facets;
}

Reader::Reader(Audience least, std::span<const Body> bodies) : least_(least) {
    require(is_shared_by_name(least), "an audience that is not told by the owner");
    for (const Body& body : bodies) {
        std::string text = body.text();
        if (std::ranges::find(bodies_, text) == bodies_.end()) bodies_.push_back(std::move(text));
    }
    std::ranges::sort(bodies_);
}

bool Reader::holds(std::string_view facet) const {
    if (facet.starts_with(body_mark)) {
        facet.remove_prefix(body_mark.size());
        return std::ranges::find(bodies_, facet) != bodies_.end();
    }
    auto audience = parse_audience(facet);
    return audience && *audience >= least_;
}

bool Reader::may_see(Audience audience, std::string_view owner, std::span<const std::string> parties) const {
    return std::ranges::any_of(facets_of(audience, owner, parties),
                               [&](const std::string& facet) { return holds(facet); });
}

std::vector<std::string> Reader::facets() const {
    std::vector<std::string> facets;
    for (Audience audience : {Audience::everyone, Audience::member_states, Audience::contacts})
        if (audience >= least_) facets.emplace_back(name_of(audience));
    for (const std::string& body : bodies_) facets.push_back(std::string(body_mark) + body);
    return facets;
}

std::string Reader::condition(std::string_view audience_column, std::string_view owner_column,
                              int first) const {
    std::string sql = fmt::format("({} >= ${}", audience_column, first);
    for (std::size_t i = 0; i < bodies_.size(); ++i)
        sql += i == 0 ? fmt::format(" OR {} IN (${}", owner_column, first + 1)
                      : fmt::format(", ${}", first + 1 + static_cast<int>(i));
    return sql + (bodies_.empty() ? ")" : "))");
}

std::string Reader::key() const {
    return join(facets(), " ");
}

} // namespace poa::identity
