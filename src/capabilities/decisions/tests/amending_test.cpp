// SPDX-License-Identifier: Apache-2.0
// Amendments, marks, compiled texts and comparisons as tables.
#include "capabilities/decisions/amending.hpp"
#include "capabilities/decisions/comparing_versions.hpp"
#include "capabilities/decisions/compiling.hpp"
#include "capabilities/decisions/marking.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <set>

namespace poa::decisions {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const Text sample = first_text("States should act.\n\nGroups meet, see {p1}.\n\nReports are short.");

std::string told(const Text& text) {
    std::string all;
    for (const Paragraph& paragraph : text)
        all += fmt::format("{}{}: {}\n", paragraph.key, paragraph.agreed ? "!" : "", paragraph.text);
    return all;
}
std::string told(const Result<Text>& text) {
    if (text) return told(*text);
    std::string all;
    for (const Reason& reason : text.error().reasons) {
        all += reason.code;
        for (const auto& [name, value] : reason.facts) all += fmt::format(" {}={}", name, value);
        all += "\n";
    }
    return all;
}
std::string codes(const Refusal& refusal) {
    std::string all;
    for (const Reason& reason : refusal.reasons)
        all += (all.empty() ? "" : ", ") + (reason.field.empty() ? "" : reason.field + " ") + reason.code;
    return all;
}

Amendment amendment(std::int64_t number, AmendmentKind kind, std::string target, std::string text,
                    std::string by = "state:XXA") {
    Amendment made;
    made.number = number;
    made.kind = kind;
    made.target = std::move(target);
    made.text = std::move(text);
    if (const auto at = find(sample, made.target); at && !is_insertion(kind)) made.base = sample[*at].text;
    made.by = std::move(by);
    made.version = 1;
    return made;
}
std::string place_of(std::string_view key) {
    const auto at = find(sample, key);
    return at ? sample[*at].place : "";
}

TEST(Amending, ChangesOneParagraphAndNoOther) {
    struct Row {
        std::string_view what;
        Amendment amendment;
        std::string_view told;
    };
    Amendment to_front = amendment(1, AmendmentKind::move, "p3", "");
    Amendment behind = amendment(1, AmendmentKind::move, "p1", "");
    behind.beside = "p2";
    for (const Row& row : {
             Row{"reworded", amendment(1, AmendmentKind::replace, "p1", "States shall act."),
                 "p1: States shall act.\np2: Groups meet, see {p1}.\np3: Reports are short.\n"},
             {"before the first", amendment(1, AmendmentKind::insert_before, "p1", "New."),
              "p9: New.\np1: States should act.\np2: Groups meet, see {p1}.\np3: Reports are short.\n"},
             {"behind the first", amendment(1, AmendmentKind::insert_after, "p1", "New."),
              "p1: States should act.\np9: New.\np2: Groups meet, see {p1}.\np3: Reports are short.\n"},
             {"behind the last", amendment(1, AmendmentKind::insert_after, "p3", "New."),
              "p1: States should act.\np2: Groups meet, see {p1}.\np3: Reports are short.\np9: New.\n"},
             {"deleted", amendment(1, AmendmentKind::remove, "p2", ""),
              "p1: States should act.\np3: Reports are short.\n"},
             {"moved to the beginning", to_front,
              "p3: Reports are short.\np1: States should act.\np2: Groups meet, see {p1}.\n"},
             {"moved behind another", behind,
              "p2: Groups meet, see {p1}.\np1: States should act.\np3: Reports are short.\n"},
         })
        EXPECT_EQ(told(amended(sample, row.amendment, place_of(row.amendment.target), {}, "p9")), row.told)
            << row.what;
}

// What was made of an older wording is brought together with what came meanwhile, or both are shown.
TEST(Amending, OlderWordingsAreMergedOrShown) {
    const Text now = with_wording(sample, "p1", "States should act together.");
    const Text gone = without(sample, "p1");
    const Amendment all = amendment(1, AmendmentKind::replace, "p1", "All States should act.");
    const Amendment soon = amendment(2, AmendmentKind::replace, "p1", "States should act soon.");
    const Amendment removal = amendment(3, AmendmentKind::remove, "p1", "");
    EXPECT_EQ(told(amended(now, all, "", {}, "")).substr(0, 36), "p1: All States should act together.\n");
    EXPECT_EQ(
        told(amended(now, soon, "", {}, "")),
        "decisions.collision paragraph=p1 now=States should act together. yours=States should act soon.\n"
        "decisions.collision_at base=act. now=act together. yours=act soon.\n");
    EXPECT_EQ(told(amended(now, soon, "", {"States should soon act together."}, "")).substr(0, 37),
              "p1: States should soon act together.\n")
        << "the Chair wrote it";
    EXPECT_EQ(told(amended(now, removal, "", {}, "")),
              "decisions.paragraph_changed paragraph=p1 base=States should act. now=States should act "
              "together.\n");
    EXPECT_FALSE(find(*amended(now, removal, "", {{}, true}, ""), "p1"));
    EXPECT_EQ(told(amended(gone, all, "", {}, "")), "decisions.paragraph_removed paragraph=p1\n");
    EXPECT_EQ(told(amended(gone, amendment(4, AmendmentKind::insert_after, "p1", "New."), place_of("p1"), {},
                           "p9")),
              "p9: New.\np2: Groups meet, see {p1}.\np3: Reports are short.\n")
        << "where it stood is known";
}

TEST(Amending, AnAmendmentIsAmendedLikewise) {
    const Amendment parent = amendment(1, AmendmentKind::replace, "p1", "States shall act at once.");
    Amendment child = amendment(2, AmendmentKind::replace, "p1", "States shall not act at once.");
    child.parent = 1;
    child.base = parent.text;
    EXPECT_EQ(*amended_wording(parent, child, {}), child.text);
    Amendment changed = parent;
    changed.text = "All States shall act at once.";
    EXPECT_EQ(*amended_wording(changed, child, {}), "All States shall not act at once.");
    changed.text = "States shall always act at once.";
    EXPECT_EQ(codes(amended_wording(changed, child, {}).error()),
              "decisions.collision, decisions.collision_at");
    EXPECT_EQ(*amended_wording(changed, child, {"States act."}), "States act.");
}

TEST(Amending, WhatIsWrongIsToldAtOnce) {
    Amendment ended = amendment(7, AmendmentKind::replace, "p1", "x");
    ended.stage = AmendmentStage::withdrawn;
    Amendment removal = amendment(8, AmendmentKind::remove, "p1", "");
    Amendment beside = amendment(1, AmendmentKind::move, "p1", "");
    beside.beside = "p8";
    Amendment itself = amendment(1, AmendmentKind::move, "p1", "");
    itself.beside = "p1";
    const auto wrong = [](const Amendment& one, const Amendment* parent = nullptr) {
        return codes(problems_of(one, sample, parent, 3));
    };
    EXPECT_EQ(wrong(amendment(1, AmendmentKind::replace, "p1", "Fine, see {p3}.")), "");
    EXPECT_EQ(wrong(amendment(1, AmendmentKind::replace, "p8", "Fine.")),
              "paragraph decisions.no_such_paragraph");
    EXPECT_EQ(wrong(amendment(1, AmendmentKind::replace, "p1", " ")), "text decisions.wording_needed");
    EXPECT_EQ(wrong(amendment(1, AmendmentKind::replace, "p1", "States  should act.")),
              "text decisions.no_change");
    EXPECT_EQ(wrong(amendment(1, AmendmentKind::insert_after, "p1", "One ]\n\nTwo {p4}")),
              "text decisions.one_paragraph, text decisions.brackets_unbalanced, "
              "text decisions.unknown_reference");
    EXPECT_EQ(wrong(beside), "beside decisions.no_such_paragraph");
    EXPECT_EQ(wrong(itself), "beside decisions.beside_itself");
    EXPECT_EQ(wrong(amendment(1, AmendmentKind::replace, "p1", "y"), &ended), "decisions.amendment_over");
    EXPECT_EQ(wrong(amendment(1, AmendmentKind::replace, "p1", "y"), &removal),
              "decisions.no_wording_to_amend");
}

TEST(Amending, EachStageHasWhatMayBeDone) {
    std::string rows;
    for (const Stage stage : {Stage::draft, Stage::tabled, Stage::under_discussion, Stage::before_the_body,
                              Stage::adopted, Stage::withdrawn}) {
        rows += name_of(stage);
        for (const auto& [act, name] : {std::pair{TextAct::revise, " revise"},
                                        {TextAct::amend, " amend"},
                                        {TextAct::declare, " declare"},
                                        {TextAct::translate, " translate"}})
            if (may(act, stage)) rows += name;
        rows += "\n";
    }
    EXPECT_EQ(rows, "draft revise\ntabled declare translate\nunder_discussion amend declare translate\n"
                    "before_the_body translate\nadopted translate\nwithdrawn\n");
}

TEST(Marking, BracketsAreCountedWhereTheyAreOutermost) {
    struct Row {
        std::string_view text;
        std::int64_t open;
        bool balanced;
    };
    for (const Row& row : {Row{"none", 0, true},
                           {"[should] [shall]", 2, true},
                           {"[Alt 1: a [b] c] [Alt 2: d]", 2, true},
                           {"[open", 1, false},
                           {"closed]", 1, false},
                           {"][", 2, false}}) {
        EXPECT_EQ(open_brackets(row.text), row.open) << row.text;
        EXPECT_EQ(has_balanced_brackets(row.text), row.balanced) << row.text;
    }
}

TEST(Marking, ReferencesShowTheNumberThatIs) {
    const std::string text = "see {p3} and {p1}, not {x} or {p0} {";
    EXPECT_THAT(references_in(text), ElementsAre("p3", "p1"));
    EXPECT_EQ(shown(text, numbering_of(sample), removed_words()), "see 3 and 1, not {x} or {p0} {");
    EXPECT_EQ(shown(text, numbering_of(without(sample, "p1")), removed_words()),
              "see 2 and (paragraph removed), not {x} or {p0} {");
    EXPECT_EQ(shown(text, numbering_of(with_moved(sample, "p3", "")), removed_words()),
              "see 1 and 2, not {x} or {p0} {");
}

// FW-37 DEC-13: brackets, open amendments and objections that stand are all that keeps a text from being an
// outcome.
TEST(Marking, FW_37_DEC_13_OpenPointsAreNamed) {
    const Text text = with_wording(sample, "p2", "Groups [meet] [may meet].");
    std::vector<Amendment> amendments{amendment(1, AmendmentKind::replace, "p1", "x"),
                                      amendment(2, AmendmentKind::remove, "p1", ""),
                                      amendment(3, AmendmentKind::insert_after, "p8", "New."),
                                      amendment(4, AmendmentKind::replace, "p3", "x")};
    amendments.back().stage = AmendmentStage::set_aside;
    std::vector<Position> positions{{"p3", "XXA", PositionKind::objection, Told::chair, {}, 1, {}, {}},
                                    {"p3", "XXB", PositionKind::reservation, Told::states, {}, 1, {}, {}},
                                    {"", "XXC", PositionKind::objection, Told::everyone, {}, 1, {}, {}},
                                    {"p8", "XXA", PositionKind::objection, Told::states, {}, 1, {}, {}}};
    using Kind = OpenPoint::Kind;
    EXPECT_THAT(open_points_of(text, amendments, positions),
                ElementsAre(OpenPoint{Kind::objection, "", 1}, OpenPoint{Kind::amendment, "p8", 1},
                            OpenPoint{Kind::amendment, "p1", 2}, OpenPoint{Kind::bracket, "p2", 2},
                            OpenPoint{Kind::objection, "p3", 1}));
    EXPECT_THAT(open_points_of(sample, {}, {}), IsEmpty());
}

TEST(Marking, AgreedAdReferendumIsLostWithTheWording) {
    const Text agreed = *marked(sample, "p1", true, {}, {});
    EXPECT_TRUE(agreed[0].agreed);
    EXPECT_TRUE(with_wording(agreed, "p1", agreed[0].text)[0].agreed) << "nothing changed";
    EXPECT_TRUE(with_moved(agreed, "p1", "p3")[2].agreed) << "moving changes no wording";
    EXPECT_FALSE(with_wording(agreed, "p1", "States shall act.")[0].agreed);
    EXPECT_FALSE((*marked(agreed, "p1", false, {}, {}))[0].agreed);
    EXPECT_EQ(codes(marked(agreed, "p1", true, {}, {}).error()), "decisions.no_change");
    const Text bracketed = with_wording(sample, "p1", "States [should] act.");
    const std::vector<Amendment> open{amendment(1, AmendmentKind::replace, "p1", "x")};
    const std::vector<Position> against{{"p1", "XXA", PositionKind::objection, Told::chair, {}, 1, {}, {}}};
    EXPECT_EQ(codes(marked(bracketed, "p1", true, open, against).error()),
              "decisions.brackets_remain, decisions.amendments_open, decisions.objections_stand");
}

std::string compiled(const std::vector<Amendment>& amendments, bool attribution, const Text& text = sample) {
    int next = 9;
    const Compiled made = compile(text, amendments, attribution, {place_of, [&] { return key_of(next++); }});
    return told(made.text);
}

TEST(Compiling, TakesAmendmentsInAsBracketsAndAlternatives) {
    const Amendment shall = amendment(1, AmendmentKind::replace, "p1", "States shall act.");
    const Amendment other = amendment(2, AmendmentKind::replace, "p1", "Nothing is asked.", "state:XXB");
    Amendment hidden = other;
    hidden.attributed = false;
    const Amendment deletion = amendment(3, AmendmentKind::remove, "p3", "");
    const Amendment added = amendment(4, AmendmentKind::insert_after, "p3", "New.");
    const Amendment second = amendment(5, AmendmentKind::insert_after, "p3", "Newer.", "chair");
    Amendment child = amendment(6, AmendmentKind::replace, "p3", "Very new.", "state:XXB");
    child.parent = 4;
    const std::string rest = "p2: Groups meet, see {p1}.\np3: Reports are short.\n";
    EXPECT_EQ(compiled({shall}, true), "p1: States [should] [XXA: shall] act.\n" + rest);
    EXPECT_EQ(compiled({shall}, false), "p1: States [should] [shall] act.\n" + rest);
    EXPECT_EQ(compiled({other}, true),
              "p1: [Alt 1: States should act.] [Alt 2 (XXB): Nothing is asked.]\n" + rest);
    EXPECT_EQ(compiled({shall, hidden}, true), "p1: [Alt 1: States should act.] [Alt 2 (XXA): States shall "
                                               "act.] [Alt 3: Nothing is asked.]\n" +
                                                   rest);
    EXPECT_EQ(compiled({deletion}, true), "p1: States should act.\np2: Groups meet, see {p1}.\n"
                                          "p3: [Alt 1: Reports are short.] [Alt 2 (XXA): —]\n");
    EXPECT_EQ(compiled({added, second}, true),
              "p1: States should act.\n" + rest + "p10: [XXA: New.]\np9: [Chair: Newer.]\n");
    EXPECT_EQ(compiled({added, child}, true),
              "p1: States should act.\n" + rest + "p9: [Alt 1 (XXA): New.] [Alt 2 (XXB): Very new.]\n");
    EXPECT_EQ(compiled({}, true), told(sample));
}

TEST(Compiling, FurtherAlternativesJoinThoseThereAre) {
    const Text before = with_wording(sample, "p1", "[Alt 1: a] [Alt 2 (XXA): b [c]]");
    EXPECT_THAT(alternatives_of(before[0].text),
                ElementsAre(Alternative{"", "a"}, Alternative{"XXA", "b [c]"}));
    EXPECT_EQ(
        compiled({amendment(2, AmendmentKind::replace, "p1", "d", "state:XXB")}, true, before).substr(0, 52),
        "p1: [Alt 1: a] [Alt 2 (XXA): b [c]] [Alt 3 (XXB): d]");
    for (const std::string_view none : {"", "plain", "[Alt 1: a] and more", "[other]", "[Alt x: a]"})
        EXPECT_THAT(alternatives_of(none), IsEmpty()) << none;
}

TEST(ComparingVersions, ShowsWordsAndPlaces) {
    Text after = with_wording(sample, "p1", "States shall act.");
    after = without(with_new(with_moved(after, "p3", "p1"), "p4", "New.", after.back().place, true), "p2");
    const auto compared = compare_texts(sample, after);
    std::string rows;
    for (const ComparedParagraph& one : compared)
        rows += fmt::format("{} {} {}-{}{}\n", one.key, name_of(one.kind), one.number_before,
                            one.number_after, one.moved ? " moved" : "");
    EXPECT_EQ(rows, "p1 changed 1-1\np2 removed 2-0\np3 same 3-2\np4 added 0-3\n");
    EXPECT_EQ(marked_up_copy(compared, after, removed_words()),
              "1. States ~~should~~ **shall** act.\n\n~~Groups meet, see 1.~~\n\n2. Reports are short.\n\n"
              "3. **New.**\n");
    EXPECT_EQ(clean_copy(after, removed_words()),
              "1. States shall act.\n\n2. Reports are short.\n\n3. New.\n");
}

TEST(ComparingVersions, AsFewParagraphsAsPossibleMoved) {
    const Text before = first_text("a\n\nb\n\nc\n\nd");
    std::string moved;
    for (const ComparedParagraph& one : compare_texts(before, with_moved(before, "p1", "p4")))
        if (one.moved) moved += one.key;
    EXPECT_EQ(moved, "p1");
}

// Any changes in any order: a reference shows where its paragraph stands, or that it is gone; a comparison
// gives both versions back.
TEST(NegotiatedText, ReferencesNeverBreakAndComparisonsLoseNothing) {
    EXPECT_TRUE(rc::check([] {
        const Text first = first_text("a {p2}\n\nb {p3}\n\nc {p1}\n\nd {p4}\n\ne {p1} {p5}");
        Text text = first;
        std::set<std::string> removed;
        std::int64_t last = 5;
        for (int times = *rc::gen::inRange(1, 15); times > 0 && !text.empty(); --times) {
            const std::string key = text[*rc::gen::inRange<std::size_t>(0, text.size())].key;
            const std::string beside = text[*rc::gen::inRange<std::size_t>(0, text.size())].key;
            switch (*rc::gen::inRange(0, 4)) {
            case 0:
                text = with_wording(text, key, fmt::format("w{} {{{}}}", times, beside));
                break;
            case 1:
                text = with_new(text, key_of(++last), fmt::format("n {{{}}}", beside),
                                text[*find(text, key)].place, *rc::gen::arbitrary<bool>());
                break;
            case 2:
                text = without(text, key);
                removed.insert(key);
                break;
            default:
                if (key != beside) text = with_moved(text, key, beside);
            }
        }
        const Numbering numbering = numbering_of(text);
        for (const Paragraph& paragraph : text)
            for (const Piece& piece : pieces_of(paragraph.text, numbering)) {
                if (piece.kind == Piece::Kind::reference) RC_ASSERT(text[piece.number - 1].key == piece.text);
                if (piece.kind == Piece::Kind::removed) RC_ASSERT(removed.contains(piece.text));
            }
        std::size_t before = 0, after = 0;
        for (const ComparedParagraph& one : compare_texts(first, text)) {
            std::string old_words, new_words;
            for (const ComparedRun& run : one.runs) {
                if (run.kind != ComparedRun::Kind::added)
                    old_words += (old_words.empty() ? "" : " ") + run.text;
                if (run.kind != ComparedRun::Kind::removed)
                    new_words += (new_words.empty() ? "" : " ") + run.text;
            }
            if (one.number_before != 0) RC_ASSERT(first[one.number_before - 1].text == old_words);
            if (one.number_after != 0) RC_ASSERT(text[one.number_after - 1].text == new_words);
            before += one.number_before != 0 ? 1 : 0;
            after += one.number_after != 0 ? 1 : 0;
        }
        RC_ASSERT(before == first.size());
        RC_ASSERT(after == text.size());
    }));
}

} // namespace
} // namespace poa::decisions
