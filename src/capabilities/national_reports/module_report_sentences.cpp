// SPDX-License-Identifier: Apache-2.0
// Why an act on a report was refused, in words.
#include "capabilities/national_reports/module.hpp"

namespace poa::national_reports {

void add_report_sentences(web::Routes& routes) {
    const auto say = [&](std::string_view code, std::string_view sentence) {
        routes.sentence("national_reports." + std::string(code), sentence);
    };
    say("no_such_report", N_("There is no such report that you fill in."));
    say("no_such_state", N_("“{value}” is no State's three letters."));
    say("no_such_state_or_year", N_("There is no such State here."));
    say("no_survey_in_use", N_("No survey “{survey}” is in use. A decision puts one in use."));
    say("report_exists", N_("Your State has begun its report for {year} already."));
    say("changed_meanwhile", N_("Somebody else changed the report meanwhile. Look again."));
    say("not_at_this_stage", N_("A report at this stage does not allow that."));
    // answers
    say("answer_shape", N_("“{member}” is not of the form of an answer."));
    say("answers_file_shape", N_("The file is not of the expected form at “{at}”."));
    say("nothing_fits", N_("No answer in the file belongs to a question of this survey: {questions}."));
    say("seen_shape", N_("What was seen before is not of the form “question:revision”."));
    say("no_such_question", N_("The survey has no question “{question}”."));
    say("another_question", N_("Only the answer to “{question}” can be written here."));
    say("not_of_delegation", N_("That person does not fill in reports for your State today."));
    say("no_such_section", N_("The survey has no such section."));
    say("not_an_option", N_("“{value}” is none of the options."));
    say("more_than_one", N_("Only one can be chosen."));
    say("chosen_twice", N_("“{value}” is chosen twice."));
    say("not_of_this_kind", N_("A question of this kind has no “{member}”."));
    say("not_an_address", N_("“{value}” is no address that begins with https:// or http://."));
    say("row_width", N_("Each row has {columns} cells."));
    say("too_many_rows", N_("At most {max} rows."));
    say("too_many_files", N_("At most {max} files."));
    // files of answers
    say("answers_kind", N_("The file is none of JSON, XLSX, DOCX, ODT and PDF, by what is in it."));
    say("answers_sheet_shape", N_("The workbook is not of the expected form at “{at}”."));
    say("form_marks_missing", N_("No marks of a form can be read in the file. Use a form that was taken from "
                                 "here, as DOCX or XLSX; "
                                 "a scanned form, and often a PDF in Arabic, cannot be read back."));
    say("form_unreadable", N_("The file cannot be read."));
    say("unknown_survey", N_("The file answers a survey “{survey}”, which is not known here."));
    say("answers_of_another_state", N_("The file holds answers of another State ({state})."));
    say("mark_missing", N_("The mark {mark} is missing."));
    say("marked_twice", N_("“{question}” stands there twice."));
    say("marks_out_of_order", N_("Its marks are out of order."));
    say("not_on_the_form", N_("The file does not ask it."));
    say("cross_unclear", N_("It is not clear whether this is chosen: “{value}”."));
    say("ambiguous_option", N_("“{value}” is the name of several options."));
    say("not_crossed", N_("No question here asks the same as that one of the survey “{survey}”."));
    say("crossing_does_not_fit", N_("The answer is not possible to the question that asks the same here."));
    // files
    say("evidence_empty", N_("The file is empty."));
    say("evidence_kind",
        N_("The file is none of PDF, DOCX, ODT, XLSX, PNG, JPEG and plain text, by what is in it."));
    say("evidence_program", N_("The file carries macros. Save it without them."));
    say("evidence_too_much", N_("All files of a report together may have {max} MiB."));
    say("no_such_evidence", N_("There is no such file that you may have."));
    // texts beside each other
    say("nothing_beside", N_("No text stands beside this answer."));
    say("no_such_version", N_("There is no such text of this answer that could be its answer."));
    say("answer_changed", N_("The answer changed meanwhile. Look again before you choose."));
    // sharing
    say("parties_needed", N_("Name at least one party."));
    say("no_such_party", N_("“{value}” names no party."));
    // comments and help
    say("no_such_comment", N_("There is no such open comment."));
    say("no_such_organisation", N_("“{value}” is no key of an organisation."));
    say("day_past", N_("That day has passed."));
    say("no_such_helper", N_("That organisation does not help with this report now."));
    // the library of practices
    say("not_a_practice", N_("The library has answers on practices and lessons alone."));
    say("practice_not_public",
        N_("Everybody reads the library. Share the answer with the public first, if you so choose."));
    say("title_needed", N_("Give it a title for the library."));
    say("no_such_act", N_("There is no such act."));
    // approval and release
    say("unsettled", N_("Two texts of the same answer stand beside each other. Choose first: {questions}."));
    say("nothing_to_release", N_("There is no confirmed answer that could be released."));
    say("submitted_already", N_("{by} submitted the report already, as release {release}, at {at}."));
    say("changed_since", N_("The report changed after you read it. Look again: {questions}."));
    say("no_release", N_("No release of this report is in view."));
}

} // namespace poa::national_reports
