// SPDX-License-Identifier: Apache-2.0
// Answers on paper, in word processors and in spreadsheets, and back: what is written is read, the rest is
// told.
#include "base/child_process.hpp"
#include "base/text.hpp"
#include "capabilities/documents/documents.hpp"
#include "capabilities/national_reports/answers_sheet.hpp"
#include "capabilities/national_reports/converting_form.hpp"
#include "capabilities/national_reports/export_form.hpp"
#include "capabilities/national_reports/form_reading.hpp"
#include "capabilities/national_reports/workbook.hpp"
#include "report_house.hpp"

namespace poa::national_reports::test {
namespace {

/// Answers of every kind, half of the survey.
AnswersFile half_filled() {
    AnswersFile file{"framework-survey", 2, {}, {}, "XXA", 2027, {}, true, {}};
    file.answers["strategy"].chosen = {"in_place"};
    file.answers["strategy"].note = "Since the act.\nAnd the rules below it.";
    file.answers["about"].text = "A lead agency <b>was</b> named & works.\n\nالثانية 第二";
    file.answers["bodies"].chosen = {"cert", "police"};
    file.answers["staff"].text = "12.5";
    file.answers["since"].day = Day::parse("2024-02-29");
    file.answers["laws"].rows = {{"An act", "2019"}, {"Another", ""}};
    file.answers["page"].text = "https://example.org/a?b=c&d";
    file.answers["paper"].text = "A/78/76";
    std::int64_t revision = 0;
    for (const auto& [question, answer] : file.answers) file.seen[question] = ++revision;
    return file;
}

/// What was on the form comes back, blank questions as blank answers, and nothing is left over.
void expect_same(const Result<AnswersFile>& read, const AnswersFile& written) {
    ASSERT_TRUE(read.has_value()) << said(read);
    EXPECT_EQ(read->survey, written.survey);
    EXPECT_EQ(read->version, written.version);
    EXPECT_EQ(read->state, written.state);
    EXPECT_EQ(read->year, written.year);
    EXPECT_EQ(read->seen, written.seen);
    for (const Unread& left : read->unread)
        ADD_FAILURE() << left.question << " " << left.place << " " << left.why.code;
    for (const Section& section : sample_survey().sections)
        for (const Question& question : section.questions) {
            const auto found = read->answers.find(question.key), was = written.answers.find(question.key);
            ASSERT_NE(found, read->answers.end()) << question.key;
            const Answer before = was == written.answers.end() ? Answer{} : was->second;
            EXPECT_EQ(found->second.chosen, before.chosen) << question.key;
            EXPECT_EQ(found->second.day, before.day) << question.key;
            EXPECT_EQ(found->second.rows, before.rows) << question.key;
            EXPECT_TRUE(same_words(found->second.text, before.text)) << found->second.text;
            EXPECT_TRUE(same_words(found->second.note, before.note)) << found->second.note;
        }
}

std::string document_in(web::Language language, const AnswersFile& file) {
    const Survey survey = sample_survey();
    return form_document({survey, file, "Sampleland", web::Wording::in(language)});
}

TEST(FormReading, ADocxComesBackAsItWentInEachDirectionOfWriting) {
    // REP_14: half filled in, on paper or in a word processor, and read back.
    for (const web::Language language : {web::Language::en, web::Language::ar, web::Language::zh}) {
        const auto docx =
            convert_form(FormFormat::docx, document_in(language, half_filled()), web::code_of(language));
        ASSERT_TRUE(docx.has_value()) << said(docx);
        EXPECT_EQ(sniff_answers(*docx), "docx");
        const auto lines = lines_of_document(*docx, "docx");
        ASSERT_TRUE(lines.has_value());
        expect_same(read_form(*lines, sample_survey()), half_filled());
    }
}

TEST(FormReading, APdfWithTextComesBackToo) {
    AnswersFile filled = half_filled();
    filled.answers["about"].text = "A lead agency was named.\n\nIt works.";
    const auto pdf = convert_form(FormFormat::pdf, document_in(web::Language::en, filled), "en");
    ASSERT_TRUE(pdf.has_value()) << said(pdf);
    const auto text = without_pdf(*pdf);
    ASSERT_TRUE(text.has_value()) << said(text);
    const auto lines = lines_of_document(*text, "text");
    expect_same(read_form(*lines, sample_survey()), filled);
    EXPECT_EQ(said(without_pdf("%PDF-1.4\nnothing")), "national_reports.conversion_failed");
}

TEST(FormReading, WhatIsNotInstalledIsNamed) {
    FormConverters none;
    none.pandoc = none.pdftotext = "no-such-program";
    const auto docx = convert_form(FormFormat::docx, "<p>x</p>", "en", none);
    EXPECT_EQ(said(docx), "national_reports.converter_missing");
    EXPECT_EQ(fact(docx, "package"), "pandoc");
    EXPECT_EQ(fact(without_pdf("%PDF-1.4\n", none), "package"), "poppler-utils");
    none = {};
    none.office = "no-such-program";
    EXPECT_EQ(fact(convert_form(FormFormat::pdf, "<p>x</p>", "en", none), "package"),
              "libreoffice-writer-nogui");
}

std::vector<std::string> lines_with(std::vector<std::string> more) {
    std::vector<std::string> lines{"{form framework-survey 2}"};
    lines.insert(lines.end(), more.begin(), more.end());
    return lines;
}
/// "question place code" of what could not be read, but for questions that the form does not ask.
std::vector<std::string> left_of(const Result<AnswersFile>& file) {
    std::vector<std::string> left;
    for (const Unread& each : file->unread)
        if (each.why.code != "national_reports.not_on_the_form")
            left.push_back(each.question + " " + each.place + " " +
                           each.why.code.substr(each.why.code.find('.') + 1));
    return left;
}

TEST(FormReading, NothingIsGuessed) {
    using Lines = std::vector<std::string>;
    const auto read = [](Lines lines) { return read_form(lines_with(std::move(lines)), sample_survey()); };
    const Lines note{"{point.note}", "", "{/point.note}"};
    const auto point = [&](const char* yes, const char* no) {
        Lines lines{std::string(yes) + " Yes {point=yes}", std::string(no) + " No {point=no}"};
        lines.insert(lines.end(), note.begin(), note.end());
        return lines;
    };
    EXPECT_EQ(read(point("[x]", "[ ]"))->answers.at("point").chosen, (Lines{"yes"}));
    EXPECT_EQ(read(point("[ ]", "[ ✓ ]"))->answers.at("point").chosen, (Lines{"no"}));
    EXPECT_EQ(read(point("[\xC2\xA0]", "[ ]"))->answers.at("point").chosen, Lines{});
    EXPECT_EQ(left_of(read(point("[?]", "[ ]"))), (Lines{"point line 2 cross_unclear"}));
    EXPECT_EQ(left_of(read(point("", "[x]"))), (Lines{"point line 2 cross_unclear"}));
    EXPECT_EQ(left_of(read(point("[x]", "[x]"))), (Lines{"point  more_than_one"}));
    EXPECT_FALSE(read(point("[x]", "[x]"))->answers.contains("point"));
    Lines one_gone = point("[x]", "[ ]");
    one_gone.erase(one_gone.begin());
    EXPECT_EQ(left_of(read(one_gone)), (Lines{"point  mark_missing"}));
    Lines twice = point("[x]", "[ ]");
    twice.push_back("[ ] Yes {point=yes}");
    EXPECT_EQ(left_of(read(twice)), (Lines{"point line 7 marked_twice"}));
    EXPECT_EQ(
        left_of(read({"{staff}", "many", "{/staff}", "{staff.note}", "{/staff.note}"}))[0].substr(0, 12),
        "staff line 2");
    EXPECT_EQ(left_of(read({"{staff}", "3", "{about}", "{/staff}", "{/about}", "{staff.note}{/staff.note}",
                            "{about.note}{/about.note}"})),
              (Lines{"about line 4 marks_out_of_order", "staff line 2 marks_out_of_order"}));
    EXPECT_EQ(left_of(read({"{gone}", "old words", "{/gone}"})), (Lines{"gone line 2 no_such_question"}));
    EXPECT_EQ(said(read_form(Lines{"A letter without marks."}, sample_survey())),
              "national_reports.form_marks_missing");
    EXPECT_EQ(read({})->unread.size(), sample_survey().question_count()) << "each is told that is not there";
}

TEST(FormReading, StruckOutTextIsNotRead) {
    const auto docx = convert_form(FormFormat::docx, "<p>{about} now {/about}</p>", "en");
    ASSERT_TRUE(docx.has_value());
    const auto entries = documents::read_package(*docx).value();
    const std::string changed = documents::with_entry(
        entries, "word/document.xml",
        "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>{about} </w:t></w:r><w:del><w:r><w:delText>before"
        "</w:delText></w:r></w:del><w:ins><w:r><w:t>now</w:t></w:r></w:ins><w:r><w:br/><w:t>and then</w:t>"
        "</w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>{/about}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        "</w:body></w:document>");
    EXPECT_EQ(lines_of_document(changed, "docx").value(),
              (std::vector<std::string>{"{about} now", "and then", "{/about}"}));
    EXPECT_EQ(said(lines_of_document(docx->substr(0, 200), "docx")), "national_reports.form_unreadable");
    EXPECT_EQ(
        said(lines_of_document(documents::with_entry(entries, "word/document.xml", "<w:document"), "docx")),
        "national_reports.form_unreadable");
}

TEST(FormReading, AnOdtIsReadByItsParagraphs) {
    std::vector<documents::PackageEntry> entries(1);
    entries[0].name = "content.xml";
    const std::string odt = documents::with_entry(
        entries, "content.xml",
        "<o:d xmlns:o=\"o\" xmlns:t=\"t\"><o:text><t:tracked-changes><t:p>struck "
        "out</t:p></t:tracked-changes>"
        "<t:h>Title</t:h> <t:p>{<t:span>about</t:span>} one<t:s t:c=\"2\"/>two<t:line-break/>three</t:p>"
        "<t:list><t:list-item><t:p>four<t:tab/>{/about}</t:p></t:list-item></t:list></o:text></o:d>");
    EXPECT_EQ(sniff_answers(odt), "odt");
    EXPECT_EQ(lines_of_document(odt, "odt").value(),
              (std::vector<std::string>{"Title", "{about} one  two", "three", "four\t{/about}"}));
}

TEST(AnswersSheets, ComeBackAsTheyWent) {
    const auto book = write_workbook(answers_sheets(sample_survey(), half_filled(), "fr"));
    const auto sheets = read_workbook(book);
    ASSERT_TRUE(sheets.has_value());
    EXPECT_TRUE(are_answers_sheets(*sheets));
    expect_same(read_answers_sheets(*sheets, sample_survey()), half_filled());
    EXPECT_EQ(sniff_answers(book), "xlsx");
}

TEST(AnswersSheets, TellTheCellOfWhatCannotBeRead) {
    Survey survey = sample_survey();
    survey.levels = {{"none", en("Not yet")}, {"in_place", {{{"en", "In place"}, {"fr", "En place; bien"}}}}};
    const auto cells = [&](std::vector<std::vector<std::string>> rows) {
        Sheet answers{"answers", {{"key", "section", "question", "choices", "answer", "note", "seen"}}};
        answers.rows.insert(answers.rows.end(), rows.begin(), rows.end());
        return read_answers_sheets(
            {std::move(answers), {"report", {{"name", "value"}, {"survey", "framework-survey"}}}}, survey);
    };
    const auto row = [](const char* key, const char* answer, const char* seen = "") {
        return std::vector<std::string>{key, "", "", "", answer, "", seen};
    };
    EXPECT_EQ(cells({row("strategy", "En place; bien")})->answers.at("strategy").chosen,
              std::vector<std::string>{"in_place"})
        << "a label in another language, with a semicolon in it";
    EXPECT_EQ(cells({row("bodies", "CERT ; police")})->answers.at("bodies").chosen,
              (std::vector<std::string>{"cert", "police"}));
    const auto wrong =
        cells({row("strategy", "perfect"), row("staff", "many", "x"), row("since", "yesterday"),
               row("gone", "words"), row("laws", "one | two | three"), row("staff", "4")});
    EXPECT_EQ(left_of(wrong),
              (std::vector<std::string>{"strategy answers!E2 not_an_option", "staff answers!G3 seen_shape",
                                        "staff answers!E3 not_a_number", "since answers!E4 not_a_day",
                                        "gone answers!A5 no_such_question", "laws answers!E6 row_width"}));
    EXPECT_EQ(wrong->answers.at("staff").text, "4");
    EXPECT_EQ(said(read_answers_sheets({{"answers", {}}, {"report", {{"name", "value"}}}}, survey)),
              "national_reports.answers_sheet_shape");
    survey.levels = {{"a", en("Same")}, {"b", en("same")}};
    EXPECT_EQ(left_of(cells({row("strategy", "Same")})),
              (std::vector<std::string>{"strategy answers!E2 ambiguous_option"}));
}

} // namespace
} // namespace poa::national_reports::test
