// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/choices.hpp"
#include "capabilities/charter/clauses.hpp"

#include <algorithm>
#include <vector>

namespace poa::charter {
namespace {

namespace units {
constexpr std::string_view year = N_("year"), years = N_("years"), months = N_("months"), weeks = N_("weeks"),
                           days = N_("days"), hours = N_("hours"), minutes = N_("minutes"),
                           words = N_("words"), replies = N_("replies"), groups = N_("groups"),
                           meetings = N_("meetings"), people = N_("people"),
                           dollars = N_("United States dollars");
} // namespace units

ClauseLimits truth() {
    return {.type = ClauseType::truth};
}
ClauseLimits text(std::size_t characters_max) {
    return {.type = ClauseType::text, .characters_max = characters_max};
}
ClauseLimits one_of(std::span<const Choice> choices) {
    return {.type = ClauseType::choice, .choices = choices};
}
ClauseLimits some_of(std::span<const Choice> choices) {
    return {.type = ClauseType::choices, .choices = choices};
}
ClauseLimits whole(std::int64_t least, std::int64_t most, std::string_view unit) {
    return {.type = ClauseType::whole, .least = least, .most = most, .unit = unit};
}
ClauseLimits span(std::int64_t least, std::int64_t most, std::string_view unit) {
    return {.type = ClauseType::span, .least = least, .most = most, .unit = unit};
}
ClauseLimits day() {
    return {.type = ClauseType::day};
}
ClauseLimits rule() {
    return {.type = ClauseType::rule};
}
ClauseLimits groups() {
    return {.type = ClauseType::groups};
}
ClauseLimits rights() {
    return {.type = ClauseType::rights};
}
ClauseLimits or_none(ClauseLimits limits) {
    limits.may_be_none = true;
    return limits;
}
ClauseLimits whole_or_none(std::int64_t least, std::int64_t most, std::string_view unit) {
    return or_none(whole(least, most, unit));
}
ClauseLimits span_or_none(std::int64_t least, std::int64_t most, std::string_view unit) {
    return or_none(span(least, most, unit));
}
ClauseLimits day_or_none() {
    return or_none(day());
}
ClauseLimits rule_or_none() {
    return or_none(rule());
}

struct Table {
    std::vector<ClauseSpec> clauses;
    std::vector<SectionSpec> sections;

    void add_section(std::string_view key, std::string_view title) {
        sections.push_back(
            SectionSpec{std::to_string(sections.size() + 1), std::string(key), title, clauses.size(), 0});
    }
    void add(std::string_view key, std::string_view title, const ClauseLimits& limits,
             std::string_view question) {
        SectionSpec& section = sections.back();
        const std::string number = section.number + "." + std::to_string(++section.count);
        clauses.push_back(ClauseSpec{clauses.size(), number, section.key, std::string(key),
                                     section.key + "." + std::string(key), title, limits, question});
    }
};

Table make_table() {
    using namespace choices;
    // Names of functions above and of choices meet in the lines of clauses.inc; these are the functions.
    auto groups = [] { return charter::groups(); };
    auto rights = [] { return charter::rights(); };
    Table made;
#define SECTION(section, title) made.add_section(#section, title);
#define CLAUSE(type, section, key, title, limits, question) made.add(#key, title, limits, question);
#include "capabilities/charter/clauses.inc"
#undef CLAUSE
#undef SECTION
    return made;
}

const Table& table() {
    static const Table made = make_table();
    return made;
}

} // namespace

std::span<const ClauseSpec> clauses() {
    return table().clauses;
}
std::span<const SectionSpec> sections() {
    return table().sections;
}

const ClauseSpec* find_clause(std::string_view path_or_number) {
    auto found = std::ranges::find_if(clauses(), [&](const ClauseSpec& clause) {
        return clause.path == path_or_number || clause.number == path_or_number;
    });
    return found == clauses().end() ? nullptr : &*found;
}

} // namespace poa::charter
