// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/contradictions.hpp"
#include "capabilities/charter/module.hpp"

namespace poa::charter {
namespace {

void add_yaml(web::Routes& routes) {
    routes.sentence("yaml.malformed", N_("This is not YAML: {problem}."));
    routes.sentence("yaml.too_long", N_("The file is longer than {max} bytes."));
    routes.sentence("yaml.not_utf8", N_("The file is not UTF-8."));
    routes.sentence("yaml.too_deep", N_("Lists and maps lie more than {max} deep in each other."));
    routes.sentence("yaml.alias", N_("Anchors and aliases (& and *) are not taken: write the value out."));
    routes.sentence("yaml.tag", N_("Tags (!) are not taken."));
    routes.sentence("yaml.repeated_key", N_("“{key}” stands twice."));
    routes.sentence("yaml.key_not_text", N_("A key must be a text."));
    routes.sentence("yaml.several_documents", N_("The file holds more than one YAML document."));
    routes.sentence("yaml.empty", N_("The file is empty."));
    routes.sentence("yaml.number", N_("“{text}” is no number that fits."));
}

void add_files(web::Routes& routes) {
    routes.sentence("charter.not_a_map", N_("A charter is a map of sections."));
    routes.sentence("charter.unknown_section", N_("There is no section “{key}”. Was “{nearest}” meant?"));
    routes.sentence("charter.unknown_clause",
                    N_("The section {section} has no clause “{key}”. Was “{nearest}” meant?"));
    routes.sentence("charter.head", N_("What the charter says of itself under “{key}” is not right: {problem}"));
    routes.sentence("charter.value", N_("The clause takes {takes}."));
    routes.sentence("charter.impossible_day", N_("There is no day {text}."));
    routes.sentence("charter.span_order", N_("From {least} to {most} runs backwards."));
    routes.sentence("charter.rule_part",
                    N_("A rule by {by} either needs “{part}” and lacks it, or has it and does not take it."));
    routes.sentence("charter.group_twice", N_("Two groups have the id {id}."));
    routes.sentence("charter.unknown_base", N_("It is based on “{base}”, which is not known."));
    routes.sentence("charter.cycle", N_("It is based on itself: {chain}."));
    routes.sentence("charter.too_many_generations",
                    N_("Charters based on charters may go back {max} generations at most."));
    routes.sentence("charter.clause_missing",
                    N_("Neither the charter nor what it is based on says anything on this clause."));
    routes.sentence("charter.no_such_preset", N_("No charter “{id}” is shipped. There are: {known}."));
    routes.sentence("charter.no_file", N_("The file {file} cannot be read."));
}

} // namespace

void add_sentences(web::Routes& routes) {
    add_yaml(routes);
    add_files(routes);
    for (const ContradictionSentence& one : contradiction_sentences()) routes.sentence(one.code, one.sentence);
}

} // namespace poa::charter
