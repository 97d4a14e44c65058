// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/module.hpp"

namespace poa::national_reports {
namespace {

void add_shape(web::Routes& routes) {
    routes.sentence("national_reports.survey_shape",
                    N_("{at}: a value of the kind “{expected}” stands here."));
    routes.sentence("national_reports.survey_unknown_member", N_("{at}: “{name}” is not known here."));
    routes.sentence("national_reports.survey_unknown_value",
                    N_("{at}: “{value}” is not one of the words that "
                       "can stand here."));
    routes.sentence("national_reports.survey_bad_key",
                    N_("{at}: “{key}” is no key. A key has lower-case letters, digits, hyphens and "
                       "underscores, begins with a letter, and has at most 64 characters."));
    routes.sentence("national_reports.survey_repeated_key", N_("{at}: “{key}” stands here twice."));
    routes.sentence("national_reports.survey_empty", N_("{at}: “{key}” has nothing in it."));
    routes.sentence("national_reports.survey_too_many", N_("{at}: {count} are too many; at most {most}."));
    routes.sentence("national_reports.survey_too_long", N_("{at}: longer than {most} characters."));
    routes.sentence("national_reports.survey_not_plain", N_("{at}: there are characters that are no text."));
    routes.sentence("national_reports.survey_bad_minutes",
                    N_("{at}: minutes are a number from 0 to {most}."));
    routes.sentence("national_reports.survey_bad_level",
                    N_("{at}: “{value}” is no level. A section is national or regional."));
    routes.sentence(
        "national_reports.survey_bad_audience",
        N_("{at}: answers are not for “{value}”. They are for the own delegation, for parties, for "
           "Member States or for the public."));
}

void add_meaning(web::Routes& routes) {
    routes.sentence("national_reports.survey_no_languages", N_("{at}: the survey has no language."));
    routes.sentence("national_reports.survey_unknown_language",
                    N_("{at}: “{language}” is none of the six official languages."));
    routes.sentence("national_reports.survey_language_missing",
                    N_("{at}: “{key}” has no text in the language “{language}”."));
    routes.sentence("national_reports.survey_source_missing",
                    N_("{at}: “{key}” needs the document it rests on, because its section is not general."));
    routes.sentence("national_reports.survey_options_missing",
                    N_("{at}: “{key}” needs two answers or more to "
                       "choose from."));
    routes.sentence("national_reports.survey_columns_missing", N_("{at}: the table “{key}” needs columns."));
    routes.sentence("national_reports.survey_not_of_kind",
                    N_("{at}: “{key}” is of the kind “{kind}” and has no “{member}”."));
    routes.sentence("national_reports.survey_no_levels",
                    N_("{at}: “{key}” asks for a status, and the survey has no levels."));
    routes.sentence("national_reports.survey_condition_unknown",
                    N_("{at}: “{key}” depends on “{question}”, which is not there."));
    routes.sentence("national_reports.survey_condition_later",
                    N_("{at}: “{key}” depends on “{question}”, which comes only after it."));
    routes.sentence("national_reports.survey_condition_not_closed",
                    N_("{at}: “{key}” depends on “{question}”, which has no answers to choose from."));
    routes.sentence("national_reports.survey_condition_value",
                    N_("{at}: “{value}” is no answer of “{question}”."));
    routes.sentence("national_reports.survey_crossing_unknown",
                    N_("{at}: “{question}” is no question of this survey."));
    routes.sentence("national_reports.survey_crossing_value", N_("{at}: “{value}” is no answer of “{key}”."));
}

void add_files(web::Routes& routes) {
    routes.sentence("national_reports.workbook_unreadable",
                    N_("This is no workbook that can be read: “{part}” is broken or missing."));
    routes.sentence("national_reports.workbook_too_large", N_("The workbook is too large: “{part}”."));
    routes.sentence("national_reports.xlsform_no_sheet", N_("The workbook has no sheet “{sheet}”."));
    routes.sentence("national_reports.xlsform_no_column", N_("{at}: the sheet has no column “{column}”."));
    routes.sentence("national_reports.xlsform_unknown_type",
                    N_("{at}: a survey has no questions of the type “{value}”."));
    routes.sentence(
        "national_reports.xlsform_nested_group",
        N_("{at}: “{value}” begins inside another group; sections and tables hold questions alone."));
    routes.sentence("national_reports.xlsform_not_closed", N_("{at}: “{value}” is not ended."));
    routes.sentence("national_reports.xlsform_not_open", N_("{at}: “{value}” ends what has not begun."));
    routes.sentence("national_reports.xlsform_no_list",
                    N_("{at}: there is no list “{value}” among the choices."));
    routes.sentence("national_reports.xlsform_condition",
                    N_("{at}: “{value}” is more than a survey can ask. A question can depend on one other "
                       "question having one of some answers."));
    routes.sentence("national_reports.xlsform_language",
                    N_("{at}: “{value}” names none of the six official languages."));
}

void add_acts(web::Routes& routes) {
    routes.sentence("national_reports.no_survey",
                    N_("There is no such survey, or it is not for you to read."));
    routes.sentence("national_reports.no_such_survey", N_("There is no survey “{survey}” to begin from."));
    routes.sentence("national_reports.survey_from_nothing",
                    N_("A file is needed, or the key of a survey to begin from."));
    routes.sentence("national_reports.survey_not_draft",
                    N_("This version is or was in use. It never changes; a change is a new draft."));
    routes.sentence(
        "national_reports.survey_of_others",
        N_("This draft is not of the body you act for ({body}). Draft a further version instead."));
    routes.sentence("national_reports.survey_changed_meanwhile",
                    N_("Somebody changed this draft since you read it. Read it again; nothing was changed."));
    routes.sentence("national_reports.survey_key_stays",
                    N_("The file is of another survey. The key of this one is “{key}” and stays."));
    routes.sentence("national_reports.no_such_section", N_("The survey has no section “{section}”."));
    routes.sentence("national_reports.no_such_text", N_("There is no text “{name}” here."));
    routes.sentence("national_reports.no_such_draft",
                    N_("There is no version {version} of a survey “{survey}”."));
    routes.sentence("national_reports.survey_other_digest",
                    N_("The draft is not the one that is named: its digest is {sha256}."));
    routes.sentence("national_reports.no_such_format",
                    N_("A survey is not to be had as “{format}”. It can be had as json or xlsx."));
}

} // namespace

void add_survey_sentences(web::Routes& routes) {
    add_shape(routes);
    add_meaning(routes);
    add_files(routes);
    add_acts(routes);
}

} // namespace poa::national_reports
