// SPDX-License-Identifier: Apache-2.0
#include "app/charter_verbs.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "capabilities/charter/burden.hpp"

#include <fmt/format.h>

#include <charconv>
#include <iostream>

namespace poa::app {
namespace {

using charter::AssumptionSpec;
using charter::Burden;
using charter::BurdenAssumptions;
using charter::CharterBurden;

/// The figures of a delegation, by the names that JSON and CSV give them.
struct Figure {
    const char* name;
    double Burden::*member;
};
constexpr Figure figures[] = {
    {"meeting_days", &Burden::meeting_days},
    {"seats_days", &Burden::seats_days},
    {"days_in_two_places", &Burden::days_in_two_places},
    {"documents", &Burden::documents},
    {"words", &Burden::words},
    {"reports", &Burden::reports},
    {"statements", &Burden::statements},
    {"checks", &Burden::checks},
    {"objection_windows", &Burden::objection_windows},
    {"journeys", &Burden::journeys},
    {"hours", &Burden::hours},
    {"hours_per_person", &Burden::hours_per_person},
    {"cost", &Burden::cost},
    {"share_of_year", &Burden::share_of_year},
};

struct Assumed {
    const AssumptionSpec* spec = nullptr;
    double value = 0;
};

/// Nothing where the text is no key=value of a known key and a number.
std::optional<Assumed> read_assumption(std::string_view text) {
    const std::size_t at = text.find('=');
    if (at == std::string_view::npos) return std::nullopt;
    Assumed made{charter::find_assumption(text.substr(0, at)), 0};
    const std::string_view number = text.substr(at + 1);
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), made.value);
    if (made.spec == nullptr || error != std::errc() || end != number.data() + number.size())
        return std::nullopt;
    return made;
}

BurdenAssumptions assumptions_of(const BurdenWish& wish) {
    BurdenAssumptions made;
    for (const std::string& text : wish.assumptions)
        if (const auto assumed = read_assumption(text)) made.*assumed->spec->member = assumed->value;
    return made;
}

void print_text(const BurdenWish& wish, const BurdenAssumptions& assumed,
                const std::vector<CharterBurden>& all) {
    std::cout << fmt::format("An average year of {} to {}\n\n", wish.from, wish.from + wish.years - 1);
    std::cout << fmt::format("{:<26}{:>7}{:>9}{:>9}{:>9}{:>9}{:>9}{:>9}{:>9}{:>11}{:>10}\n", "charter",
                             "people", "days", "in two", "words", "reports", "hours", "each", "share",
                             "cost, USD", "unplaced");
    for (const CharterBurden& one : all)
        for (const Burden& size : one.delegations)
            std::cout << fmt::format(
                "{:<26}{:>7}{:>9.1f}{:>9.1f}{:>9.0f}{:>9.2f}{:>9.0f}{:>9.0f}{:>8.1f}%{:>11.0f}{:>10}\n",
                one.charter, size.people, size.meeting_days, size.days_in_two_places, size.words,
                size.reports, size.hours, size.hours_per_person, size.share_of_year * 100, size.cost,
                one.unplaced);
    std::cout << "\nHours: of the whole delegation, what can be shared done once; each: shared evenly\n";
    std::cout << fmt::format("\nThe mechanism itself, USD\n{:<26}{:>15}{:>12}{:>12}{:>12}{:>12}\n", "charter",
                             "interpretation", "translation", "rooms", "secretariat", "whole");
    for (const CharterBurden& one : all)
        std::cout << fmt::format("{:<26}{:>15.0f}{:>12.0f}{:>12.0f}{:>12.0f}{:>12.0f}\n", one.charter,
                                 one.cost.interpretation, one.cost.translation, one.cost.rooms,
                                 one.cost.secretariat, one.cost.whole());
    std::cout << "\nAssumptions (--assume key=value)\n";
    for (const AssumptionSpec& spec : charter::assumption_specs())
        std::cout << fmt::format("{}={} ({}): {}. {}\n", spec.key, assumed.*spec.member, spec.unit,
                                 spec.title, spec.basis);
}

void write_assumptions(JsonWriter& out, const BurdenAssumptions& assumed) {
    out.key("assumptions").begin_array();
    for (const AssumptionSpec& spec : charter::assumption_specs()) {
        out.begin_object().key("key").value(spec.key).key("value").value(assumed.*spec.member);
        out.key("title").value(spec.title).key("unit").value(spec.unit);
        out.key("basis").value(spec.basis).end_object();
    }
    out.end_array();
}

void write_charter(JsonWriter& out, const CharterBurden& one) {
    out.begin_object().key("charter").value(one.charter);
    out.key("unplaced").value(static_cast<std::int64_t>(one.unplaced));
    out.key("mechanism").begin_object().key("interpretation").value(one.cost.interpretation);
    out.key("translation").value(one.cost.translation).key("rooms").value(one.cost.rooms);
    out.key("secretariat").value(one.cost.secretariat).key("whole").value(one.cost.whole()).end_object();
    out.key("delegations").begin_array();
    for (const Burden& size : one.delegations) {
        out.begin_object().key("people").value(size.people);
        for (const Figure& figure : figures) out.key(figure.name).value(size.*figure.member);
        out.end_object();
    }
    out.end_array().key("clashes").begin_array();
    for (const charter::Clash& clash : one.clashes) {
        out.begin_object().key("first").value(clash.first).key("second").value(clash.second);
        out.key("from").value(clash.from.iso()).key("to").value(clash.to.iso()).end_object();
    }
    out.end_array().end_object();
}

void print_json(const BurdenWish& wish, const BurdenAssumptions& assumed,
                const std::vector<CharterBurden>& all) {
    std::string json;
    JsonWriter out(json);
    out.begin_object().key("from").value(wish.from).key("years").value(wish.years);
    write_assumptions(out, assumed);
    out.key("charters").begin_array();
    for (const CharterBurden& one : all) write_charter(out, one);
    out.end_array().end_object();
    std::cout << json << "\n";
}

void print_csv(const std::vector<CharterBurden>& all) {
    std::cout << "charter,people";
    for (const Figure& figure : figures) std::cout << "," << figure.name;
    std::cout << ",unplaced,mechanism_cost\n";
    for (const CharterBurden& one : all)
        for (const Burden& size : one.delegations) {
            std::cout << one.charter << "," << size.people;
            for (const Figure& figure : figures) std::cout << fmt::format(",{:.4f}", size.*figure.member);
            std::cout << fmt::format(",{},{:.2f}\n", one.unplaced, one.cost.whole());
        }
}

/// Every one asked for, or all shipped ones; where one has a problem, all problems are printed.
std::optional<std::vector<CharterBurden>> burdens(const BurdenWish& wish, const BurdenAssumptions& assumed) {
    std::vector<CharterBurden> made;
    const auto add = [&](const charter::Charter& one) {
        made.push_back(charter::burden_of(one, assumed, wish.from, wish.years, wish.people));
    };
    if (wish.charters.empty())
        for (const charter::Charter* one : charter::Presets::shipped().all()) add(*one);
    bool all_read = true;
    for (const std::string& name : wish.charters) {
        if (auto whole = load_charter(name, wish.charters)) {
            add(*whole);
        } else {
            print_charter_problems(whole.error());
            all_read = false;
        }
    }
    return all_read ? std::optional(std::move(made)) : std::nullopt;
}

} // namespace

std::string problem_of_assumption(const std::string& text) {
    const auto assumed = read_assumption(text);
    if (!assumed) {
        std::vector<std::string> keys;
        for (const AssumptionSpec& spec : charter::assumption_specs()) keys.emplace_back(spec.key);
        return fmt::format("“{}” is not key=number with one of these keys: {}", text, join(keys, ", "));
    }
    const AssumptionSpec& spec = *assumed->spec;
    // Written so that what is no number lies outside as well.
    if (!(assumed->value >= spec.least && assumed->value <= spec.most))
        return fmt::format("{} takes {} to {} ({})", spec.key, spec.least, spec.most, spec.unit);
    return {};
}

int print_burdens(const BurdenWish& wish) {
    const BurdenAssumptions assumed = assumptions_of(wish);
    const auto all = burdens(wish, assumed);
    if (!all) return 1;
    if (wish.format == "json")
        print_json(wish, assumed, *all);
    else if (wish.format == "csv")
        print_csv(*all);
    else
        print_text(wish, assumed, *all);
    return 0;
}

} // namespace poa::app
