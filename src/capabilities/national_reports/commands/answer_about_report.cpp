// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/commands/answer_about_report.hpp"

#include "capabilities/national_reports/keeping_asked.hpp"
#include "capabilities/national_reports/permissions.hpp"

namespace poa::national_reports {
namespace {

constexpr std::string_view command = "national_reports.answer_about_report";

std::unexpected<Refusal> no_such() {
    return refuse(Refusal::Kind::not_found, "national_reports.no_such_asked");
}

struct AnsweringTo {
    AskedQuestion asked;
    ReadableRelease release;
};
/// What was asked, with the release it is about, where the actor may read that.
Result<AnsweringTo> readable_asked(ledger::Work& work, const identity::Actor& actor, Id<AskedQuestion> id) {
    auto asked = store::asked(work.session(), id);
    if (!asked) return no_such();
    const auto report = store::report(work.session(), asked->report);
    for (ReadableRelease& release : releases_for(work.session(), actor.reader(), report->state, report->year))
        if (release.report.id == report->id && answer_in(release, asked->question) != nullptr)
            return AnsweringTo{std::move(*asked), std::move(release)};
    return no_such();
}

} // namespace

const Input<AnswerAboutReport>& input_of(Of<AnswerAboutReport>) {
    static const auto input =
        Input<AnswerAboutReport>("national_reports.answer_about_report")
            .id("asked", &AnswerAboutReport::asked)
            .multiline("words", &AnswerAboutReport::words,
                       {.label = N_("What your State answers"),
                        .hint = N_("For everybody who may read the answer it is about."),
                        .characters_max = 20'000});
    return input;
}

Result<AskedQuestion> answer_about_report(ledger::Work& work, const identity::Actor& actor,
                                          const AnswerAboutReport& request) {
    if (auto may = may_act(actor, command); !may) return refuse(may.error());
    auto to = readable_asked(work, actor, request.asked);
    if (!to) return refuse(to.error());
    auto permit = permissions().check(command, actor, identity::Body::state(to->release.report.state));
    if (!permit) return refuse(Refusal::Kind::not_permitted, "national_reports.asked_of_others");
    if (auto holds = identity::still_holds(work.session(), actor, *permit, work.now()); !holds)
        return refuse(holds.error());
    if (!store::answer_asked(work.session(), to->asked.id, request.words, work.now()))
        return refuse(Refusal::Kind::conflict, "national_reports.answered_already");
    to->asked.answer = request.words;
    to->asked.answered_at = work.now();
    ledger::Entry entry = entry_about_asked(command, *permit, actor, to->release,
                                            *answer_in(to->release, to->asked.question), to->asked);
    entry.sealed = {{"words", request.words}};
    work.record(entry);
    return std::move(to->asked);
}

} // namespace poa::national_reports
