// SPDX-License-Identifier: Apache-2.0
#include "capabilities/acquis/module_turns.hpp"
#include "capabilities/acquis/pages_drawing.hpp"

namespace poa::acquis {
namespace {

using web::Visit;

/// What is none of them is refused: an empty list would say that the framework has nothing there.
FieldRules pillar_rules() {
    FieldRules rules{.label = N_("Pillar"), .required = false, .characters_max = 40};
    for (Pillar pillar : all_pillars()) rules.choices.push_back({name_of(pillar), title_of(pillar)});
    return rules;
}
FieldRules level_rules() {
    FieldRules rules{.label = N_("Level"), .required = false, .characters_max = 20};
    for (std::string_view level : all_levels) rules.choices.push_back({level, level});
    return rules;
}

const Input<FrameworkFilter>& framework_query() {
    static const auto input =
        Input<FrameworkFilter>("acquis.framework")
            .line("q", &FrameworkFilter::words, {.label = N_("Words"), .required = false})
            .choice("pillar", &FrameworkFilter::pillar, pillar_rules())
            .choice("level", &FrameworkFilter::level, level_rules())
            .line("topic", &FrameworkFilter::topic,
                  {.label = N_("Subject"), .required = false, .characters_max = 64})
            .line("instrument", &FrameworkFilter::instrument,
                  {.label = N_("Instrument"), .required = false, .characters_max = 64})
            .day("day", &FrameworkFilter::day, {.label = N_("As it stood on"), .required = false});
    return input;
}

struct ItemQuery {
    std::string item;
};
const Input<ItemQuery>& item_query() {
    static const auto input =
        Input<ItemQuery>("acquis.item").hidden("item", &ItemQuery::item, {.characters_max = 64});
    return input;
}

struct VersionsQuery {
    std::int64_t from = 0, to = 0;
};
const Input<VersionsQuery>& versions_query() {
    static const auto input =
        Input<VersionsQuery>("acquis.versions")
            .number("from", &VersionsQuery::from,
                    {.label = N_("From version"), .required = false, .least = 0})
            .number("to", &VersionsQuery::to, {.label = N_("To version"), .required = false, .least = 0});
    return input;
}

const Input<RecommendationFilter>& recommendations_query() {
    using Filter = RecommendationFilter;
    static const auto input =
        Input<Filter>("acquis.recommendations")
            .choice("pillar", &Filter::pillar, pillar_rules())
            .choice("level", &Filter::level, level_rules())
            .line("category", &Filter::category,
                  {.label = N_("Category"), .required = false, .characters_max = 40})
            .line("topic", &Filter::topic, {.label = N_("Subject"), .required = false, .characters_max = 64})
            .tick("stale", &Filter::only_stale, {.label = N_("Only those not reviewed for so long")})
            .number("months", &Filter::stale_months,
                    {.label = N_("Months without review"), .required = false, .least = 1, .most = 240});
    return input;
}

struct WordsQuery {
    std::string words;
};
struct NoteQuery {
    Id<Note> note;
};
const Input<NoteQuery>& note_query() {
    static const auto input = Input<NoteQuery>("acquis.note").id("note", &NoteQuery::note);
    return input;
}
struct NewNoteQuery {
    std::string kind, about;
};
const Input<NewNoteQuery>& new_note_query() {
    static const auto input = Input<NewNoteQuery>("acquis.add_note_form")
                                  .hidden("kind", &NewNoteQuery::kind, {.characters_max = 40})
                                  .line("about", &NewNoteQuery::about,
                                        {.label = N_("About"), .required = false, .characters_max = 120});
    return input;
}

void add_framework(web::Routes& routes, const ModuleLinks& links) {
    routes.page<FrameworkPage>(
        "/acquis", {"acquis.framework", N_("The framework, by pillar, as it stands on a day"), false},
        framework_query(),
        [links](const Visit& visit, const FrameworkFilter& query) -> Result<FrameworkPage> {
            return reading(links, visit, [&](const Reading& read) { return load_framework(read, query); });
        },
        draw_framework);
    routes.page<ItemPage>(
        "/acquis/{item}", {"acquis.item", N_("Everything about one item of the framework"), false},
        item_query(),
        [links](const Visit& visit, const ItemQuery& query) {
            return reading(links, visit, [&](const Reading& read) { return load_item(read, query.item); });
        },
        draw_item);
    routes.page<InstrumentsPage>(
        "/acquis/instruments", {"acquis.instruments", N_("The instruments that make up the framework")},
        [links](const Visit& visit) -> Result<InstrumentsPage> {
            return reading(links, visit, load_instruments);
        },
        draw_instruments);
    routes.page<VersionsPage>(
        "/acquis/versions", {"acquis.versions", N_("Versions of the framework and what differs between two")},
        versions_query(),
        [links](const Visit& visit, const VersionsQuery& query) {
            return reading(links, visit,
                           [&](const Reading& read) { return load_versions(read, query.from, query.to); });
        },
        draw_versions);
}

// Without a day they tell of today, so answers do not stay the same while the journal stands.
void add_compiled(web::Routes& routes, const ModuleLinks& links) {
    routes.page<CompendiumPage>(
        "/acquis/compendium", {"acquis.compendium", N_("All that is agreed, in one document"), false},
        [links](const Visit& visit) -> Result<CompendiumPage> {
            return reading(links, visit, load_compendium);
        },
        draw_compendium);
    routes.page<RecommendationsPage>(
        "/acquis/recommendations",
        {"acquis.recommendations", N_("Recommendations, with the items they put into practice"), false},
        recommendations_query(),
        [links](const Visit& visit, const RecommendationFilter& query) -> Result<RecommendationsPage> {
            return reading(links, visit,
                           [&](const Reading& read) { return load_recommendations(read, query); });
        },
        draw_recommendations);
}

struct NotesRoute {
    NoteKind kind;
    const char* path;
    std::string_view summary;
};

void add_notes(web::Routes& routes, const ModuleLinks& links) {
    const NotesRoute lists[] = {
        {NoteKind::gap, "gaps", N_("Gaps, what shows them, and what is proposed")},
        {NoteKind::open_question, "questions", N_("Questions on which no common understanding has emerged")},
        {NoteKind::role, "roles", N_("Roles of stakeholders, by part of the framework")},
        {NoteKind::standard, "standards", N_("Standards that help to carry items out")},
        {NoteKind::practice, "practices", N_("Good practices that States share")},
        {NoteKind::exchange, "exchanges", N_("Exchanges on items and subjects, with their conclusions")},
        {NoteKind::infrastructure, "infrastructure", N_("What States consider critical infrastructure")},
        {NoteKind::adjacent, "adjacent", N_("Matters beside and outside the framework, with the reason")},
        {NoteKind::awareness, "awareness", N_("What makes the framework known, and how many it reached")},
        {NoteKind::guide, "guides", N_("Guides from national approaches, each with its sources")},
        {NoteKind::cooperation, "cooperation", N_("Projects that put the framework into practice together")},
        {NoteKind::tool, "tools", N_("Surveys, checklists and studies, with who keeps each")},
    };
    for (const NotesRoute& list : lists) {
        const std::string name = "acquis." + std::string(list.path);
        static std::map<std::string, Input<WordsQuery>>
            inputs; // each list has one for as long as it is served
        const auto& input =
            inputs
                .try_emplace(name, Input<WordsQuery>(name).line("q", &WordsQuery::words,
                                                                {.label = N_("Words"), .required = false}))
                .first->second;
        routes.page<NotesPage>(
            "/acquis/" + std::string(list.path), {name, list.summary}, input,
            [links, kind = list.kind](const Visit& visit, const WordsQuery& query) -> Result<NotesPage> {
                return reading(links, visit,
                               [&](const Reading& read) { return load_notes(read, kind, query.words); });
            },
            draw_notes);
    }
    routes.page<NotePage>(
        "/acquis/notes/{note}", {"acquis.note", N_("A note on the framework, with all its versions")},
        note_query(),
        [links](const Visit& visit, const NoteQuery& query) {
            return reading(links, visit, [&](const Reading& read) { return load_note(read, query.note); });
        },
        [](const NotePage& page, const Visit& visit) { return draw_note(page, visit, {}); });
}

void add_forms(web::Routes& routes, const ModuleLinks& links) {
    routes.page<NewNotePage>(
        "/acquis/new/{kind}", {"acquis.add_note_form", N_("The form of a note on the framework"), false},
        new_note_query(),
        [links](const Visit& visit, const NewNoteQuery& query) {
            return reading(links, visit,
                           [&](const Reading& read) { return load_new_note(read, query.kind, query.about); });
        },
        [](const NewNotePage& page, const Visit& visit) { return draw_new_note(page, visit, {}); });
    routes.page<RegisterPage>(
        "/acquis/register", {"acquis.register_form", N_("The form that registers an instrument"), false},
        [links](const Visit& visit) { return reading(links, visit, load_register); },
        [](const RegisterPage& page, const Visit& visit) { return draw_register(page, visit, {}); });
}

} // namespace

void add_page_routes(web::Routes& routes, const ModuleLinks& links) {
    add_framework(routes, links);
    add_compiled(routes, links);
    add_notes(routes, links);
    add_forms(routes, links);
}

} // namespace poa::acquis
