// SPDX-License-Identifier: Apache-2.0
#include "capabilities/commitments/commands/report_commitment.hpp"

#include "base/text.hpp"
#include "capabilities/commitments/keeping_commitments.hpp"

namespace poa::commitments {
namespace {

Refusal problems_of(const Commitment& commitment, const ReportCommitment& request, Stage stage) {
    Refusal problems{Refusal::Kind::bad_input, {}};
    const auto evidence = evidence_in(request.evidence);
    if (stage == Stage::done && evidence.empty())
        problems.add_field("evidence", "commitments.evidence_needed");
    if (stage == Stage::changed && request.words.empty())
        problems.add_field("words", "commitments.words_needed");
    for (const std::string& address : evidence)
        if (!is_evidence(address, commitment.state))
            problems.add_field("evidence", "commitments.not_evidence", {{"value", address}});
    return problems;
}

} // namespace

const Input<ReportCommitment>& input_of(Of<ReportCommitment>) {
    using R = ReportCommitment;
    static const auto input =
        Input<R>("commitments.report_commitment")
            .id("commitment", &R::commitment)
            .number("revision", &R::revision, {.label = N_("Step read"), .least = 1})
            .choice("stage", &R::stage,
                    {.label = N_("Status"),
                     .choices = {{"planned", N_("Planned")},
                                 {"under_way", N_("Under way")},
                                 {"done", N_("Done")},
                                 {"changed", N_("Changed")},
                                 {"withdrawn", N_("Withdrawn")}}})
            .multiline(
                "words", &R::words,
                {.label = N_("What your State says about it"), .required = false, .characters_max = 20'000})
            .multiline(
                "evidence", &R::evidence,
                {.label = N_("What shows it"),
                 .hint = N_("Addresses, one a line: of a page, of a document here (/documents/ ...) or "
                            "of a report of your State (/reports/ ...)."),
                 .required = false,
                 .characters_max = 4'000});
    return input;
}

Result<Commitment> report_commitment(ledger::Work& work, const identity::Actor& actor,
                                     const ReportCommitment& request) {
    auto own =
        own_commitment(work, actor, "commitments.report_commitment", request.commitment, request.revision);
    if (!own) return refuse(own.error());
    Commitment& commitment = own->commitment;
    const Stage stage = parse_stage(request.stage).value();
    if (Refusal problems = problems_of(commitment, request, stage); !problems.reasons.empty())
        return refuse(std::move(problems));
    const Step step{0,          StepKind::reported,   stage, request.words, evidence_in(request.evidence),
                    work.now(), actor.person().number};
    if (auto taken = take_step(work, commitment, step); !taken) return refuse(taken.error());
    ledger::Entry entry = entry_of("commitments.report_commitment", own->permit, actor, commitment);
    entry.facts.emplace_back("sha256", sha256(step.words + "\n" + join(step.evidence, "\n")).hex());
    work.record(entry);
    return commitment;
}

} // namespace poa::commitments
