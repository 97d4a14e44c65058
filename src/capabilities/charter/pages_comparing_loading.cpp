// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/pages_comparing_loading.hpp"

#include "base/text.hpp"
#include "capabilities/charter/pages_running.hpp"
#include "capabilities/charter/pages_words.hpp"
#include "capabilities/charter/presets.hpp"

#include <algorithm>
#include <memory>

namespace poa::charter {
namespace {

using web::Url;
using web::Visit;

void add_ids(std::string_view typed, std::vector<std::string>& ids) {
    for (std::string_view part : split(typed, ','))
        for (std::string_view id : split(part, ' '))
            if (!trim(id).empty() && std::ranges::find(ids, trim(id)) == ids.end())
                ids.emplace_back(trim(id));
}

bool is_said(const ComparedClause& compared, const std::vector<const Charter*>& charters) {
    return std::ranges::any_of(charters, [&](const Charter* one) { return one->speaks_of(compared.clause); });
}

/// Of one comparison: what its rows need.
struct Rows {
    const std::vector<ShownCharter>& shown;
    const HearVoices& hear;
    const members::Register& states;
    const Visit& visit;

    [[nodiscard]] std::vector<std::string> ids(const std::vector<std::size_t>& places) const {
        std::vector<std::string> made;
        for (std::size_t place : places) made.push_back(shown[place].id);
        return made;
    }
    /// A file may have what no paper says.
    void add_sayers(ComparedValueRow& row, const ValueStand& stand, std::size_t clause) const {
        row.asked_by = ids(stand.say);
        for (std::size_t place : stand.chosen) {
            const Basis basis = shown[place].charter->entry(clause).provenance.basis;
            (basis == Basis::background ? row.known_of : row.assumed_by).push_back(shown[place].id);
        }
    }
    [[nodiscard]] ComparedValueRow row(const ComparedClause& compared, const ValueStand& stand) const {
        const ClauseSpec& clause = clauses()[compared.clause];
        ComparedValueRow made;
        made.section = clause.section;
        made.section_title = visit.in.tr(section_of(clause).title);
        made.number = clause.number;
        made.path = clause.path;
        made.title = visit.in.tr(clause.title);
        made.value = text_of(stand.value);
        made.words = words_of(clause, stand.value, visit.in);
        made.items = items_of(clause, stand.value, visit.in);
        add_sayers(made, stand, clause.index);
        made.accepted_by = ids(stand.accept);
        made.inherited_by = ids(stand.inherit);
        made.is_shared = compared.is_shared();
        made.is_nearest = compared.nearest() == &stand;
        return made;
    }
    void add_voices(ComparedValueRow& row, Voices voices) const {
        row.is_most_voiced = true;
        row.names_can = state_names(voices.can_live_with, states, visit);
        row.names_cannot = state_names(voices.cannot, states, visit);
        row.states_can = std::move(voices.can_live_with);
        row.states_cannot = std::move(voices.cannot);
    }
    void add(const ComparedClause& compared, std::vector<ComparedValueRow>& rows) const {
        const std::size_t first = rows.size();
        for (const ValueStand& stand : compared.values) rows.push_back(row(compared, stand));
        if (!hear) return;
        if (auto voiced = most_voiced(compared, hear))
            add_voices(rows[first + voiced->value], std::move(voiced->voices));
    }
};

std::vector<ComparedCharterRow> charter_rows(const std::vector<ShownCharter>& shown, const Visit& visit) {
    std::vector<ComparedCharterRow> made;
    for (const ShownCharter& one : shown) {
        const CharterHead& head = one.charter->head();
        const bool has_page = one.kept != nullptr || Presets::shipped().find(one.id) == one.charter;
        made.push_back({one.id, std::string(head.title_in(visit.in.code())), language_of_title(head, visit),
                        has_page ? Url::of("charters", one.id).text() : std::string()});
    }
    return made;
}

void count(const std::vector<ComparedClause>& all, const std::vector<const Charter*>& charters,
           const Visit& visit, Comparison& made) {
    for (const SectionSpec& section : sections()) {
        ComparedSectionRow row{section.number,
                               section.key,
                               std::string(visit.in.tr(section.title)),
                               static_cast<std::int64_t>(section.count),
                               0,
                               0,
                               0};
        for (std::size_t i = section.first; i < section.first + section.count; ++i) {
            ++(all[i].is_shared() ? row.shared : row.differing);
            row.said += is_said(all[i], charters) ? 1 : 0;
        }
        made.shared += row.shared;
        made.differing += row.differing;
        made.sections.push_back(std::move(row));
    }
}

/// The first section that has something to show.
std::string first_section(const Comparison& made) {
    for (const ComparedSectionRow& row : made.sections)
        if ((!made.only_differing || row.differing > 0) && (!made.only_said || row.said > 0)) return row.key;
    return made.sections.front().key;
}

bool is_section(std::string_view key) {
    return std::ranges::any_of(sections(), [&](const SectionSpec& one) { return one.key == key; });
}

/// Finds what was asked for; what there is none of goes to `unknown`.
std::vector<ShownCharter> find_all(const ModuleLinks& links, const ComparisonQuery& query,
                                   std::vector<std::string>& unknown) {
    std::vector<std::string> ids;
    add_ids(query.charters, ids);
    for (const std::string& ticked : query.charter) add_ids(ticked, ids);
    std::vector<ShownCharter> shown;
    for (const std::string& id : ids)
        if (auto found = shown_charter(links, id))
            shown.push_back(std::move(*found));
        else
            unknown.push_back(id);
    return shown;
}

Refusal unknown_charters(const std::vector<std::string>& unknown) {
    Refusal problems{Refusal::Kind::bad_input, {}};
    for (const std::string& id : unknown)
        problems.add_field("charters", "charter.no_such_preset",
                           {{"id", id}, {"known", join(Presets::shipped().ids(), ", ")}});
    return problems;
}

/// What people get of many charters where they ask for no section in particular.
std::string section_for(const ComparisonQuery& query, const std::vector<ShownCharter>& shown,
                        const Comparing& wish, const ModuleLinks& links, const Visit& visit) {
    if (query.section == "all") return {};
    if (!query.section.empty()) return query.section;
    if (visit.face != web::Face::html || shown.size() <= charters_on_one_page) return {};
    Comparing counting = wish;
    counting.section = sections().front().key;
    return first_section(comparison_of(shown, counting, links, visit));
}

} // namespace

const Input<ComparisonQuery>& input_of(Of<ComparisonQuery>) {
    static const auto input =
        Input<ComparisonQuery>("charter.compare")
            .line("charters", &ComparisonQuery::charters,
                  {.label = N_("Charters"), .required = false, .characters_max = 1000})
            .several("charter", &ComparisonQuery::charter,
                     {.label = N_("Charters"), .required = false, .characters_max = 80})
            .line("section", &ComparisonQuery::section,
                  {.label = N_("Section"), .required = false, .characters_max = 40})
            .choice("differing", &ComparisonQuery::differing,
                    {.label = N_("Clauses"),
                     .required = false,
                     .choices = {{"yes", N_("Only where they differ")}, {"no", N_("All")}}})
            .tick("said", &ComparisonQuery::said, {.label = N_("Only what papers speak of")});
    return input;
}

Comparison comparison_of(const std::vector<ShownCharter>& shown, const Comparing& wish,
                         const ModuleLinks& links, const Visit& visit) {
    std::vector<const Charter*> charters;
    for (const ShownCharter& one : shown) charters.push_back(one.charter);
    const std::vector<ComparedClause> all = compare(charters);
    Comparison made;
    made.charters = charter_rows(shown, visit);
    made.only_differing = wish.only_differing;
    made.only_said = wish.only_said;
    count(all, charters, visit, made);
    const HearVoices hear = links.voices ? links.voices(visit) : HearVoices();
    const auto states = links.states.now();
    const Rows rows{shown, hear, *states, visit};
    for (const ComparedClause& compared : all) {
        if (!wish.section.empty() && clauses()[compared.clause].section != wish.section) continue;
        if (wish.only_differing && compared.is_shared()) continue;
        if (wish.only_said && !is_said(compared, charters)) continue;
        rows.add(compared, made.rows);
    }
    return made;
}

Result<ComparisonPage> load_comparison(const ModuleLinks& links, const Visit& visit,
                                       const ComparisonQuery& query) {
    if (!query.section.empty() && query.section != "all" && !is_section(query.section))
        return refuse(
            Refusal::because(Refusal::Kind::not_found, "charter.no_such_section").with("key", query.section));
    ComparisonPage page;
    const std::vector<ShownCharter> shown = find_all(links, query, page.unknown);
    if (visit.face != web::Face::html && !page.unknown.empty()) return refuse(unknown_charters(page.unknown));
    if (shown.size() >= 2) {
        Comparing wish{{}, shown.size() > 2, query.said};
        if (!query.differing.empty()) wish.only_differing = query.differing == "yes";
        wish.section = section_for(query, shown, wish, links, visit);
        static_cast<Comparison&>(page) = comparison_of(shown, wish, links, visit);
        page.section = wish.section;
    } else {
        page.charters = charter_rows(shown, visit);
    }
    page.choices = shipped_rows(*links.states.now(), visit);
    page.has_in_force = shown_charter(links, std::string(in_force_id)).has_value();
    return page;
}

} // namespace poa::charter
