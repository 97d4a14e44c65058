// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/matter.hpp"

#include "base/input.hpp"
#include "base/json.hpp"
#include "base/json_value.hpp"

#include <boost/json/object.hpp>

#include <array>

namespace poa::decisions {
namespace {

using charter::Charter;
using charter::DecisionRule;
namespace clause = charter::clause;

struct MatterRow {
    Matter matter;
    std::string_view name, title;
};
constexpr std::array rows{
    MatterRow{Matter::substantive, "substantive", N_("Matter of substance")},
    MatterRow{Matter::procedural, "procedural", N_("Matter of procedure")},
    MatterRow{Matter::creation_of_groups, "creation_of_groups", N_("Creating, extending or ending a group")},
    MatterRow{Matter::framework, "framework", N_("Adding to the framework")},
    MatterRow{Matter::elections, "elections", N_("Election")},
    MatterRow{Matter::charter, "charter", N_("Changing the charter")},
    MatterRow{Matter::accreditation, "accreditation", N_("Accreditation of an organisation")},
    MatterRow{Matter::founding, "founding", N_("Founding of the mechanism")},
};
constexpr std::array all{Matter::substantive,   Matter::procedural, Matter::creation_of_groups,
                         Matter::framework,     Matter::elections,  Matter::charter,
                         Matter::accreditation, Matter::founding};

constexpr std::array<std::string_view, 4> disclosures{"none", "chair", "any_state", "public"};
constexpr std::array<std::string_view, 3> grounds_names{"none", "voluntary", "mandatory"};

template <class E, std::size_t N>
std::optional<E> parse_name(const std::array<std::string_view, N>& names, std::string_view name) {
    for (std::size_t i = 0; i < N; ++i)
        if (names[i] == name) return static_cast<E>(i);
    return std::nullopt;
}

template <class E, std::size_t N>
E known(const std::array<std::string_view, N>& names, std::string_view name) {
    auto found = parse_name<E>(names, name);
    require(found.has_value(), "a choice that the clause's declaration names");
    return *found;
}

charter::Clause<charter::Rule> clause_of(const Charter& charter, Matter matter) {
    switch (matter) {
    case Matter::substantive:
        return clause::decisions::substantive;
    case Matter::procedural:
        return clause::decisions::procedural;
    case Matter::creation_of_groups:
        return clause::decisions::creation_of_groups;
    case Matter::framework:
        return clause::decisions::framework;
    case Matter::elections:
        return clause::decisions::elections;
    case Matter::charter:
        return clause::decisions::charter;
    case Matter::accreditation:
        return clause::accreditation::contested;
    case Matter::founding:
        return charter.find(clause::founding::conference_rule) != nullptr ? clause::founding::conference_rule
                                                                          : clause::decisions::substantive;
    }
    return clause::decisions::substantive;
}

/// A window in days is a rule in hours.
void use_window(DecisionRule& rule, const Charter& charter) {
    if (rule.form == charter::RuleForm::non_objection && rule.hours == 0)
        rule.hours = charter[clause::accreditation::window_days] * 24;
}

template <class E>
std::optional<E> number_as(const boost::json::object& json, std::string_view key, std::int64_t most) {
    const auto* value = json.if_contains(key);
    if (value == nullptr || !value->is_int64() || value->get_int64() < 0 || value->get_int64() > most)
        return std::nullopt;
    return static_cast<E>(value->get_int64());
}

} // namespace

std::span<const Matter> all_matters() {
    return all;
}
std::string_view name_of(Matter matter) {
    return rows[static_cast<std::size_t>(matter)].name;
}
std::string_view title_of(Matter matter) {
    return rows[static_cast<std::size_t>(matter)].title;
}
std::optional<Matter> parse_matter(std::string_view name) {
    for (const MatterRow& row : rows)
        if (row.name == name) return row.matter;
    return std::nullopt;
}
std::string_view name_of(Disclosure disclosure) {
    return disclosures[static_cast<std::size_t>(disclosure)];
}
std::string_view name_of(Grounds grounds) {
    return grounds_names[static_cast<std::size_t>(grounds)];
}

RuleApplied rule_for(const Charter& charter, Matter matter) {
    const auto name = clause_of(charter, matter);
    RuleApplied applied;
    applied.rule = charter[name];
    applied.clause = charter::spec_of(name).number;
    applied.correction_hours = charter[clause::decisions::correction_hours];
    applied.least_minutes = charter[clause::decisions::least_minutes_open];
    if (matter == Matter::accreditation) {
        use_window(applied.rule, charter);
        applied.disclosure = known<Disclosure>(disclosures, charter[clause::accreditation::disclosed_to]);
        applied.grounds = known<Grounds>(grounds_names, charter[clause::accreditation::grounds]);
        applied.consultation = charter[clause::accreditation::consultation];
    } else {
        applied.disclosure = known<Disclosure>(disclosures, charter[clause::decisions::disclosed_to]);
        applied.grounds = known<Grounds>(grounds_names, charter[clause::decisions::grounds]);
    }
    return applied;
}

std::string text_of(const RuleApplied& applied) {
    std::string out;
    JsonWriter json(out);
    json.begin_object();
    json.key("form").value(static_cast<int>(applied.rule.form));
    json.key("majority").value(static_cast<int>(applied.rule.majority));
    json.key("base").value(static_cast<int>(applied.rule.base));
    json.key("quorum_percent").value(applied.rule.quorum_percent);
    json.key("hours").value(applied.rule.hours);
    json.key("clause").value(applied.clause);
    json.key("disclosure").value(static_cast<int>(applied.disclosure));
    json.key("grounds").value(static_cast<int>(applied.grounds));
    json.key("consultation").value(applied.consultation ? 1 : 0);
    json.key("correction_hours").value(applied.correction_hours);
    json.key("least_minutes").value(applied.least_minutes);
    json.end_object();
    return out;
}

std::optional<RuleApplied> parse_rule_applied(std::string_view text) {
    const auto parsed = parse_own_json(text);
    if (!parsed || !parsed->is_object()) return std::nullopt;
    const boost::json::object& json = parsed->get_object();
    auto form = number_as<charter::RuleForm>(json, "form", 4);
    auto majority = number_as<charter::Majority>(json, "majority", 1);
    auto base = number_as<charter::MajorityBase>(json, "base", 1);
    auto quorum = number_as<std::int64_t>(json, "quorum_percent", 100);
    auto hours = number_as<std::int64_t>(json, "hours", 1'000'000);
    auto disclosure = number_as<Disclosure>(json, "disclosure", 3);
    auto grounds = number_as<Grounds>(json, "grounds", 2);
    auto consultation = number_as<std::int64_t>(json, "consultation", 1);
    auto correction = number_as<std::int64_t>(json, "correction_hours", 1'000);
    // A question put before the clause was declared had no such time.
    auto least = json.contains("least_minutes") ? number_as<std::int64_t>(json, "least_minutes", 1'440)
                                                : std::optional<std::int64_t>(0);
    const auto* clause = json.if_contains("clause");
    if (!form || !majority || !base || !quorum || !hours || !disclosure || !grounds || !consultation ||
        !correction || !least || clause == nullptr || !clause->is_string())
        return std::nullopt;
    return RuleApplied{{*form, *majority, *base, *quorum, *hours},
                       std::string(clause->get_string()),
                       *disclosure,
                       *grounds,
                       *consultation == 1,
                       *correction,
                       *least};
}

} // namespace poa::decisions
