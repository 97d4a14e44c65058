// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/commands/attach_evidence.hpp"

#include "base/text.hpp"
#include "capabilities/national_reports/answer_values.hpp"

namespace poa::national_reports {
namespace {

Result<const Question*> file_question(const Survey& survey, const std::string& key) {
    const Question* question = survey.find(key);
    if (question == nullptr)
        return refuse(Refusal::because(Refusal::Kind::not_found, "national_reports.no_such_question")
                          .with("question", key));
    if (question->kind != QuestionKind::file)
        return refuse(Refusal::because(Refusal::Kind::bad_input, "national_reports.not_of_this_kind")
                          .with("member", "files"));
    return question;
}

/// The file as the answer will name it; its bytes are kept where it may come in.
Result<AnswerFile> taken_in(ledger::Work& work, const ActingOn& on, const Upload& upload,
                            storage::FileStore& files) {
    const auto kind = kind_of_evidence(upload.content);
    if (!kind) return refuse(kind.error());
    AnswerFile file{sha256(upload.content), evidence_name(upload.filename, **kind),
                    std::string((*kind)->content_type), std::ssize(upload.content)};
    if (store::evidence(work.session(), on.report.id, file.digest)) return file;
    if (store::evidence_bytes(work.session(), on.report.id) + file.bytes > evidence_report_bytes_max)
        return refuse(Refusal::because(Refusal::Kind::rule, "national_reports.evidence_too_much")
                          .with("max", std::to_string(evidence_report_bytes_max >> 20)));
    files.put(bytes_of(upload.content));
    store::add_evidence(work.session(), on.report.id, file, work.now(), on.person);
    return file;
}

void record(ledger::Work& work, const ActingOn& on, const KeptAnswer& kept, const AnswerFile& file) {
    ledger::Entry entry = entry_of("national_reports.attach_evidence", on);
    entry.facts.emplace_back("question", kept.question);
    entry.facts.emplace_back("kept", name_of(kept.kept));
    entry.facts.emplace_back("sha256", file.digest.hex());
    work.record(entry);
}

} // namespace

const Input<AttachEvidence>& input_of(Of<AttachEvidence>) {
    static const auto input =
        Input<AttachEvidence>("national_reports.attach_evidence")
            .id("report", &AttachEvidence::report)
            .hidden("question", &AttachEvidence::question)
            .hidden("seen", &AttachEvidence::seen, {.required = false, .characters_max = 12})
            .upload("file", &AttachEvidence::file,
                    {.label = N_("File"),
                     .hint = N_("PDF, DOCX, ODT, XLSX, PNG, JPEG or plain text, at most 10 MiB. Whoever may "
                                "see the answer can download it."),
                     .bytes_max = evidence_bytes_max});
    return input;
}

Result<KeptAnswer> attach_evidence(ledger::Work& work, const identity::Actor& actor,
                                   const AttachEvidence& request, storage::FileStore& files) {
    auto on = act_on_report(work, actor, "national_reports.attach_evidence", request.report);
    if (!on) return refuse(on.error());
    const auto question = file_question(*on->survey, request.question);
    if (!question) return refuse(question.error());
    const auto file = taken_in(work, *on, request.file, files);
    if (!file) return refuse(file.error());
    const HeldAnswer held =
        store::answer(work.session(), on->report.id, request.question).value_or(HeldAnswer{});
    const auto seen = parse_revision(request.seen);
    if (!seen) return refuse(Refusal::Kind::bad_input, "national_reports.seen_shape");
    Answer theirs = answer_seen(work.session(), on->report.id, request.question, held, *seen);
    if (find_file(theirs, file->digest) == nullptr) theirs.files.push_back(*file);
    Refusal problems{Refusal::Kind::bad_input, {}};
    check_answer(*on->survey, **question, theirs, "file", problems);
    if (!problems.reasons.empty()) return refuse(std::move(problems));
    const KeptAnswer kept = keep_answer(work, *on, **question, held, *seen, theirs);
    if (kept.kept == Kept::unchanged) return kept;
    if (auto gone = go_on(work, *on, ReportVerb::save); !gone) return refuse(gone.error());
    record(work, *on, kept, *file);
    return kept;
}

} // namespace poa::national_reports
