// SPDX-License-Identifier: Apache-2.0
// Documents the importer was not made for. All texts here are samples.
#include "base/text.hpp"
#include "capabilities/documents/converting_pdf.hpp"
#include "capabilities/documents/importing/dates.hpp"
#include "capabilities/documents/importing/enumerator.hpp"
#include "capabilities/documents/importing/inline_text.hpp"
#include "corpus.hpp"

#include <gtest/gtest.h>

#include <set>

namespace poa::documents::test {
namespace {

std::vector<std::string> anchors(const ParsedDocument& document) {
    std::vector<std::string> found;
    for (const Passage& passage : document.passages) found.push_back(passage.anchor);
    return found;
}
using Texts = std::vector<std::string>;

TEST(Import, ReadsAMarkdownPaper) {
    ParsedDocument document = parse(
        "# A paper\n\n## Aims\n\nText with *stress*, **weight**, a [link](https://example.org/x) and "
        "a note.[^1]\n\n- one\n- two\n  - inner\n\n### Inside\n\n1. first\n2. second\n\n[^1]: The note.\n");
    EXPECT_EQ(document.title, "A paper");
    EXPECT_EQ(anchors(document), (Texts{"title", "section-aims", "p1", "p1/b1", "p1/b2", "p1/b2/b1",
                                        "section-inside", "para-1", "para-2", "note-1"}));
    EXPECT_EQ(find(document, "section-inside")->level, 2);
    const Passage* paragraph = find(document, "p1");
    EXPECT_EQ(paragraph->text, "Text with stress, weight, a link and a note.");
    ASSERT_EQ(paragraph->marks.size(), 4U);
    EXPECT_EQ(paragraph->marks[2].target, "https://example.org/x");
    EXPECT_EQ(paragraph->marks[3].anchor, "note-1");
}

TEST(Import, ReadsTheTextOfAPdf) {
    ParsedDocument document = parse(
        "A/99/12\n\nGeneral Assembly\n\nSample matters\n\nReport of the Secretary-General\n\n"
        "I. Introduction\n\n1. The first paragraph of this sample report is long enough to be taken for\n"
        "running text that goes on over the end of the page because it\n\nPage 1\n\f"
        "A/99/12\n\nwas cut there.\n\n2. The second one.\n\n_______________\n   1   A sample note.\n\nPage "
        "2\n\f"
        "A/99/12\n\nII. End\n\n3. The third one.\n\nPage 3\n\f");
    EXPECT_EQ(document.symbol->text(), "A/99/12");
    EXPECT_EQ(document.kind, "report");
    ASSERT_NE(find(document, "para-1"), nullptr);
    EXPECT_NE(text_of(document, "para-1").find("because it was cut there."), std::string::npos);
    EXPECT_EQ(find(document, "para-2")->page, 2);
    EXPECT_NE(find(document, "section-ii"), nullptr);
    EXPECT_NE(find(document, "note-1"), nullptr);
}

TEST(Import, LinesThatAreAlikeByChanceAreNoRunningHeads) {
    const char* words[] = {"one", "two", "three", "four", "five", "six", "seven", "eight"};
    std::string source = "A title\n\n";
    for (int page = 1; page <= 8; ++page) {
        std::string number = std::to_string(page), word = words[page - 1];
        source += "Words of " + word + ".<sup>" + number + "</sup>\n\n";
        for (int more = 1; more < page; ++more)
            source += "More of " + word + " and of " + words[more] + ".\n\n";
        source += "Scope\n\nYet more of " + word + ".\n\n<sup>" + number + "</sup> Ibid., para. " + number +
                  ".\n\nPage " + number + "\n\f";
    }
    ParsedDocument document = parse(source);
    EXPECT_EQ(document.left_over.size(), 8U);
    for (const LeftOver& left : document.left_over) EXPECT_TRUE(left.text.starts_with("Page ")) << left.text;
    for (const char* kept : {"note-1", "note-8", "section-scope", "section-scope-8"})
        EXPECT_NE(find(document, kept), nullptr) << kept;
}

TEST(Import, ReadsRepliesOfUnknownNamesToo) {
    ParsedDocument document =
        parse("# Views\n\n## Atlantis\n\n[Original: English]\n[1 May 2024]\n\nSample words.\n\n## Kenya\n\n"
              "[Original: French]\n\n[2 May 2024]\n\n1. More sample words.\n");
    ASSERT_EQ(document.replies.size(), 2U);
    EXPECT_EQ(document.replies[0].anchor, "atlantis");
    EXPECT_EQ(document.replies[0].iso3, "");
    EXPECT_EQ(document.replies[1].iso3, "KEN");
    EXPECT_EQ(document.replies[1].original_language, Language::french);
    EXPECT_NE(find(document, "ken/para-1"), nullptr);
    ASSERT_FALSE(document.remarks.empty());
    EXPECT_EQ(document.remarks[0].code, "reply_of_unknown_name");
}

TEST(Import, GivesEveryPassageAnAnchorOfItsOwn) {
    ParsedDocument document =
        parse("# T\n\n## Same\n\n1. a\n2. b\n\n## Same\n\n1. c\n\n## Same\n\n(a) d\n\n(a) e\n");
    std::set<std::string> distinct;
    for (const std::string& anchor : anchors(document)) EXPECT_TRUE(distinct.insert(anchor).second) << anchor;
    EXPECT_NE(find(document, "section-same-2"), nullptr);
    EXPECT_NE(find(document, "section-same-2/para-1"), nullptr);
}

TEST(Import, AnchorsOfOtherScriptsAreReadable) {
    ParsedDocument document = parse("# Образец\n\n## Введение\n\nТекст образца.\n");
    EXPECT_NE(find(document, "section-vvedenie"), nullptr);
    EXPECT_EQ(document.language, Language::russian);
    EXPECT_EQ(parse("# 样本\n\n网络安全的样本文字。\n").language, Language::chinese);
    EXPECT_EQ(parse("# عينة\n\nنص عينة عن الأمن.\n").language, Language::arabic);
    EXPECT_EQ(parse("# Exemple\n\nLe texte est un exemple pour les essais dans la langue française et rien "
                    "de plus.\n")
                  .language,
              Language::french);
    EXPECT_EQ(
        parse(
            "# Ejemplo\n\nEl texto es una muestra para los ensayos en la lengua que se habla por el mundo.\n")
            .language,
        Language::spanish);
}

TEST(Import, MarksNeverCross) {
    for (const char* source :
         {"*a **b* c**", "***x*** y", "**a *b* c**", "*unclosed", "a * b * c", "**", "_x_ snake_case_word",
          "[a](https://e.org/*b*) *c", "<i>x **y</i> z**", "\\*not\\*", "<b>x", "[x](javascript:alert(1))"}) {
        InlineText read = read_inline(source);
        for (const Mark& a : read.marks) {
            EXPECT_LE(a.begin, a.end) << source;
            EXPECT_LE(a.end, read.text.size()) << source;
            for (const Mark& b : read.marks) {
                bool apart = a.end <= b.begin || b.end <= a.begin;
                bool nested =
                    (a.begin >= b.begin && a.end <= b.end) || (b.begin >= a.begin && b.end <= a.end);
                EXPECT_TRUE(apart || nested) << source;
            }
        }
    }
    EXPECT_EQ(read_inline("snake_case_word *x* a * b").text, "snake_case_word x a * b");
    EXPECT_EQ(read_inline("2 * 3 *open").text, "2 * 3 *open");
    EXPECT_TRUE(read_inline("[x](javascript:alert(1))").marks.empty());
    EXPECT_EQ(read_inline("[x](javascript:alert(1))").dropped_links.size(), 1U);
}

TEST(Import, MarksSurviveStorage) {
    std::vector<Mark> marks = {{Mark::Kind::strong, 0, 9, "", ""},
                               {Mark::Kind::note, 4, 4, "12", "egy/note-12"},
                               {Mark::Kind::link, 5, 8, "https://example.org/a?b=c&d", ""}};
    EXPECT_EQ(read_marks(write_marks(marks)), marks);
    EXPECT_TRUE(read_marks("nonsense").empty());
    EXPECT_TRUE(read_marks("").empty());
}

TEST(Import, ReadsEnumerators) {
    EXPECT_EQ(read_enumerator("17. Text")->number, "17");
    EXPECT_EQ(read_enumerator("- (iv) Text")->number, "iv");
    EXPECT_EQ(read_enumerator("4.1. Text")->number, "4.1");
    EXPECT_FALSE(read_enumerator("2025. The year"));
    EXPECT_FALSE(read_enumerator("3.5 million"));
    EXPECT_FALSE(read_enumerator("(see above) text"));
    EXPECT_EQ(read_heading_enumerator("IV. Structure")->number, "IV");
    EXPECT_EQ(read_heading_enumerator("II – Substance")->number, "II");
    EXPECT_FALSE(read_heading_enumerator("Civil society"));
    EXPECT_EQ(ordinal_of_roman("xlii"), 42);
    EXPECT_EQ(ordinal_of_letter("aa"), 27);
}

TEST(Import, ReadsDates) {
    EXPECT_EQ(read_date("[12 April 2023]")->iso(), "2023-04-12");
    EXPECT_EQ(read_date("12 avril 2023")->iso(), "2023-04-12");
    EXPECT_EQ(read_date("3 de mayo de 2024")->iso(), "2024-05-03");
    EXPECT_EQ(read_date("12 апреля 2023 года")->iso(), "2023-04-12");
    EXPECT_EQ(read_date("April 12, 2023")->iso(), "2023-04-12");
    for (const char* none :
         {"31 February 2023", "July 2023", "12 April", "", "12 April 2023 and later", "12 April 99999"})
        EXPECT_FALSE(read_date(none)) << none;
    EXPECT_TRUE(is_month_and_year("July 2023"));
}

TEST(Import, ReadsTables) {
    ParsedDocument document = parse("# T\n\n| Symbol | Title |\n|---|---|\n| A/78/76 | *Report* |\n");
    const Passage* table = find(document, "table-1");
    ASSERT_NE(table, nullptr);
    EXPECT_EQ(table->text, "Symbol\tTitle\nA/78/76\tReport");
    ASSERT_EQ(table->marks.size(), 2U);
    EXPECT_EQ(table->marks[0].target, "A/78/76");
    EXPECT_EQ(text_of(parse("# T\n\n| a\\|b | c |\n|---|---|\n| d | e |\n"), "table-1"), "a|b\tc\nd\te");
}

TEST(Import, ReadsTheListsThatConvertersWrite) {
    ParsedDocument document = parse(
        "# T\n\n17. Seventeen:\n\n    a.  first\n\n    b.  second\n\n        i.  roman one\n        ii. "
        "roman two\n\nBetween.\n\n18. Eighteen:\n\n    (1) one\n    (2) two\n\n&nbsp;\n\nA.  big\nB.  "
        "bigger\n\n&nbsp;\n\n40. Forty\n    1.  inner\n    2.  second inner\n41. Forty-one\n");
    ASSERT_EQ(anchors(document),
              (Texts{"title", "para-17", "para-17/a", "para-17/b", "para-17/b/i", "para-17/b/ii", "p1",
                     "para-18", "para-18/1", "para-18/2", "para-18/A", "para-18/B", "para-40", "para-40/1",
                     "para-40/2", "para-41"}));
    EXPECT_EQ(find(document, "para-17/b/ii")->label, "para. 17 (b) (ii)");
    EXPECT_EQ(find(document, "para-18/A")->number, "A");
    ASSERT_EQ(document.left_over.size(), 2U);
    EXPECT_EQ(document.left_over[0].text, "&nbsp;");
}

TEST(Import, TakesInitialsForNoList) {
    ParsedDocument document = parse("# T\n\nA. Sample wrote this.\n\nM. Other wrote that.\n");
    EXPECT_EQ(text_of(document, "p1"), "A. Sample wrote this.");
    EXPECT_EQ(text_of(document, "p2"), "M. Other wrote that.");
}

TEST(Import, ReadsNumbersBeforeATab) {
    ParsedDocument document =
        parse("# T\n\n1.\tFirst paragraph.\n\n2.\tSecond paragraph:\n\n\t(a)\tan item;\n\n\t(b)\tanother.\n\n"
              "•\tA bullet.\n\nNo.\tState\n1.\tCanada\n2.\tEgypt\n\n3.\tThird\twith\ttabs\n");
    EXPECT_EQ(anchors(document), (Texts{"title", "para-1", "para-2", "para-2/a", "para-2/b", "para-2/b1",
                                        "table-1", "table-2"}));
    EXPECT_EQ(text_of(document, "para-1"), "First paragraph.");
    EXPECT_EQ(text_of(document, "table-1"), "No.\tState\n1.\tCanada\n2.\tEgypt");
    EXPECT_NE(find(parse("A title\n\nII.\tScope\n\nText of the section.\n"), "section-ii"), nullptr);
}

TEST(Import, ReadsAFrontPageWithoutBlankLines) {
    ParsedDocument document = parse(
        "A/99/12\nDistr.: General\n12 May 2024\nOriginal: French\nSample matters before the programme of "
        "action and\nof its review conferences\nWorking paper submitted by Canada\n\n1. The first "
        "paragraph.\n");
    EXPECT_EQ(document.title, "Sample matters before the programme of action and of its review conferences");
    EXPECT_EQ(document.symbol->text(), "A/99/12");
    EXPECT_EQ(document.date->iso(), "2024-05-12");
    EXPECT_EQ(document.distribution, "General");
    EXPECT_EQ(document.original_languages, std::vector{Language::french});
    EXPECT_EQ(document.submitted_by, "state:CAN");
    EXPECT_EQ(text_of(document, "para-1"), "The first paragraph.");
    document = parse("A sample title\nSubmitted by Egypt\n3 June 2024\nThe text begins at once and is long "
                     "enough for a line.\nIt goes on.\n");
    EXPECT_EQ(document.title, "A sample title");
    EXPECT_EQ(document.date->iso(), "2024-06-03");
    EXPECT_EQ(text_of(document, "p1"), "The text begins at once and is long enough for a line. It goes on.");
    // One title over two lines stays one.
    EXPECT_EQ(parse("A sample title that is so long that the words\nof it go on\n\nText.\n").title,
              "A sample title that is so long that the words of it go on");
}

TEST(Import, ReadsNumberedLinesWithoutBlankLines) {
    ParsedDocument document =
        parse("# T\n\nAims\n1. First goes on\nover two lines.\n2. Second.\n4. Fourth, the third was struck "
              "out.\n(a) item\n(b) item\n5. Fifth, of article\n12 and resolution\n9. of no use.\n");
    EXPECT_EQ(anchors(document),
              (Texts{"title", "p1", "para-1", "para-2", "para-4", "para-4/a", "para-4/b", "para-5"}));
    EXPECT_EQ(text_of(document, "para-1"), "First goes on over two lines.");
    EXPECT_EQ(text_of(document, "para-5"), "Fifth, of article 12 and resolution 9. of no use.");
}

TEST(Import, ReadsNumbersOfOtherScripts) {
    ParsedDocument arabic =
        parse("# عينة\n\n١٧ - نص الفقرة الأولى.\n\n١٨. نص الفقرة الثانية.\n\n۱۹- نص.\n\n(١) بند.\n");
    ASSERT_EQ(anchors(arabic), (Texts{"title", "para-17", "para-18", "para-19", "para-19/1"}));
    EXPECT_EQ(find(arabic, "para-17")->number, "17");
    EXPECT_EQ(text_of(arabic, "para-17"), "نص الفقرة الأولى.");
    ParsedDocument chinese =
        parse("# 样本\n\n一、第一段的文字。\n\n（一）第一项。\n\n（二）第二项。\n\n十二、第十二段的文字。\n\n"
              "１３．第十三段。\n");
    ASSERT_EQ(anchors(chinese), (Texts{"title", "para-1", "para-1/1", "para-1/2", "para-12", "para-13"}));
    EXPECT_EQ(text_of(chinese, "para-1/2"), "第二项。");
    ParsedDocument plain = parse("样本\n\n一、总则\n\n" + std::string(60, 'x') +
                                 "第一段的文字。第一段的文字。第一段的文字。第一段的文字。\n\n文字。\n");
    EXPECT_EQ(text_of(plain, "section-1"), "一、总则");
}

/// What pdftotext tells of a page set from left to right: text, left, top, right edge of each line.
struct PlacedLine {
    const char* text;
    double left, top, height;
};
std::string placed(const std::vector<PlacedLine>& lines) {
    std::string out = "<page width=\"600\" height=\"800\">\n<flow>\n<block>\n";
    auto box = [](double left, double top, double right, double bottom) {
        return fmt::format("xMin=\"{}\" yMin=\"{}\" xMax=\"{}\" yMax=\"{}\"", left, top, right, bottom);
    };
    for (const PlacedLine& line : lines) {
        double at = line.left, wide = line.height / 2;
        std::string words;
        std::string_view text = line.text;
        for (std::string_view word : split(text, ' ')) {
            double right = at + wide * static_cast<double>(word.size());
            if (word == "_") { // a wide gap
                at += 4 * wide;
                continue;
            }
            bool raised = word.starts_with('^');
            if (raised) word.remove_prefix(1);
            words += "<word " +
                     box(raised ? at - wide / 2 : at, line.top - (raised ? 3 : 0), right,
                         line.top + (raised ? 0.5 : 1) * line.height) +
                     ">" + std::string(word) + "</word>\n";
            at = right + wide / 2;
        }
        out += "<line " + box(line.left, line.top, at, line.top + line.height) + ">\n" + words + "</line>\n";
    }
    return out + "</block>\n</flow>\n</page>\n";
}

TEST(Import, TellsParagraphsOfAPdfByTheirPlaces) {
    // Gaps, early ends, indents and hanging numbers each part paragraphs; a full line goes on.
    EXPECT_EQ(
        *text_of_placed_words(placed({{"A heading", 50, 50, 18},
                                      {"First paragraph with words enough", 50, 80, 12},
                                      {"to go over. It ends early", 50, 93, 12},
                                      {"Second words that fill the line up", 50, 106, 12},
                                      {"and go on with reference ^12 here", 50, 119, 12},
                                      {"Third paragraph indented in first", 62, 132, 12},
                                      {"line, as the others are in it &amp; is", 50, 145, 12},
                                      {"State _ Reply", 50, 180, 12},
                                      {"Sample _ yes", 50, 193, 12},
                                      {"12 A note in small print of it", 50, 230, 8}})),
        "A heading\n\nFirst paragraph with words enough to go over. It ends early\n\nSecond words that fill "
        "the line up and go on with reference<sup>12</sup> here\n\nThird paragraph indented in first line, "
        "as the others are in it & is\n\nState\tReply\nSample\tyes\n\n<sup>12</sup> A note in small print of "
        "it\n\f");
    EXPECT_EQ(*text_of_placed_words(placed({{"(a) An item that fills its line up;", 50, 50, 12},
                                            {"(b) another that does so as well.", 50, 63, 12}})),
              "(a) An item that fills its line up;\n\n(b) another that does so as well.\n\f");
    EXPECT_FALSE(text_of_placed_words("no such output"));
    EXPECT_EQ(without_direction_signs("\u202B\u202A - ١\u202Cنص\u202C\nb"), "١ - نص\nb");
    EXPECT_FALSE(text_of_placed_words(placed({{"لمعلا جمانرب", 50, 50, 12}})));
}

} // namespace
} // namespace poa::documents::test
