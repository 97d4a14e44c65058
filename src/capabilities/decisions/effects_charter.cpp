// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/effects_parts.hpp"

#include <algorithm>

namespace poa::decisions {
namespace {

namespace clause = charter::clause;
using charter::CharterInForce;
using charter::ClauseChange;
using charter::ClauseSpec;

struct AmendCharter {
    std::int64_t base_version = 0;
    std::string clauses; ///< lines "plenary.every_months = 24"
};

const Input<AmendCharter>& amend_input() {
    static const auto input = Input<AmendCharter>("charter.amend")
                                  .number("base_version", &AmendCharter::base_version,
                                          {.label = N_("Version of the charter that is amended"), .least = 1})
                                  .multiline("clauses", &AmendCharter::clauses,
                                             {.label = N_("Clauses and their new values"),
                                              .hint = N_("One a line, each value as a charter file has it: "
                                                         "plenary.every_months = 24"),
                                              .characters_max = 20'000});
    return input;
}

/// What founded the mechanism is past; everything else may be amended (A/78/76: procedural flexibility).
bool is_amendable(const ClauseSpec& clause) {
    return clause.section != "founding";
}

/// The clause that a line names before its equals sign.
const ClauseSpec* named_in(std::string_view line, std::size_t equals, const std::string& number,
                           Objecting& objecting) {
    if (equals == std::string_view::npos) {
        objecting.say("decisions.amendment_line", "clauses", {{"line", number}});
        return nullptr;
    }
    const std::string name(trim(line.substr(0, equals)));
    const ClauseSpec* spec = charter::find_clause(name);
    if (spec == nullptr)
        objecting.say("decisions.amends_no_clause", "clauses", {{"line", number}, {"clause", name}});
    else if (!is_amendable(*spec))
        objecting.say("decisions.clause_not_amendable", "clauses", {{"clause", spec->path}}, spec->number);
    return spec;
}

void read_line(std::string_view line, const std::string& number, std::vector<ClauseChange>& changes,
               Objecting& objecting) {
    const auto equals = line.find('=');
    const ClauseSpec* spec = named_in(line, equals, number, objecting);
    if (spec == nullptr) return;
    auto value = charter::read_clause_text(*spec, trim(line.substr(equals + 1)));
    if (!value) {
        for (Reason& reason : value.error().reasons) {
            reason.field = "clauses";
            reason.clause = spec->number;
            objecting.say(std::move(reason));
        }
    } else if (std::ranges::find(changes, spec->index, &ClauseChange::clause) != changes.end()) {
        objecting.say("decisions.amended_twice", "clauses", {{"clause", spec->path}}, spec->number);
    } else {
        changes.push_back({spec->index, std::move(*value)});
    }
}

std::vector<ClauseChange> read_lines(std::string_view text, Objecting& objecting) {
    std::vector<ClauseChange> made;
    int number = 0;
    for (std::string_view line : split(text, '\n')) {
        ++number;
        if (!trim(line).empty()) read_line(line, std::to_string(number), made, objecting);
    }
    return made;
}

void check_changes(const CharterInForce& in_force, std::span<const ClauseChange> changes,
                   Objecting& objecting) {
    for (const ClauseChange& change : changes) {
        const ClauseSpec& spec = charter::clauses()[change.clause];
        if (in_force.charter.entry(change.clause).value == change.value)
            objecting.say("decisions.clause_same", "clauses",
                          {{"clause", spec.path}, {"value", charter::text_of(change.value)}}, spec.number);
    }
}

/// The amendment was written against another version: those of its clauses that changed since stand in the
/// way.
void check_base(const EffectScene& scene, std::int64_t base, std::span<const ClauseChange> changes,
                Objecting& objecting) {
    const std::string now = std::to_string(scene.in_force.version);
    if (base > scene.in_force.version)
        return objecting.say("decisions.no_such_version", "base_version",
                             {{"version", std::to_string(base)}, {"newest", now}});
    if (base == scene.in_force.version) return;
    const auto versions = charter::all_versions(scene.session);
    const auto found = std::ranges::find(versions, base, [](const auto& one) { return one->version; });
    if (found == versions.end())
        return objecting.say("decisions.no_such_version", "base_version",
                             {{"version", std::to_string(base)}, {"newest", now}});
    for (const ClauseChange& change : changes) {
        const ClauseSpec& spec = charter::clauses()[change.clause];
        if ((*found)->charter.entry(change.clause).value != scene.in_force.charter.entry(change.clause).value)
            objecting.say("decisions.clause_changed_meanwhile", "clauses",
                          {{"clause", spec.path}, {"base", std::to_string(base)}, {"version", now}},
                          spec.number);
    }
}

void check_contradictions(const charter::Charter& amended, Objecting& objecting) {
    for (const charter::Contradiction& found : charter::contradictions_in(amended)) {
        if (found.severity != charter::Severity::contradiction) continue;
        const ClauseSpec& first = charter::clauses()[found.clauses.front()];
        objecting.say(found.code, "clauses", found.facts, first.number);
    }
}

std::vector<Change> lines_of(const CharterInForce& in_force, std::span<const ClauseChange> changes) {
    std::vector<Change> lines;
    for (const ClauseChange& change : changes) {
        const ClauseSpec& spec = charter::clauses()[change.clause];
        lines.push_back({spec.number + " " + std::string(spec.title),
                         charter::text_of(in_force.charter.entry(change.clause).value),
                         charter::text_of(change.value)});
    }
    return lines;
}

struct Amending {
    std::vector<ClauseChange> changes;
    std::vector<Change> lines;
};

Result<Amending> amending(const EffectScene& scene, const AmendCharter& request) {
    Objecting objecting;
    const bool only_review = scene.in_force.charter[clause::review::charter_changes_only_here];
    if (only_review && scene.proposal.body != "review_conference")
        objecting.say("decisions.only_at_review", {}, {},
                      number_of(clause::review::charter_changes_only_here));
    Amending made;
    made.changes = read_lines(request.clauses, objecting);
    check_changes(scene.in_force, made.changes, objecting);
    check_base(scene, request.base_version, made.changes, objecting);
    check_contradictions(charter::amended(scene.in_force.charter, made.changes, scene.proposal.symbol),
                         objecting);
    auto lines = std::move(objecting).or_else(lines_of(scene.in_force, made.changes));
    if (!lines) return refuse(lines.error());
    made.lines = std::move(*lines);
    return made;
}

Result<std::vector<Change>> check_amend(const EffectScene& scene, const AmendCharter& request) {
    auto made = amending(scene, request);
    if (!made) return refuse(made.error());
    return std::move(made->lines);
}

Result<Applied> apply_amend(ledger::Work& work, const EffectScene& scene, const AmendCharter& request,
                            const Adoption& adoption) {
    auto made = amending(scene, request);
    if (!made) return refuse(made.error());
    const auto version = std::to_string(charter::bring_into_force(
        work, charter::amended(scene.in_force.charter, made->changes, adoption.symbol), adoption.symbol));
    return Applied{
        "charter:" + version, "/charters/versions", std::move(made->lines), {{"version", version}}};
}

} // namespace

void add_charter_effects(Effects& effects) {
    effects.add(
        effect("charter.amend", N_("Amend the charter"),
               N_("Gives clauses of the charter in force other values; the whole is the next version."),
               Matter::charter, {"plenary", "review_conference"}, amend_input(), check_amend, apply_amend));
}

} // namespace poa::decisions
