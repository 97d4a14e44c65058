// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/commands/settle_answer.hpp"

#include "capabilities/national_reports/answer_values.hpp"
#include "capabilities/national_reports/keeping_answers.hpp"

#include <algorithm>

namespace poa::national_reports {
namespace {

bool stands_beside(const AnswerVersion& version) {
    return version.revision == 0 && !version.settled_at;
}

bool is_written(const SettleAnswer& request) {
    return !request.answers.all().empty();
}

/// What the answer becomes: the version, if the survey still asks it, with what was written in its place.
Result<AnswerVersion> chosen_text(const ActingOn& on, const std::vector<AnswerVersion>& versions,
                                  const SettleAnswer& request, const HeldAnswer& held) {
    const auto found = std::ranges::find(versions, request.version, &AnswerVersion::number);
    const Question* question = on.survey->find(request.question);
    if ((request.version != 0 && found == versions.end()) || question == nullptr)
        return refuse(Refusal::Kind::not_found, "national_reports.no_such_version");
    AnswerVersion chosen;
    chosen.answer = held.answer;
    if (request.version != 0) chosen = *found;
    Refusal problems{Refusal::Kind::bad_input, {}};
    if (is_written(request)) {
        for (const auto& [name, value] : request.answers.all())
            if (name.substr(0, name.find('.')) != request.question)
                problems.add_field("answers." + name, "national_reports.another_question",
                                   {{"question", request.question}});
        const bool whole = !request.answers.is_typed();
        chosen.answer = read_answer(*on.survey, *question, request.answers, chosen.answer, whole, problems);
        chosen.origin.clear();
    } else {
        check_answer(*on.survey, *question, chosen.answer, "version", problems);
    }
    if (!problems.reasons.empty()) return refuse(std::move(problems));
    return chosen;
}

} // namespace

const Input<SettleAnswer>& input_of(Of<SettleAnswer>) {
    static const auto input =
        Input<SettleAnswer>("national_reports.settle_answer")
            .id("report", &SettleAnswer::report)
            .hidden("question", &SettleAnswer::question)
            .number("version", &SettleAnswer::version,
                    {.label = N_("Number of the text to take (0: keep the answer)"), .least = 0})
            .number("seen", &SettleAnswer::seen, {.label = N_("Revision seen"), .least = 0})
            .fields("answers", &SettleAnswer::answers, {.label = N_("A text out of both")});
    return input;
}

Result<KeptReport> settle_answer(ledger::Work& work, const identity::Actor& actor,
                                 const SettleAnswer& request) {
    auto on = act_on_report(work, actor, "national_reports.settle_answer", request.report);
    if (!on) return refuse(on.error());
    const auto versions = store::versions(work.session(), on->report.id, request.question);
    if (std::ranges::none_of(versions, stands_beside))
        return refuse(Refusal::Kind::not_found, "national_reports.nothing_beside");
    auto held = store::answer(work.session(), on->report.id, request.question).value_or(HeldAnswer{});
    if (held.revision != request.seen)
        return refuse(Refusal::because(Refusal::Kind::conflict, "national_reports.answer_changed")
                          .with("question", request.question));
    if (request.version != 0 || is_written(request)) {
        auto chosen = chosen_text(*on, versions, request, held);
        if (!chosen) return refuse(chosen.error());
        put_new_answer(work, *on, request.question, held, std::move(chosen->answer), request.seen,
                       chosen->origin);
    }
    store::settle(work.session(), on->report.id, request.question, work.now());
    if (auto gone = go_on(work, *on, ReportVerb::save); !gone) return refuse(gone.error());
    ledger::Entry entry = entry_of("national_reports.settle_answer", *on);
    entry.facts.emplace_back("question", request.question);
    entry.facts.emplace_back("version", std::to_string(request.version));
    entry.facts.emplace_back("written", is_written(request) ? "yes" : "no");
    work.record(entry);
    return on->report;
}

} // namespace poa::national_reports
