// SPDX-License-Identifier: Apache-2.0
// DOC-04, DOC-09, DOC-14: the report A/78/76 as it really is, with its replies, paragraphs and notes.
#include "base/json_value.hpp"
#include "base/text.hpp"
#include "corpus.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <gtest/gtest.h>

#include <set>

namespace poa::documents::test {
namespace {

TEST(ImportOfTheReport, KnowsItsFirstPage) {
    const ParsedDocument& document = report();
    ASSERT_TRUE(document.symbol);
    EXPECT_EQ(document.symbol->text(), "A/78/76");
    EXPECT_EQ(document.kind, "report");
    EXPECT_EQ(document.date->iso(), "2023-04-18");
    EXPECT_TRUE(document.title.starts_with("Programme of action to advance responsible"));
    EXPECT_EQ(document.distribution, "General");
    EXPECT_EQ(document.session, "Seventy-eighth session");
    EXPECT_EQ(document.agenda_item, "Item 97 of the preliminary list");
    EXPECT_EQ(document.language, Language::english);
    EXPECT_EQ(document.submitted_by, "");
}

TEST(ImportOfTheReport, DOC_09_KnowsTheOriginalLanguages) {
    EXPECT_EQ(report().original_languages,
              (std::vector{Language::english, Language::french, Language::russian, Language::spanish}));
}

TEST(ImportOfTheReport, DOC_09_KnowsAllRepliesWithStateLanguageAndDate) {
    auto positions = parse_json(shared_file("mission/positions.json"));
    const auto& actors = positions->as_object().at("actors").as_object();
    std::map<std::string, const Reply*> by_state;
    for (const Reply& reply : report().replies) by_state[reply.iso3] = &reply;
    ASSERT_EQ(report().replies.size(), 37U);
    std::size_t states = 0;
    for (const auto& [iso3, actor] : actors) {
        if (actor.as_object().at("kind").as_string() != "State") continue;
        ++states;
        ASSERT_TRUE(by_state.contains(std::string(iso3))) << iso3;
        const Reply& reply = *by_state[std::string(iso3)];
        EXPECT_EQ(reply.original_language,
                  parse_language_name(actor.as_object().at("original_language").as_string()))
            << iso3;
        ASSERT_TRUE(reply.date) << iso3;
        std::string printed = std::to_string(reply.date->day());
        EXPECT_TRUE(std::string(actor.as_object().at("date").as_string()).starts_with(printed + " ")) << iso3;
        EXPECT_EQ(reply.anchor, ascii_lower(iso3));
    }
    EXPECT_EQ(states, 37U);
}

/// Quotes as the coded positions have them.
std::string plain_quotes(std::string text) {
    for (auto [from, to] :
         {std::pair<const char*, const char*>{"“", "\""}, {"”", "\""}, {"‘", "'"}, {"’", "'"}})
        text = replace_all(std::move(text), from, to);
    return text;
}

std::string reply_text(const Reply& reply) {
    std::string text;
    for (std::size_t i = reply.first; i <= reply.last; ++i)
        text += plain_quotes(report().passages[i].text) + "\n";
    return text;
}

TEST(ImportOfTheReport, EveryQuotedPhraseIsFoundExactly) {
    auto positions = parse_json(shared_file("mission/positions.json"));
    const auto& cells = positions->as_object().at("positions").as_object();
    std::size_t phrases = 0;
    for (const Reply& reply : report().replies) {
        std::string text = reply_text(reply);
        for (const auto& [variable, cell] : cells.at(reply.iso3).as_object()) {
            const auto* anchor = cell.as_object().if_contains("anchor");
            if (!anchor || !anchor->is_string() || anchor->as_string().empty()) continue;
            ++phrases;
            EXPECT_NE(text.find(std::string(anchor->as_string())), std::string::npos)
                << reply.iso3 << " " << variable;
        }
    }
    EXPECT_GT(phrases, 1'000U);
}

TEST(ImportOfTheReport, KnowsTheParagraphsAndSectionsOfTheReport) {
    for (int number = 1; number <= 48; ++number) {
        const Passage* passage = find(report(), "para-" + std::to_string(number));
        ASSERT_NE(passage, nullptr) << number;
        EXPECT_EQ(passage->reply, "");
        EXPECT_EQ(passage->label, "para. " + std::to_string(number));
    }
    EXPECT_EQ(find(report(), "para-49"), nullptr);
    for (const char* section : {"i", "ii", "iii", "iv", "v", "vi", "vii"}) {
        const Passage* heading = find(report(), std::string("section-") + section);
        ASSERT_NE(heading, nullptr) << section;
        EXPECT_EQ(heading->level, 1);
    }
    EXPECT_EQ(find(report(), "para-8")->section, "section-iii-scope");
    EXPECT_EQ(find(report(), "section-iv-preparatory-work")->level, 2);
}

TEST(ImportOfTheReport, KnowsTheNumberedParagraphsOfReplies) {
    for (auto [state, last] :
         {std::pair{"egy", 28}, {"che", 18}, {"gbr", 15}, {"nzl", 4}, {"aut", 6}, {"est", 6}}) {
        for (int number = 1; number <= last; ++number)
            EXPECT_NE(find(report(), std::string(state) + "/para-" + std::to_string(number)), nullptr)
                << state << number;
        EXPECT_EQ(find(report(), std::string(state) + "/para-" + std::to_string(last + 1)), nullptr) << state;
    }
    EXPECT_EQ(find(report(), "egy/para-17")->label, "Egypt, para. 17");
    for (char letter = 'a'; letter <= 'k'; ++letter)
        EXPECT_NE(find(report(), std::string("egy/para-8/") + letter), nullptr) << letter;
    EXPECT_EQ(find(report(), "egy/para-8/g")->label, "Egypt, para. 8 (g)");
}

TEST(ImportOfTheReport, NestsItemsAsTheyAreNumbered) {
    EXPECT_NE(find(report(), "bel/section-3/c/iv"), nullptr);
    EXPECT_NE(find(report(), "bel/p7/a"), nullptr); // the list after the paragraph that follows (c)(iv)
    EXPECT_EQ(find(report(), "deu/p9/a"), nullptr);
    const Passage* germany = nullptr;
    for (const Passage& passage : report().passages)
        if (passage.reply == "deu" && passage.number == "vi") germany = &passage;
    ASSERT_NE(germany, nullptr);
    EXPECT_TRUE(germany->anchor.ends_with("/a/vi"));
    EXPECT_EQ(germany->level, 2);
    // New Zealand's (b) goes on with the list of paragraph 4 although a paragraph stands between.
    EXPECT_NE(find(report(), "nzl/para-4/b"), nullptr);
}

TEST(ImportOfTheReport, HeadingLevelsFollowTheNumberingNotTheConverter) {
    for (const char* heading : {"egy/section-i", "egy/section-ii", "egy/section-iii", "egy/section-iv",
                                "fra/section-i", "fra/section-iv", "jpn/section-1", "jpn/section-4"}) {
        const Passage* passage = find(report(), heading);
        ASSERT_NE(passage, nullptr) << heading;
        EXPECT_EQ(passage->level, 3) << heading;
    }
    EXPECT_EQ(find(report(), "fra/section-iii-a")->level, 5);
    EXPECT_EQ(find(report(), "aus/section-political-declaration")->level, 4);
}

TEST(ImportOfTheReport, JoinsParagraphsSplitByAPageBreak) {
    const Passage* paragraph = find(report(), "egy/para-17");
    ASSERT_EQ(paragraph->joined.size(), 1U);
    EXPECT_NE(paragraph->text.find("rotating basis"), std::string::npos);
    EXPECT_EQ(paragraph->lines.size(), 2U);
    EXPECT_NE(text_of(report(), "bel/section-3/a").find("Use, Stockpiling"), std::string::npos);
    EXPECT_NE(text_of(report(), "rus/p9").find("spite Russia."), std::string::npos);
    // Continuations that look like the item of a list.
    EXPECT_NE(text_of(report(), "fra/p11").find("possible to: (a) discuss"), std::string::npos);
    EXPECT_NE(text_of(report(), "swe/p2").find("and (b) establish"), std::string::npos);
}

TEST(ImportOfTheReport, TiesEveryFootnoteToItsReference) {
    std::size_t notes = 0, references = 0;
    for (const Passage& passage : report().passages) {
        notes += passage.kind == PassageKind::footnote;
        for (const Mark& mark : passage.marks) {
            if (mark.kind != Mark::Kind::note) continue;
            ++references;
            const Passage* note = find(report(), mark.anchor);
            ASSERT_NE(note, nullptr) << passage.anchor;
            EXPECT_EQ(note->number, mark.target);
            EXPECT_EQ(note->reply, passage.reply);
        }
    }
    EXPECT_EQ(notes, 65U); // 10 of the report, 54 of the replies, one asterisk
    EXPECT_EQ(references, 65U);
    // Printed on the first page of Monaco, but Latvia's.
    EXPECT_NE(find(report(), "lva/note-37"), nullptr);
    EXPECT_TRUE(report().remarks.empty()) << report().remarks.front().code;
}

TEST(ImportOfTheReport, KnowsTheSymbolsItCites) {
    std::set<std::string> cited;
    for (const Passage& passage : report().passages)
        for (const Mark& mark : passage.marks)
            if (mark.kind == Mark::Kind::symbol) cited.insert(mark.target);
    EXPECT_EQ(cited, (std::set<std::string>{"A/65/201", "A/68/98", "A/70/174", "A/75/816", "A/76/135",
                                            "A/77/275", "A/78/50", "A/AC.278/2011/2", "A/AC.290/2021/CRP.2",
                                            "A/AC.291/6", "A/DEC/75/564", "A/RES/70/237", "A/RES/73/27",
                                            "A/RES/75/240", "A/RES/75/282", "A/RES/76/19", "A/RES/77/36",
                                            "A/RES/77/37", "E/RES/1996/31"}));
}

TEST(ImportOfTheReport, KnowsTheContentsAndTakesPagesFromThem) {
    const Passage* contents = find(report(), "contents");
    ASSERT_NE(contents, nullptr);
    EXPECT_EQ(contents->kind, PassageKind::contents);
    EXPECT_EQ(std::count(contents->text.begin(), contents->text.end(), '\n'), 47);
    EXPECT_EQ(find(report(), "egy")->page, 36);
    EXPECT_EQ(find(report(), "usa")->page, 86);
    EXPECT_EQ(find(report(), "section-vii")->page, 11);
    EXPECT_EQ(find(report(), "egy/section-i")->page, std::nullopt);
}

} // namespace
} // namespace poa::documents::test
