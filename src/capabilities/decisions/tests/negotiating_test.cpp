// SPDX-License-Identifier: Apache-2.0
// A text under negotiation through its commands, on both databases: what each act makes of it, who sees what,
// and what is refused.
#include "capabilities/decisions/commands/accept_amendment.hpp"
#include "capabilities/decisions/commands/compile_text.hpp"
#include "capabilities/decisions/commands/declare_position.hpp"
#include "capabilities/decisions/commands/mark_agreed.hpp"
#include "capabilities/decisions/commands/move_paragraph.hpp"
#include "capabilities/decisions/commands/propose_amendment.hpp"
#include "capabilities/decisions/commands/revise_draft.hpp"
#include "capabilities/decisions/commands/rewrite_paragraph.hpp"
#include "capabilities/decisions/commands/set_aside_amendment.hpp"
#include "capabilities/decisions/commands/translate_paragraph.hpp"
#include "capabilities/decisions/commands/undo_change.hpp"
#include "capabilities/decisions/commands/withdraw_amendment.hpp"
#include "capabilities/decisions/negotiating.hpp"
#include "capabilities/decisions/queries_text.hpp"
#include "capabilities/decisions/tests/hall.hpp"

#include <gtest/gtest.h>

namespace poa::decisions {
namespace {

using poa::test::Engine;
using test::Actor;
using test::Body;
using test::Hall;
using test::Role;
using test::said;

class Negotiating : public testing::TestWithParam<Engine> {
  protected:
    Negotiating() {
        DraftProposal request = Hall::statement();
        request.text = "States should act.\n\nGroups meet, see {p1}.\n\nReports are short.";
        proposal = hall.tabled(request).id;
    }
    void discuss() {
        auto opened =
            hall.work([&](ledger::Work& unit) { return open_discussion(unit, hall.chair, {proposal}); });
        ASSERT_EQ(said(opened), "done");
    }
    template <class Request> Result<TextChanged> act(const Actor& actor, Request request) {
        request.proposal = proposal;
        return hall.work([&](ledger::Work& unit) { return run(unit, actor, request); });
    }
    Result<TextChanged> run(ledger::Work& w, const Actor& a, const ProposeAmendment& r) {
        return propose_amendment(w, a, hall.mechanism(), r);
    }
    Result<TextChanged> run(ledger::Work& w, const Actor& a, const DeclarePosition& r) {
        return declare_position(w, a, hall.mechanism(), r);
    }
    static Result<TextChanged> run(ledger::Work& w, const Actor& a, const AcceptAmendment& r) {
        return accept_amendment(w, a, r);
    }
    static Result<TextChanged> run(ledger::Work& w, const Actor& a, const SetAsideAmendment& r) {
        return set_aside_amendment(w, a, r);
    }
    static Result<TextChanged> run(ledger::Work& w, const Actor& a, const WithdrawAmendment& r) {
        return withdraw_amendment(w, a, r);
    }
    static Result<TextChanged> run(ledger::Work& w, const Actor& a, const CompileText& r) {
        return compile_text(w, a, r);
    }
    static Result<TextChanged> run(ledger::Work& w, const Actor& a, const RewriteParagraph& r) {
        return rewrite_paragraph(w, a, r);
    }
    static Result<TextChanged> run(ledger::Work& w, const Actor& a, const MoveParagraph& r) {
        return move_paragraph(w, a, r);
    }
    static Result<TextChanged> run(ledger::Work& w, const Actor& a, const MarkAgreed& r) {
        return mark_agreed(w, a, r);
    }
    static Result<TextChanged> run(ledger::Work& w, const Actor& a, const UndoChange& r) {
        return undo_change(w, a, r);
    }
    static Result<TextChanged> run(ledger::Work& w, const Actor& a, const TranslateParagraph& r) {
        return translate_paragraph(w, a, r);
    }
    static ProposeAmendment replace(std::int64_t version, std::string key, std::string text) {
        ProposeAmendment request;
        request.version = version;
        request.kind = "replace";
        request.paragraph = std::move(key);
        request.text = std::move(text);
        return request;
    }
    static RewriteParagraph rewrite(std::int64_t version, std::string key, std::string text) {
        return {{}, version, std::move(key), std::move(text)};
    }
    static AcceptAmendment accept(std::int64_t version, std::int64_t amendment, std::string wording = {}) {
        return {{}, version, amendment, std::move(wording), false};
    }
    static DeclarePosition declare(std::string key, std::string kind, std::string told,
                                   std::int64_t version = 1) {
        return {{}, version, std::move(key), std::move(kind), std::move(told), {}};
    }
    std::string text_in(std::int64_t version) {
        return hall.read([&](storage::Session& session) {
            std::string all;
            for (const Paragraph& paragraph : text_at(session, proposal, version))
                all += paragraph.key + (paragraph.agreed ? "!" : "") + ": " + paragraph.text + "\n";
            return all;
        });
    }
    std::int64_t newest() {
        return hall.read([&](storage::Session& session) { return newest_version(session, proposal); });
    }
    std::string now() { return text_in(newest()); }
    ShownText shown_to(const identity::Reader& reader) {
        return hall.read(
            [&](storage::Session& session) { return load_text(session, proposal, reader).value(); });
    }
    std::string open_for(const identity::Reader& reader) {
        return told(
            hall.read([&](storage::Session& session) { return open_points_for(session, proposal, reader); }));
    }
    static std::string told(const std::vector<OpenPoint>& points) {
        std::string all;
        for (const OpenPoint& point : points)
            all += (all.empty() ? "" : " ") + point.paragraph + ":" + "bao"[static_cast<int>(point.kind)] +
                   std::to_string(point.count);
        return all;
    }

    Hall hall{GetParam()};
    Actor france = hall.delegate("FRA"), kenya = hall.delegate("KEN"), chile = hall.delegate("CHL");
    Actor secretariat = hall.appoint(Role::secretariat, Body::secretariat());
    Id<Proposal> proposal;
};
INSTANTIATE_TEST_SUITE_P(Both, Negotiating, testing::ValuesIn(poa::test::engines_under_test()),
                         poa::test::engine_name);

TEST_P(Negotiating, AmendmentsAreBroughtTogetherAndVersionsStay) {
    discuss();
    const std::string first = now();
    ASSERT_EQ(said(act(france, replace(1, "p1", "All States should act."))), "done");
    ASSERT_EQ(said(act(kenya, replace(1, "p1", "States should act together."))), "done");
    ASSERT_EQ(said(act(chile, replace(1, "p1", "States should act soon."))), "done");
    ASSERT_EQ(said(act(hall.chair, accept(1, 1))), "done");
    ASSERT_EQ(said(act(hall.chair, accept(1, 2))), "done") << "made of the first version";
    EXPECT_EQ(now().substr(0, 36), "p1: All States should act together.\n");
    auto collides = act(hall.chair, accept(3, 3));
    EXPECT_EQ(said(collides), "decisions.collision decisions.collision_at");
    EXPECT_EQ(collides.error().kind, Refusal::Kind::conflict);
    EXPECT_EQ(newest(), 3) << "nothing of it was kept";
    ASSERT_EQ(said(act(hall.chair, accept(3, 3, "All States should soon act together."))), "done");
    EXPECT_EQ(now().substr(0, 41), "p1: All States should soon act together.\n");
    EXPECT_EQ(said(act(hall.chair, accept(4, 3))), "decisions.amendment_over");
    EXPECT_EQ(text_in(1), first) << "a version never changes";
    EXPECT_EQ(text_in(2).substr(0, 27), "p1: All States should act.\n");
    EXPECT_EQ(said(act(france, accept(4, 1))), "identity.not_permitted") << "the Chair alone accepts";
}

TEST_P(Negotiating, UndoingRestoresTextAndAmendments) {
    discuss();
    const std::string first = now();
    ASSERT_EQ(said(act(france, replace(1, "p1", "States shall act."))), "done");
    ProposeAmendment removal = replace(1, "p3", "");
    removal.kind = "remove";
    ASSERT_EQ(said(act(kenya, removal)), "done");
    ASSERT_EQ(said(act(hall.chair, accept(1, 1))), "done");
    ASSERT_EQ(said(act(hall.chair, accept(2, 2))), "done");
    ASSERT_EQ(said(act(hall.chair, MoveParagraph{{}, 3, "p2", ""})), "done");
    EXPECT_EQ(now(), "p2: Groups meet, see {p1}.\np1: States shall act.\n");
    EXPECT_EQ(said(act(hall.chair, UndoChange{{}, 3, 1})), "decisions.another_version")
        << "the last change was not seen";
    EXPECT_EQ(said(act(hall.chair, UndoChange{{}, 4, 4})), "decisions.nothing_to_undo");
    ASSERT_EQ(said(act(hall.chair, UndoChange{{}, 4, 3})), "done");
    EXPECT_EQ(now(), first);
    EXPECT_EQ(open_for(hall.chair.reader()), "p1:a1 p3:a1") << "both amendments are open again";
    ASSERT_EQ(said(act(hall.chair, UndoChange{{}, 5, 1})), "done") << "and the undoing is undone";
    EXPECT_EQ(now(), "p2: Groups meet, see {p1}.\np1: States shall act.\n");
    EXPECT_EQ(text_in(3), "p1: States shall act.\np2: Groups meet, see {p1}.\n");
}

// FW-37: an amendment to an amendment, brackets by the Chair, and what keeps the text from being an outcome.
TEST_P(Negotiating, FW_37_FromAmendmentsToACompiledTextToAgreement) {
    discuss();
    ASSERT_EQ(said(act(france, replace(1, "p1", "States shall act at once."))), "done");
    ProposeAmendment child = replace(1, "", "States shall not act at once.");
    child.parent = 1;
    ASSERT_EQ(said(act(kenya, child)), "done");
    ASSERT_EQ(said(act(hall.chair, accept(1, 2))), "done");
    EXPECT_EQ(newest(), 1) << "the text is as it was; the amendment goes on as amended";
    ASSERT_EQ(open_for(hall.chair.reader()), "p1:a1");
    ASSERT_EQ(said(act(hall.chair, CompileText{{}, 1, true})), "done");
    EXPECT_EQ(now().substr(0, 76),
              "p1: [Alt 1: States should act.] [Alt 2 (FRA): States shall not act at once.]");
    EXPECT_EQ(open_for(hall.chair.reader()), "p1:b2");
    EXPECT_EQ(said(act(hall.chair, CompileText{{}, 2, true})), "decisions.nothing_to_compile");
    EXPECT_EQ(said(act(hall.chair, MarkAgreed{{}, 2, "p1", true})), "decisions.brackets_remain");
    ASSERT_EQ(said(act(hall.chair, rewrite(2, "p1", "States act when they can."))), "done");
    ASSERT_EQ(said(act(hall.chair, MarkAgreed{{}, 3, "p1", true})), "done");
    EXPECT_EQ(now().substr(0, 31), "p1!: States act when they can.\n");
    ASSERT_EQ(said(act(hall.chair, rewrite(4, "p1", "States act."))), "done");
    EXPECT_EQ(now().substr(0, 16), "p1: States act.\n") << "agreed words alone are agreed";
    EXPECT_EQ(said(act(hall.chair, MarkAgreed{{}, 4, "p1", true})), "decisions.paragraph_changed")
        << "nobody agrees to words not seen";
    EXPECT_EQ(open_for(hall.chair.reader()), "");
}

TEST_P(Negotiating, TheChairsWordingIsMergedWithWhatCameMeanwhile) {
    discuss();
    ASSERT_EQ(said(act(hall.chair, rewrite(1, "p1", "All States should act."))), "done");
    ASSERT_EQ(said(act(hall.chair, rewrite(1, "p1", "States should act soon."))), "done");
    EXPECT_EQ(now().substr(0, 32), "p1: All States should act soon.\n");
    EXPECT_EQ(said(act(hall.chair, rewrite(1, "p1", "States should not act."))),
              "decisions.collision decisions.collision_at");
    EXPECT_EQ(said(act(hall.chair, rewrite(3, "p1", "All States should act soon."))), "decisions.no_change");
    EXPECT_EQ(said(act(hall.chair, rewrite(9, "p1", "x"))), "decisions.no_such_version:version");
    EXPECT_EQ(said(act(hall.chair, rewrite(3, "p1", "[x {p77}"))),
              "decisions.brackets_unbalanced:text decisions.unknown_reference:text");
    EXPECT_EQ(said(act(hall.chair, MoveParagraph{{}, 3, "p1", ""})), "decisions.no_change");
    ASSERT_EQ(said(act(hall.chair, MoveParagraph{{}, 3, "p1", "p3"})), "done");
    EXPECT_EQ(said(act(hall.chair, MoveParagraph{{}, 3, "p1", "p2"})), "decisions.moved_meanwhile");
}

TEST_P(Negotiating, WhoIsNotNamedIsNamedToTheChairAlone) {
    discuss();
    ProposeAmendment hidden = replace(1, "p1", "States shall act.");
    hidden.unattributed = true;
    ASSERT_EQ(said(act(kenya, hidden)), "done");
    EXPECT_EQ(hall.newest_leaf().find("KEN"), std::string::npos);
    const auto author_for = [&](const identity::Reader& reader) {
        return shown_to(reader).paragraphs.front().amendments.front().amendment.by;
    };
    EXPECT_EQ(author_for(hall.chair.reader()), "state:KEN");
    EXPECT_EQ(author_for(kenya.reader()), "state:KEN");
    EXPECT_EQ(author_for(france.reader()), "");
    EXPECT_EQ(author_for(identity::Reader()), "");
    auto other = act(france, WithdrawAmendment{{}, 1});
    EXPECT_EQ(said(other), "decisions.not_your_amendment");
    for (const auto& [name, value] : other.error().reasons.front().facts)
        EXPECT_EQ(value.find("KEN"), std::string::npos);
    EXPECT_EQ(said(act(kenya, WithdrawAmendment{{}, 1})), "done");
    EXPECT_EQ(open_for(hall.chair.reader()), "");
}

// MTG-30: how many support and how many object is shown, to each as far as States told them.
TEST_P(Negotiating, MTG_30_PositionsAreCountedAsTheyWereTold) {
    ASSERT_EQ(said(act(france, declare("p1", "support", "public"))), "done");
    ASSERT_EQ(said(act(kenya, declare("p1", "objection", "chair"))), "done");
    EXPECT_EQ(hall.newest_leaf().find("KEN"), std::string::npos);
    ASSERT_EQ(said(act(chile, declare("p1", "reservation", "states"))), "done");
    const auto counts_for = [&](const identity::Reader& reader) {
        std::string all;
        for (const std::int64_t count : shown_to(reader).paragraphs.front().counts.by_kind)
            all += std::to_string(count);
        return all;
    };
    EXPECT_EQ(counts_for(identity::Reader()), "1000");
    EXPECT_EQ(counts_for(france.reader()), "1010");
    EXPECT_EQ(counts_for(kenya.reader()), "1011");
    EXPECT_EQ(counts_for(hall.chair.reader()), "1011");
    EXPECT_EQ(open_for(hall.chair.reader()), "p1:o1");
    EXPECT_EQ(open_for(france.reader()), "") << "it was told to the Chair alone";
    EXPECT_EQ(hall.read([&](storage::Session& session) { return told(open_points(session, proposal)); }),
              "p1:o1");
    const Actor colleague = hall.head("KEN");
    ASSERT_EQ(said(act(colleague, declare("p1", "can_live_with", "states"))), "done")
        << "one State, one position";
    EXPECT_EQ(counts_for(france.reader()), "1110");
    ASSERT_EQ(said(act(kenya, declare("p1", "none", "states"))), "done");
    EXPECT_EQ(said(act(kenya, declare("p1", "none", "states"))), "decisions.no_position");
    EXPECT_EQ(counts_for(hall.chair.reader()), "1010");
    ASSERT_EQ(said(act(kenya, declare("", "objection", "public"))), "done");
    EXPECT_EQ(open_for(identity::Reader()), ":o1") << "on the whole text";
    EXPECT_EQ(said(act(hall.delegate("VAT"), declare("p1", "objection", "public"))),
              "decisions.not_entitled");
    EXPECT_EQ(said(act(hall.chair, declare("p1", "support", "public"))), "identity.not_permitted");
    EXPECT_EQ(said(act(france, replace(1, "p1", "x"))), "decisions.text_not_open") << "not discussed yet";
}

TEST_P(Negotiating, APositionOnOtherWordsStandsAndSaysSo) {
    discuss();
    ASSERT_EQ(said(act(france, declare("p1", "objection", "states"))), "done");
    EXPECT_FALSE(shown_to(france.reader()).paragraphs.front().positions.front().on_older_wording);
    ASSERT_EQ(said(act(hall.chair, rewrite(1, "p1", "States may act."))), "done");
    EXPECT_TRUE(shown_to(france.reader()).paragraphs.front().positions.front().on_older_wording);
    EXPECT_EQ(open_for(hall.chair.reader()), "p1:o1") << "silence takes no objection back";
    EXPECT_EQ(said(act(kenya, declare("p1", "support", "states"))), "decisions.paragraph_changed");
}

TEST_P(Negotiating, LanguagesStandSideBySideAndGrowOld) {
    const std::vector<std::string> languages{"en", "fr", "zh"};
    const auto row = [&](std::size_t at) {
        return hall.read([&](storage::Session& session) {
            std::string all;
            for (const ShownTranslation& one : load_languages(session, proposal, languages)[at].languages)
                all += std::string(name_of(one.state)) + std::to_string(one.version) + " ";
            return all;
        });
    };
    const auto translate = [&](std::int64_t version, std::string key, std::string language,
                               std::string text) {
        return said(act(secretariat, TranslateParagraph{
                                         {}, version, std::move(key), std::move(language), std::move(text)}));
    };
    ASSERT_EQ(translate(1, "p2", "fr", "Les groupes se réunissent, voir {p1}."), "done");
    EXPECT_EQ(translate(1, "p2", "zh", "各组开会。"), "decisions.references_differ:text");
    EXPECT_EQ(translate(1, "p1", "en", "x"), "decisions.authentic_language:language");
    EXPECT_EQ(translate(1, "p9", "fr", "x"), "decisions.no_such_paragraph");
    EXPECT_EQ(said(act(france, TranslateParagraph{{}, 1, "p1", "fr", "x"})), "identity.not_permitted");
    EXPECT_EQ(row(1), "authentic0 current1 missing0 ");
    discuss();
    ASSERT_EQ(said(act(hall.chair, rewrite(1, "p2", "Groups often meet, see {p1}."))), "done");
    EXPECT_EQ(row(1), "authentic0 out_of_date1 missing0 ");
    ASSERT_EQ(said(act(hall.chair, UndoChange{{}, 2, 1})), "done");
    EXPECT_EQ(row(1), "authentic0 current1 missing0 ") << "it reads again as it was translated";
    ASSERT_EQ(translate(2, "p2", "fr", "Les groupes se réunissent souvent, voir {p1}."), "done");
    EXPECT_EQ(row(1), "authentic0 out_of_date2 missing0 ");
}

TEST_P(Negotiating, ADraftIsWrittenAnewWithoutLosingAColleaguesWords) {
    const Proposal draft = hall.draft(hall.author, Hall::statement()).value();
    const auto revise = [&](const Actor& actor, std::int64_t version, std::string text) {
        return said(hall.work([&](ledger::Work& unit) {
            return revise_draft(unit, actor, {draft.id, version, std::move(text)});
        }));
    };
    EXPECT_EQ(revise(hall.author, 1, "One.\n\nTwo, see {p1}."), "done");
    EXPECT_EQ(revise(hall.delegate("FJI"), 1, "Other."), "decisions.draft_changed");
    EXPECT_EQ(revise(hall.author, 2, "One, see {p3}."), "decisions.unknown_reference:text");
    EXPECT_EQ(revise(hall.author, 2, " \n\n "), "decisions.wording_needed:text");
    EXPECT_EQ(revise(france, 2, "x"), "decisions.no_such") << "a draft is its author's";
    hall.read([&](storage::Session& session) {
        EXPECT_EQ(newest_version(session, draft.id), 1);
        EXPECT_EQ(current_text(session, draft.id).size(), 2U);
    });
}

} // namespace
} // namespace poa::decisions
