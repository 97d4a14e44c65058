// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/calendar.hpp"
#include "capabilities/charter/contradictions.hpp"
#include "capabilities/charter/module.hpp"

namespace poa::charter {
namespace {

void add_yaml(web::Routes& routes) {
    routes.sentence("yaml.malformed", N_("This is not YAML: {problem}."));
    routes.sentence("yaml.too_long", N_("The file is longer than {max} bytes."));
    routes.sentence("charter.text_and_file", N_("Either a text or a file, not both."));
    routes.sentence("yaml.not_utf8", N_("The file is not UTF-8."));
    routes.sentence("yaml.too_deep", N_("Lists and maps lie more than {max} deep in each other."));
    routes.sentence("yaml.alias", N_("Anchors and aliases (& and *) are not taken: write the value out."));
    routes.sentence("yaml.tag", N_("Tags (!) are not taken."));
    routes.sentence("yaml.repeated_key", N_("“{key}” stands twice."));
    routes.sentence("yaml.key_not_text", N_("A key must be a text."));
    routes.sentence("yaml.several_documents", N_("The file holds more than one YAML document."));
    routes.sentence("yaml.empty", N_("The file is empty."));
    routes.sentence("yaml.control_character", N_("The text holds a character that no page can show."));
    routes.sentence("yaml.number", N_("“{text}” is no number that fits."));
}

void add_files(web::Routes& routes) {
    routes.sentence("charter.not_a_map", N_("A charter is a map of sections."));
    routes.sentence("charter.unknown_section", N_("There is no section “{key}”. Was “{nearest}” meant?"));
    routes.sentence("charter.unknown_clause",
                    N_("The section {section} has no clause “{key}”. Was “{nearest}” meant?"));
    routes.sentence("charter.no_such_section", N_("There is no section “{key}”."));
    routes.sentence("charter.no_such_clause", N_("The section {section} has no clause “{key}”."));
    routes.sentence(
        "charter.provenance",
        N_("Beside its value a clause takes basis (stated, inferred, background or assumed), source, "
           "passage, words and note; “{part}” is not right."));
    routes.sentence(
        "charter.head",
        N_("What the charter says of itself under “{key}” is missing or not right. It is {takes}."));
    routes.sentence("charter.not_a_section", N_("The section “{key}” is not a map of clauses."));
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
    routes.sentence("charter.no_document", N_("{document} is not on the record."));
    routes.sentence("charter.no_passage", N_("{document} has no passage {passage}."));
    routes.sentence("charter.words_not_there",
                    N_("The passage {passage} of {document} does not hold the words “{words}”."));
    routes.sentence("charter.no_file", N_("The file {file} cannot be read."));
}

void add_calendars(web::Routes& routes) {
    for (const UnplacedReason& one : unplaced_reasons()) routes.sentence(one.code, one.sentence);
    routes.sentence("ical.malformed", N_("Line {line} is not iCalendar as it should be: {problem}."));
    routes.sentence("ical.too_long", N_("The calendar is longer than {max} bytes."));
    routes.sentence("ical.too_many",
                    N_("The calendar has more than {max} events, each of a series counted."));
    routes.sentence("ical.not_utf8", N_("The calendar is not UTF-8."));
}

void add_acts(web::Routes& routes) {
    routes.sentence(
        "charter.in_force_already",
        N_("The mechanism has a charter: version {version} is in force. Only a decision changes it."));
    routes.sentence("charter.contradicts_itself", N_("The charter contradicts itself."));
    routes.sentence("charter.none_in_force", N_("No charter is in force."));
    routes.sentence("charter.not_founded_yet", N_("The mechanism accepts no act before {from}."));
    routes.sentence("charter.predecessor_lasts", N_("The mechanism begins when this has ended: {process}."));
    routes.sentence("charter.no_affirmations",
                    N_("The charter in force has no event at which States affirm their commitment."));
    routes.sentence("charter.affirmed_already", N_("Your State has affirmed its commitment already."));
    routes.sentence("charter.process_known", N_("A process with this title is on the register."));
    routes.sentence("charter.no_such_process", N_("There is no such process on the register."));
    routes.sentence("charter.process_ended", N_("The process has an end already: {last}."));
    routes.sentence("charter.days_backwards", N_("The last day is before the first."));
    routes.sentence("accreditation.wrong_stage",
                    N_("The application is at the stage “{stage}”: “{verb}” is not open to it."));
    routes.sentence("accreditation.window_closed", N_("Objections could be lodged until {last}."));
    routes.sentence("accreditation.window_open", N_("Objections may be lodged until {last}."));
    routes.sentence("accreditation.not_circulated_yet",
                    N_("The application was circulated on {circulated}."));
    routes.sentence("accreditation.grounds_required", N_("An objection must give its grounds."));
    routes.sentence("accreditation.already_objected", N_("Your State has objected already."));
    routes.sentence("accreditation.no_such_objection", N_("The State has no objection to withdraw."));
    routes.sentence("accreditation.no_consultation",
                    N_("The charter has no consultation of objecting States."));
    routes.sentence("accreditation.none", N_("The charter has no accreditation."));
    routes.sentence("groups.member_already", N_("{state} is a member of the group already."));
    routes.sentence("groups.partner_required",
                    N_("A State joins with a State of another region; none was named."));
    routes.sentence("groups.partner_of_own_region",
                    N_("A State joins with a State of another region; both are of the same."));
    routes.sentence(
        "groups.region_ahead",
        N_("The group is balanced among regions: this one has {members} members, another {fewest}."));
    routes.sentence("charter.no_such_version", N_("The mechanism's charter has no such version."));
}

} // namespace

void add_sentences(web::Routes& routes) {
    add_yaml(routes);
    add_files(routes);
    add_acts(routes);
    add_calendars(routes);
    for (const ContradictionSentence& one : contradiction_sentences())
        routes.sentence(one.code, one.sentence);
}

} // namespace poa::charter
