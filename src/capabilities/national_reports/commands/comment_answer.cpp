// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/commands/comment_answer.hpp"

namespace poa::national_reports {

const Input<CommentAnswer>& input_of(Of<CommentAnswer>) {
    static const auto input =
        Input<CommentAnswer>("national_reports.comment_answer")
            .id("report", &CommentAnswer::report)
            .hidden("question", &CommentAnswer::question)
            .multiline("text", &CommentAnswer::text, {.label = N_("Comment"), .characters_max = 4'000});
    return input;
}

Result<KeptReport> comment_answer(ledger::Work& work, const identity::Actor& actor,
                                  const CommentAnswer& request) {
    auto on = act_on_report(work, actor, "national_reports.comment_answer", request.report);
    if (!on) return refuse(on.error());
    if (on->survey->find(request.question) == nullptr)
        return refuse(Refusal::because(Refusal::Kind::not_found, "national_reports.no_such_question")
                          .with("question", request.question));
    AnswerComment comment;
    comment.question = request.question;
    comment.text = request.text;
    comment.person = on->person;
    comment.at = work.now();
    const std::int64_t number = store::add_comment(work.session(), on->report.id, comment);
    ledger::Entry entry = entry_of("national_reports.comment_answer", *on);
    entry.facts.emplace_back("question", request.question);
    entry.facts.emplace_back("comment", std::to_string(number));
    work.record(entry);
    return on->report;
}

} // namespace poa::national_reports
