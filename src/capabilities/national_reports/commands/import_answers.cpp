// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/commands/import_answers.hpp"

#include "base/text.hpp"
#include "capabilities/national_reports/answers_file.hpp"
#include "capabilities/national_reports/crosswalk.hpp"
#include "capabilities/national_reports/keeping_evidence.hpp"

#include <algorithm>

namespace poa::national_reports {
namespace {

constexpr std::string_view origin = "import";

/// The file's answers as questions of this survey, and what is left of it.
struct Mapped {
    HeldAnswers fitting;
    std::vector<std::string> left, without_files;
    std::vector<std::pair<std::string, Answer>> beside; ///< what of `left` is kept
};

HeldAnswers held_in(const AnswersFile& file) {
    HeldAnswers held;
    for (const auto& [question, answer] : file.answers) held[question].answer = answer;
    return held;
}

Mapped mapped(const Survey& survey, const AnswersFile& file) {
    Mapped made;
    if (file.survey != survey.key) {
        made.fitting = prefilled(survey, {{file.survey, std::string(origin), &survey, held_in(file)}});
        for (const auto& [question, answer] : file.answers) {
            const bool crossed = std::ranges::any_of(survey.crosswalk, [&](const Crossing& crossing) {
                return crossing.survey == file.survey && crossing.other_question == question &&
                       made.fitting.contains(crossing.question);
            });
            if (!crossed) made.left.push_back(question);
        }
        return made;
    }
    made.fitting = held_in(file);
    made.left = not_fitting(survey, made.fitting);
    for (const std::string& question : made.left) made.fitting.erase(question);
    return made;
}

/// The revision a file of this survey was carried away at; of another survey nothing was seen here.
std::int64_t seen_in(const AnswersFile& file, const Survey& survey, std::string_view question) {
    const auto seen = file.seen.find(question);
    return file.survey != survey.key || seen == file.seen.end() ? 0 : seen->second;
}

/// What another survey asked is only likely to be the answer here: somebody looks at it first.
void leave_to_confirm(ledger::Work& work, const ActingOn& on, const std::vector<KeptAnswer>& answers) {
    for (const KeptAnswer& answer : answers) {
        if (answer.kept != Kept::saved) continue;
        auto held = store::answer(work.session(), on.report.id, answer.question).value();
        held.confirmed = false;
        store::put_answer(work.session(), on.report.id, answer.question, held);
    }
}

/// A file of answers has no files in it: those it names are taken where this report has them, and no others.
void leave_unknown_files(ledger::Work& work, const ActingOn& on, const AnswersFile& file, Mapped& made) {
    const auto cleaned = [&](const std::string& key, Answer& answer) {
        const auto held = store::answer(work.session(), on.report.id, key).value_or(HeldAnswer{});
        return without_unknown_files(work.session(), on.report.id, held.answer, answer).empty();
    };
    for (auto& [key, theirs] : made.fitting)
        if (!cleaned(key, theirs.answer)) made.without_files.push_back(key);
    for (const std::string& key : made.left) {
        Answer answer = file.answers.find(key)->second;
        cleaned(key, answer);
        made.beside.emplace_back(key, std::move(answer));
    }
}

ImportedAnswers take_in(ledger::Work& work, const ActingOn& on, const AnswersFile& file, Mapped made) {
    ImportedAnswers taken;
    leave_unknown_files(work, on, file, made);
    for (const auto& [key, theirs] : made.fitting) {
        const auto held = store::answer(work.session(), on.report.id, key).value_or(HeldAnswer{});
        taken.answers.push_back(keep_answer(work, on, *on.survey->find(key), held,
                                            seen_in(file, *on.survey, key), theirs.answer, origin));
    }
    if (file.survey != on.survey->key) leave_to_confirm(work, on, taken.answers);
    for (const auto& [question, answer] : made.beside)
        if (!answer.is_empty()) keep_beside(work, on, question, 0, answer, origin);
    taken.left = std::move(made.left);
    taken.left.insert(taken.left.end(), made.without_files.begin(), made.without_files.end());
    return taken;
}

void record(ledger::Work& work, const ActingOn& on, const ImportAnswers& request,
            const ImportedAnswers& taken) {
    const auto count = [&](Kept kept) {
        return std::to_string(std::ranges::count(taken.answers, kept, &KeptAnswer::kept));
    };
    ledger::Entry entry = entry_of("national_reports.import_answers", on);
    entry.facts.emplace_back("saved", count(Kept::saved));
    entry.facts.emplace_back("merged", count(Kept::merged));
    entry.facts.emplace_back("beside", count(Kept::beside));
    entry.facts.emplace_back("left", join(taken.left, " "));
    entry.facts.emplace_back("sha256", sha256(request.file.content).hex());
    work.record(entry);
}

} // namespace

const Input<ImportAnswers>& input_of(Of<ImportAnswers>) {
    static const auto input =
        Input<ImportAnswers>("national_reports.import_answers")
            .id("report", &ImportAnswers::report)
            .upload("file", &ImportAnswers::file,
                    {.label = N_("File with answers"),
                     .hint = N_("JSON, as it can be taken along from the report's page."),
                     .bytes_max = answers_file_bytes_max});
    return input;
}

Result<ImportedAnswers> import_answers(ledger::Work& work, const identity::Actor& actor,
                                       const ImportAnswers& request) {
    auto on = act_on_report(work, actor, "national_reports.import_answers", request.report);
    if (!on) return refuse(on.error());
    const auto file = parse_answers_file(request.file.content);
    if (!file) return refuse(file.error());
    Mapped made = mapped(*on->survey, *file);
    if (made.fitting.empty())
        return refuse(Refusal::because(Refusal::Kind::bad_input, "national_reports.nothing_fits")
                          .with("questions", join(made.left, " ")));
    ImportedAnswers taken = take_in(work, *on, *file, std::move(made));
    const bool anything =
        !taken.left.empty() || std::ranges::any_of(taken.answers, [](const KeptAnswer& answer) {
            return answer.kept != Kept::unchanged;
        });
    if (anything) {
        if (auto gone = go_on(work, *on, ReportVerb::save); !gone) return refuse(gone.error());
        record(work, *on, request, taken);
    }
    taken.report = on->report;
    return taken;
}

} // namespace poa::national_reports
