// SPDX-License-Identifier: Apache-2.0
#include "capabilities/commitments/commands/publish_commitment.hpp"

#include "capabilities/acquis/acquis.hpp"
#include "capabilities/commitments/keeping_commitments.hpp"
#include "capabilities/commitments/queries.hpp"
#include "capabilities/national_reports/national_reports.hpp"

namespace poa::commitments {
namespace {

/// A public commitment names no need that is not public: that it exists would be told.
bool is_open_need(storage::Session& session, const std::string& state, std::int64_t number) {
    const auto need =
        national_reports::need_for(session, identity::Reader(), Id<national_reports::Need>{number});
    return need && need->state == state;
}

Refusal problems_of(ledger::Work& work, const std::string& state, const PublishCommitment& request) {
    Refusal problems{Refusal::Kind::bad_input, {}};
    if (!request.item.empty() && acquis::framework_now(work.session()).item(request.item) == nullptr)
        problems.add_field("item", "commitments.no_such_item", {{"value", request.item}});
    if (!request.goal.empty() && !goal_now(work.session(), request.goal))
        problems.add_field("goal", "commitments.no_such_goal", {{"value", request.goal}});
    if (request.need != 0 && !is_open_need(work.session(), state, request.need))
        problems.add_field("need", "commitments.no_such_need");
    if (request.due && *request.due < Day::of(work.now())) problems.add_field("due", "commitments.day_past");
    return problems;
}

} // namespace

const Input<PublishCommitment>& input_of(Of<PublishCommitment>) {
    using P = PublishCommitment;
    static const auto input =
        Input<P>("commitments.publish_commitment")
            .line("title", &P::title, {.label = N_("In a few words"), .characters_max = 300})
            .multiline("words", &P::words,
                       {.label = N_("What your State undertakes"), .characters_max = 20'000})
            .choice("language", &P::language,
                    {.label = N_("Language of title and words"),
                     .choices = {{"en", "English"},
                                 {"fr", "Français"},
                                 {"es", "Español"},
                                 {"ar", "العربية"},
                                 {"ru", "Русский"},
                                 {"zh", "中文"}}})
            .line("item", &P::item,
                  {.label = N_("Part of the framework"),
                   .hint = N_("Its key: norm-f, cbm-1 ... Empty: none in particular."),
                   .required = false,
                   .characters_max = 64})
            .line("goal", &P::goal,
                  {.label = N_("Key of an agreed goal it serves"), .required = false, .characters_max = 64})
            .number(
                "need", &P::need,
                {.label = N_("Number of a need of your State that it meets"), .required = false, .least = 0})
            .multiline("shown_by", &P::shown_by,
                       {.label = N_("What will show that it is done"), .characters_max = 4'000})
            .day("due", &P::due, {.label = N_("By when"), .required = false});
    return input;
}

Result<Commitment> publish_commitment(ledger::Work& work, const identity::Actor& actor,
                                      const PublishCommitment& request) {
    auto permit = permit_of(work, actor, "commitments.publish_commitment");
    if (!permit) return refuse(permit.error());
    const std::string state(permit->body->code());
    if (Refusal problems = problems_of(work, state, request); !problems.reasons.empty())
        return refuse(std::move(problems));
    Commitment made{
        {},           state,        request.title,    request.words, request.language, request.item,
        request.goal, request.need, request.shown_by, request.due,   Stage::planned,   1,
        work.now()};
    made.id = store::add_commitment(work.session(), made, actor.person().number);
    ledger::Entry entry = entry_of("commitments.publish_commitment", *permit, actor, made);
    entry.facts.emplace_back("item", made.item);
    entry.facts.emplace_back("goal", made.goal);
    entry.facts.emplace_back("due", made.due ? made.due->iso() : "");
    entry.facts.emplace_back("sha256", sha256(made.title + "\n" + made.words + "\n" + made.shown_by).hex());
    work.record(entry);
    return made;
}

} // namespace poa::commitments
