// SPDX-License-Identifier: Apache-2.0
// Whatever States and the Chair do, in whatever order: nothing is adopted while an objection stands, nothing
// takes effect without adoption, and the journal tells the same story as the tables.
#include "capabilities/decisions/tests/hall.hpp"

#include <boost/json/object.hpp>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <array>
#include <map>
#include <set>

namespace poa::decisions {
namespace {

using test::Actor;
using test::Hall;
using test::said;

enum class Step { object, withdraw, close, take_back, put, reopen, vote_put, vote_yes, vote_no };

/// What the public journal says of a proposal, read entry by entry.
struct Told {
    std::map<std::string, std::set<std::string>> standing; ///< question -> States whose objection stands
    std::map<std::string, std::map<std::string, std::string>> votes;
    std::map<std::string, std::string> outcome; ///< question -> outcome or "taken_back"
};

std::string fact(const ledger::Entry& entry, std::string_view name) {
    for (const auto& [known, value] : entry.facts)
        if (known == name) return value;
    return {};
}

Told replay(Hall& hall, Id<Proposal> proposal) {
    const std::string subject = "proposal:" + std::to_string(proposal.number);
    auto entries = hall.read([&](storage::Session& session) {
        return ledger::record_of(session, subject, Audience::everyone, 0, 1000);
    });
    Told told;
    for (auto at = entries.rbegin(); at != entries.rend(); ++at) {
        const ledger::Entry& entry = at->entry;
        const std::string question = fact(entry, "question");
        if (entry.act == "decisions.lodge_objection") told.standing[question].insert(entry.on_behalf);
        if (entry.act == "decisions.withdraw_objection") told.standing[question].erase(entry.on_behalf);
        if (entry.act == "decisions.cast_vote") told.votes[question][entry.on_behalf] = fact(entry, "voice");
        if (entry.act == "decisions.close_question") told.outcome[question] = fact(entry, "outcome");
        if (entry.act == "decisions.take_back_question") told.outcome[question] = "taken_back";
    }
    return told;
}

class Sequences : public testing::Test {
  protected:
    void take(Step step, std::size_t who, const Proposal& proposal) {
        const Proposal now = hall.now(proposal.id);
        auto newest = hall.read(
            [&](storage::Session& session) { return store::newest_question(session, proposal.id); });
        const Actor& actor = people[who];
        switch (step) {
        case Step::object:
            if (newest) (void)hall.object(actor, *newest);
            break;
        case Step::withdraw:
            if (newest) (void)hall.withdraw(actor, *newest);
            break;
        case Step::vote_yes:
        case Step::vote_no:
            if (newest) (void)hall.vote(actor, *newest, step == Step::vote_yes ? "yes" : "no");
            break;
        case Step::close:
            if (newest) (void)hall.close(*newest);
            break;
        case Step::put:
        case Step::vote_put:
            (void)hall.put(now, step == Step::put ? "by_rule" : "vote", true);
            break;
        case Step::take_back:
            (void)hall.work([&](ledger::Work& unit) {
                return take_back_question(unit, hall.chair, {proposal.id, {}, "Once more."});
            });
            break;
        case Step::reopen:
            (void)hall.work([&](ledger::Work& unit) {
                return resume_discussion(unit, hall.chair, {proposal.id, "Once more."});
            });
            break;
        }
        hall.clock.advance_seconds(1);
    }

    /// Tables and journal say the same of every question, and nothing was adopted against an objection.
    void check(const Proposal& proposal) {
        const Told told = replay(hall, proposal.id);
        hall.read([&](storage::Session& session) {
            bool adopted = false;
            for (const Question& question : store::questions_of(session, proposal.id)) {
                const std::string id = std::to_string(question.id.number);
                std::set<std::string> standing;
                for (const Objection& one : store::objections_of(session, question.id))
                    if (!one.withdrawn) standing.insert("state:" + one.state);
                const auto said = told.standing.find(id);
                RC_ASSERT(standing == (said == told.standing.end() ? std::set<std::string>{} : said->second));
                std::map<std::string, std::string> votes;
                for (const Vote& vote : store::votes_of(session, question.id))
                    votes["state:" + vote.state] = name_of(vote.voice);
                const auto cast = told.votes.find(id);
                RC_ASSERT(votes == (cast == told.votes.end() ? decltype(votes){} : cast->second));
                const auto ended = told.outcome.find(id);
                RC_ASSERT(question.is_open() == (ended == told.outcome.end()));
                if (question.outcome) RC_ASSERT(ended->second == charter::name_of(*question.outcome));
                if (question.outcome && charter::is_adopted(*question.outcome)) {
                    adopted = true;
                    RC_ASSERT(standing.empty());
                }
            }
            const Proposal now = store::proposal(session, proposal.id).value();
            RC_ASSERT(adopted == (now.stage == Stage::adopted));
            RC_ASSERT(adopted == store::effect_of(session, proposal.id).has_value());
            RC_ASSERT(adopted == !now.decision_symbol.empty());
        });
    }

    Hall hall;
    std::array<Actor, 4> people = {hall.delegate("KEN"), hall.head("KEN"), hall.delegate("CHL"),
                                   hall.delegate("FJI")};
};

// DEC-01, ACC-09
TEST_F(Sequences, NeverAdoptAgainstAStandingObjectionNorChangeWithoutAdoption) {
    const auto holds = rc::check("acts in any order", [&] {
        const bool procedure = *rc::gen::arbitrary<bool>();
        const Proposal proposal = hall.tabled(procedure ? Hall::procedure() : Hall::statement());
        const auto steps =
            *rc::gen::resize(14, rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 9 * 4)));
        (void)hall.put(proposal);
        for (int step : steps)
            take(static_cast<Step>(step / 4), static_cast<std::size_t>(step % 4), proposal);
        check(proposal);
    });
    EXPECT_TRUE(holds);
}

} // namespace
} // namespace poa::decisions
