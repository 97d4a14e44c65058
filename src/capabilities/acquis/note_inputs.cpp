// SPDX-License-Identifier: Apache-2.0
#include "capabilities/acquis/note_inputs.hpp"

#include "base/require.hpp"

#include <map>

namespace poa::acquis {
namespace {

using Fields = NoteFields;
using In = Input<NoteFields>;

In begin(std::string_view kind) {
    return In("acquis.note." + std::string(kind));
}

FieldRules text_rules(std::string_view label, bool required = true) {
    return {.label = label, .required = required, .characters_max = 20'000};
}

FieldRules sources_rules() {
    return {.label = N_("Sources"),
            .hint = N_("Symbols or addresses of documents and passages, one a line."),
            .required = false,
            .characters_max = 4'000};
}

FieldRules level_rules() {
    return {
        .label = N_("Level"),
        .required = false,
        .choices = {{"national", N_("national")}, {"regional", N_("regional")}, {"global", N_("global")}}};
}

In guidance() {
    return begin("guidance")
        .multiline("text", &Fields::text, text_rules(N_("Practical steps")))
        .choice("level", &Fields::level, level_rules())
        .multiline("sources", &Fields::sources, sources_rules());
}
In clarification() {
    return begin("clarification")
        .multiline("text", &Fields::text, text_rules(N_("How it is understood")))
        .multiline("sources", &Fields::sources, sources_rules());
}
In practice() {
    return begin("practice")
        .multiline("text", &Fields::text, text_rules(N_("The practice")))
        .choice("level", &Fields::level, level_rules())
        .line("source", &Fields::source,
              {.label = N_("Where it is described"),
               .hint = N_("A law, a document or an address."),
               .characters_max = 500})
        .tick("consent", &Fields::consent, {.label = N_("Our State agrees that everybody reads this")});
}
In standard() {
    return begin("standard")
        .line("publisher", &Fields::publisher, {.label = N_("Who publishes it"), .characters_max = 200})
        .line("address", &Fields::address, {.label = N_("Address"), .required = false, .characters_max = 500})
        .multiline("text", &Fields::text, text_rules(N_("How it helps")));
}
In gap() {
    return begin("gap")
        .multiline("text", &Fields::text, text_rules(N_("The gap")))
        .multiline("evidence", &Fields::evidence,
                   {.label = N_("What shows it"),
                    .hint = N_("Reports, documents or passages, one a line."),
                    .characters_max = 4'000})
        .choice("response", &Fields::response,
                {.label = N_("Kind of answer"),
                 .choices = {{"none_yet", N_("none proposed yet")},
                             {"guidance", N_("guidance")},
                             {"recommendation", N_("an actionable recommendation")},
                             {"capacity_building", N_("capacity-building")},
                             {"new_norm", N_("a new norm")},
                             {"binding_obligation", N_("a legally binding obligation")}}})
        .multiline("answer", &Fields::answer, text_rules(N_("The answer proposed"), false))
        .line("decision", &Fields::decision,
              {.label = N_("Symbol of the decision on it"), .required = false, .characters_max = 60});
}
In open_question() {
    return begin("open_question")
        .multiline("text", &Fields::text, text_rules(N_("The question")))
        .choice("status", &Fields::status,
                {.label = N_("Status"),
                 .choices = {{"open", N_("open")},
                             {"under_study", N_("under study")},
                             {"answered", N_("answered")},
                             {"set_aside", N_("set aside")}}})
        .multiline("answer", &Fields::answer, text_rules(N_("The answer"), false))
        .multiline("sources", &Fields::sources, sources_rules());
}
In role() {
    return begin("role")
        .choice("category", &Fields::category,
                {.label = N_("Category"),
                 .choices = {{"business", N_("business")},
                             {"civil_society", N_("civil society")},
                             {"academia", N_("academia")},
                             {"technical_community", N_("technical community")},
                             {"regional_organisation", N_("regional organisation")}}})
        .multiline("text", &Fields::text, text_rules(N_("What they do")));
}
In adjacent() {
    return begin("adjacent")
        .choice("scope", &Fields::scope,
                {.label = N_("Where it stands"),
                 .choices = {{"adjacent", N_("beside the framework")},
                             {"out_of_scope", N_("outside the framework")}}})
        .multiline("text", &Fields::text, text_rules(N_("The reason")))
        .line("publisher", &Fields::publisher,
              {.label = N_("Who deals with it"), .required = false, .characters_max = 200})
        .line("address", &Fields::address,
              {.label = N_("Address"), .required = false, .characters_max = 500});
}
In infrastructure() {
    return begin("infrastructure")
        .multiline("text", &Fields::text, text_rules(N_("What your State considers critical infrastructure")))
        .multiline("topics", &Fields::topics,
                   {.label = N_("Sectors"),
                    .hint = N_("Keys of subjects, one a line: health-care, energy ..."),
                    .required = false,
                    .characters_max = 1'000})
        .line("source", &Fields::source,
              {.label = N_("Where it is laid down"), .required = false, .characters_max = 500});
}
In exchange() {
    return begin("exchange")
        .day("day", &Fields::day, {.label = N_("Day")})
        .multiline("text", &Fields::text, text_rules(N_("What it is about")))
        .multiline("conclusions", &Fields::conclusions, text_rules(N_("Conclusions"), false));
}
In classification() {
    return begin("classification")
        .multiline("items", &Fields::items,
                   {.label = N_("Items it puts into practice"),
                    .hint = N_("Keys, one a line: norm-f, cbm-1 ..."),
                    .required = false,
                    .characters_max = 2'000})
        .choice("level", &Fields::level, level_rules())
        .choice("category", &Fields::category,
                {.label = N_("Category"),
                 .choices = {{"law_and_policy", N_("law and policy")},
                             {"organisation", N_("organisation")},
                             {"technical", N_("technical measures")},
                             {"emergency_plans", N_("emergency plans")},
                             {"cooperation", N_("cooperation")},
                             {"training", N_("training and exercises")}}})
        .multiline("topics", &Fields::topics,
                   {.label = N_("Subjects"),
                    .hint = N_("Keys of subjects, one a line."),
                    .required = false,
                    .characters_max = 1'000});
}
In adaptation() {
    return begin("adaptation")
        .multiline("text", &Fields::text, text_rules(N_("How it is adapted")))
        .choice("level", &Fields::level, level_rules());
}
In awareness() {
    return begin("awareness")
        .day("day", &Fields::day, {.label = N_("Day")})
        .multiline("text", &Fields::text, text_rules(N_("What was done, and for whom")))
        .number("reached", &Fields::reached,
                {.label = N_("People reached"), .required = false, .least = 0, .most = 1'000'000'000})
        .line("address", &Fields::address,
              {.label = N_("Address"), .required = false, .characters_max = 500});
}
In guide() {
    return begin("guide")
        .multiline("text", &Fields::text, text_rules(N_("What can be learned")))
        .multiline(
            "states", &Fields::states,
            {.label = N_("National approaches and their sources"),
             .hint = N_("One a line: the code of the State, a colon, and the law, document or address."),
             .characters_max = 20'000})
        .line("address", &Fields::address,
              {.label = N_("Address"), .required = false, .characters_max = 500});
}
In cooperation() {
    return begin("cooperation")
        .multiline("partners", &Fields::partners,
                   {.label = N_("Who takes part"), .hint = N_("One a line."), .characters_max = 4'000})
        .multiline("text", &Fields::text, text_rules(N_("What is done, and for whom")))
        .choice("status", &Fields::status,
                {.label = N_("Status"),
                 .choices = {{"planned", N_("planned")},
                             {"under_way", N_("under way")},
                             {"finished", N_("finished")}}})
        .multiline("conclusions", &Fields::conclusions, text_rules(N_("What came of it"), false))
        .line("address", &Fields::address,
              {.label = N_("Address"), .required = false, .characters_max = 500});
}
In tool() {
    return begin("tool")
        .choice("category", &Fields::category,
                {.label = N_("Category"),
                 .choices = {{"survey", N_("survey")},
                             {"checklist", N_("checklist")},
                             {"maturity_model", N_("maturity model")},
                             {"study", N_("study")},
                             {"platform", N_("platform")}}})
        .line("publisher", &Fields::publisher, {.label = N_("Who keeps it"), .characters_max = 200})
        .multiline("text", &Fields::text, text_rules(N_("What it is for")))
        .line("address", &Fields::address,
              {.label = N_("Address"), .required = false, .characters_max = 500});
}

} // namespace

const Input<NoteFields>& note_input(NoteKind kind) {
    static const std::map<NoteKind, In> inputs = {
        {NoteKind::guidance, guidance()},
        {NoteKind::clarification, clarification()},
        {NoteKind::practice, practice()},
        {NoteKind::standard, standard()},
        {NoteKind::gap, gap()},
        {NoteKind::open_question, open_question()},
        {NoteKind::role, role()},
        {NoteKind::adjacent, adjacent()},
        {NoteKind::infrastructure, infrastructure()},
        {NoteKind::exchange, exchange()},
        {NoteKind::classification, classification()},
        {NoteKind::adaptation, adaptation()},
        {NoteKind::awareness, awareness()},
        {NoteKind::guide, guide()},
        {NoteKind::cooperation, cooperation()},
        {NoteKind::tool, tool()},
    };
    const auto found = inputs.find(kind);
    require(found != inputs.end(), "a kind with an input");
    return found->second;
}

} // namespace poa::acquis
