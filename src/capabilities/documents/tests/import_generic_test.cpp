// SPDX-License-Identifier: Apache-2.0
// Documents the importer was not made for. All texts here are samples.
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
}

} // namespace
} // namespace poa::documents::test
