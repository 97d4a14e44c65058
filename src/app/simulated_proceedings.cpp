// SPDX-License-Identifier: Apache-2.0
#include "app/simulated_proceedings.hpp"

#include "capabilities/decisions/commands/cast_vote.hpp"
#include "capabilities/decisions/commands/close_question.hpp"
#include "capabilities/decisions/commands/extend_question.hpp"
#include "capabilities/decisions/commands/lodge_objection.hpp"
#include "capabilities/decisions/commands/open_discussion.hpp"
#include "capabilities/decisions/commands/put_question.hpp"
#include "capabilities/decisions/commands/table_proposal.hpp"
#include "capabilities/decisions/commands/take_back_question.hpp"
#include "capabilities/decisions/commands/withdraw_objection.hpp"
#include "capabilities/decisions/commands/withdraw_proposal.hpp"
#include "capabilities/decisions/store.hpp"

#include <algorithm>

namespace poa::app {
namespace {

/// Nobody amends a text in simulated years.
constexpr Id<decisions::TextVersion> only_version{1};

} // namespace

bool says(const Refusal& refusal, std::string_view code) {
    return std::ranges::find(refusal.reasons, code, &Reason::code) != refusal.reasons.end();
}

Result<Put> Proceedings::table(const Clock& clock, const identity::Actor& author,
                               const decisions::DraftProposal& request) {
    const auto mechanism = platform_.mechanism();
    const auto drafted = platform_.work(clock, [&](ledger::Work& unit) {
        return decisions::draft_proposal(unit, author, mechanism, request);
    });
    Put made{drafted.id};
    const auto tabled = platform_.attempt(clock, [&](ledger::Work& unit) {
        return decisions::table_proposal(unit, author, mechanism,
                                         {.proposal = drafted.id,
                                          .revision = Id<decisions::Revision>{drafted.revision},
                                          .version = only_version});
    });
    if (tabled) return made;
    withdraw(clock, author, made);
    return refuse(tabled.error());
}

void Proceedings::withdraw(const Clock& clock, const identity::Actor& author, Put& put) {
    platform_.work(clock, [&](ledger::Work& unit) {
        return decisions::withdraw_proposal(unit, author, {.proposal = put.proposal});
    });
    put = {};
}

void Proceedings::open_discussion(const Clock& clock, const Put& put) {
    platform_.work(clock, [&](ledger::Work& unit) {
        return decisions::open_discussion(unit, platform_.chair(), {.proposal = put.proposal});
    });
}

Result<decisions::Question> Proceedings::ask(const Clock& clock, Put& put, std::string asked) {
    auto question = platform_.attempt(clock, [&](ledger::Work& unit) {
        return decisions::put_question(unit, platform_.chair(), platform_.mechanism(),
                                       {.proposal = put.proposal, .version = only_version, .asked = asked});
    });
    if (question) {
        put.question = question->id;
        put.closes = question->closes;
    }
    return question;
}

void Proceedings::object(const Clock& clock, const Put& put, std::span<const std::size_t> states) {
    platform_.many(clock, states.size(), [&](ledger::Work& unit, std::size_t i) {
        return decisions::lodge_objection(
            unit, platform_.head_of(states[i]),
            {.proposal = put.proposal, .question = put.question, .grounds = "Simulated grounds."});
    });
}

void Proceedings::withdraw_objection(const Clock& clock, const Put& put, std::size_t state) {
    platform_.work(clock, [&](ledger::Work& unit) {
        return decisions::withdraw_objection(unit, platform_.head_of(state),
                                             {.proposal = put.proposal, .question = put.question});
    });
}

void Proceedings::vote(const Clock& clock, const Put& put, const HeardStates& heard) {
    say(clock, put, heard.objecting, "no");
    say(clock, put, heard.against, "no");
    say(clock, put, heard.abstaining, "abstain");
    say(clock, put, heard.in_favour, "yes");
}

void Proceedings::say(const Clock& clock, const Put& put, std::span<const std::size_t> states,
                      const std::string& voice) {
    platform_.many(clock, states.size(), [&](ledger::Work& unit, std::size_t i) {
        return decisions::cast_vote(unit, platform_.head_of(states[i]),
                                    {.proposal = put.proposal, .question = put.question, .voice = voice});
    });
}

void Proceedings::extend(const Clock& clock, Put& put, std::int64_t days) {
    const auto longer = platform_.work(clock, [&](ledger::Work& unit) {
        return decisions::extend_question(
            unit, platform_.chair(),
            {.proposal = put.proposal, .question = put.question, .hours = days * 24});
    });
    put.closes = longer.closes;
}

Result<decisions::Question> Proceedings::close(const Clock& clock, const Put& put) {
    return platform_.attempt(clock, [&](ledger::Work& unit) {
        return decisions::close_question(unit, platform_.chair(), platform_.mechanism(),
                                         {.proposal = put.proposal, .question = put.question});
    });
}

void Proceedings::close_due(const Clock& clock) {
    platform_.work(clock, [&](ledger::Work& unit) -> Result<std::int64_t> {
        return decisions::close_due_questions(unit, platform_.mechanism(), clock.now());
    });
}

decisions::Question Proceedings::newest(const Put& put) {
    return platform_.database().read([&](storage::Session& session) {
        return decisions::store::newest_question(session, put.proposal).value();
    });
}

void Proceedings::take_back(const Clock& clock, const Put& put, std::string reason) {
    platform_.work(clock, [&](ledger::Work& unit) {
        return decisions::take_back_question(unit, platform_.chair(),
                                             {.proposal = put.proposal, .reason = std::move(reason)});
    });
}

std::shared_ptr<const charter::CharterInForce> Proceedings::in_force() {
    const auto mechanism = platform_.mechanism();
    return platform_.database().read(
        [&](storage::Session& session) { return mechanism.charter.of(session); });
}

} // namespace poa::app
