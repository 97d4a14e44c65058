// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/commands/remove_evidence.hpp"

#include "capabilities/national_reports/answer_values.hpp"
#include "capabilities/national_reports/evidence.hpp"

namespace poa::national_reports {

const Input<RemoveEvidence>& input_of(Of<RemoveEvidence>) {
    static const auto input =
        Input<RemoveEvidence>("national_reports.remove_evidence")
            .id("report", &RemoveEvidence::report)
            .hidden("question", &RemoveEvidence::question)
            .hidden("seen", &RemoveEvidence::seen, {.required = false, .characters_max = 12})
            .hidden("sha256", &RemoveEvidence::sha256, {.characters_max = 64});
    return input;
}

Result<KeptAnswer> remove_evidence(ledger::Work& work, const identity::Actor& actor,
                                   const RemoveEvidence& request) {
    auto on = act_on_report(work, actor, "national_reports.remove_evidence", request.report);
    if (!on) return refuse(on.error());
    const Question* question = on->survey->find(request.question);
    if (question == nullptr)
        return refuse(Refusal::because(Refusal::Kind::not_found, "national_reports.no_such_question")
                          .with("question", request.question));
    const HeldAnswer held =
        store::answer(work.session(), on->report.id, request.question).value_or(HeldAnswer{});
    const auto seen = parse_revision(request.seen);
    if (!seen) return refuse(Refusal::Kind::bad_input, "national_reports.seen_shape");
    Answer theirs = answer_seen(work.session(), on->report.id, request.question, held, *seen);
    const auto digest = Sha256::from_hex(request.sha256);
    if (!digest ||
        std::erase_if(theirs.files, [&](const AnswerFile& file) { return file.digest == *digest; }) == 0)
        return refuse(Refusal::because(Refusal::Kind::not_found, "national_reports.no_such_evidence")
                          .with("sha256", request.sha256));
    const KeptAnswer kept = keep_answer(work, *on, *question, held, *seen, theirs);
    if (kept.kept == Kept::unchanged) return kept;
    if (auto gone = go_on(work, *on, ReportVerb::save); !gone) return refuse(gone.error());
    ledger::Entry entry = entry_of("national_reports.remove_evidence", *on);
    entry.facts.emplace_back("question", kept.question);
    entry.facts.emplace_back("kept", name_of(kept.kept));
    entry.facts.emplace_back("sha256", digest->hex());
    work.record(entry);
    return kept;
}

} // namespace poa::national_reports
