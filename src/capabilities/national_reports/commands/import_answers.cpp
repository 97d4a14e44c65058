// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/commands/import_answers.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace poa::national_reports {
namespace {

constexpr std::size_t import_bytes_max = std::size_t{8} << 20;

HeldAnswer held_of(ledger::Work& work, const ActingOn& on, const std::string& question) {
    return store::answer(work.session(), on.report.id, question).value_or(HeldAnswer{});
}

/// What was said elsewhere is only likely to be the answer here: somebody looks at it first.
void leave_to_confirm(ledger::Work& work, const ActingOn& on, const std::vector<KeptAnswer>& answers) {
    for (const KeptAnswer& answer : answers) {
        if (answer.kept != Kept::saved) continue;
        auto held = store::answer(work.session(), on.report.id, answer.question).value();
        held.confirmed = false;
        store::put_answer(work.session(), on.report.id, answer.question, held);
    }
}

void look_at(ledger::Work& work, const ActingOn& on, const MappedFile& made, ImportedAnswers& taken) {
    for (const FittingAnswer& each : made.fitting) {
        const HeldAnswer held = held_of(work, on, each.question);
        const Keeping keeping =
            keeping_of(work.session(), on, *on.survey->find(each.question), held, each.seen, each.answer);
        taken.answers.push_back({each.question, keeping.kept, held.revision});
    }
}

void take_in(ledger::Work& work, const ActingOn& on, const MappedFile& made, ImportedAnswers& taken) {
    for (const FittingAnswer& each : made.fitting)
        taken.answers.push_back(keep_answer(work, on, *on.survey->find(each.question),
                                            held_of(work, on, each.question), each.seen, each.answer,
                                            made.origin));
    if (made.to_confirm) leave_to_confirm(work, on, taken.answers);
    for (const auto& [question, answer] : made.beside)
        keep_beside(work, on, question, 0, answer, made.origin);
}

void record(ledger::Work& work, const ActingOn& on, const std::string& content,
            const ImportedAnswers& taken) {
    const auto count = [&](Kept kept) {
        return std::to_string(std::ranges::count(taken.answers, kept, &KeptAnswer::kept));
    };
    ledger::Entry entry = entry_of("national_reports.import_answers", on);
    entry.facts.emplace_back("saved", count(Kept::saved));
    entry.facts.emplace_back("merged", count(Kept::merged));
    entry.facts.emplace_back("beside", count(Kept::beside));
    entry.facts.emplace_back("left", join(taken.left, " "));
    entry.facts.emplace_back("sha256", sha256(content).hex());
    work.record(entry);
}

void add_left(const MappedFile& made, ImportedAnswers& taken) {
    taken.problems = made.left;
    for (const Unread& left : made.left)
        if (!left.question.empty() && std::ranges::find(taken.left, left.question) == taken.left.end())
            taken.left.push_back(left.question);
}

} // namespace

const Input<ImportAnswers>& input_of(Of<ImportAnswers>) {
    static const auto input =
        Input<ImportAnswers>("national_reports.import_answers")
            .id("report", &ImportAnswers::report)
            .upload("file", &ImportAnswers::file,
                    {.label = N_("File with answers"),
                     .hint = N_("JSON or XLSX as it can be taken along, or a form that was filled in (DOCX, "
                                "ODT, or PDF with text)."),
                     .required = false,
                     .bytes_max = import_bytes_max})
            .hidden("answers", &ImportAnswers::answers,
                    {.required = false, .characters_max = answers_file_bytes_max})
            .tick("look", &ImportAnswers::look, {.label = N_("Show first what would change")});
    return input;
}

Result<ImportedAnswers> import_answers(ledger::Work& work, const identity::Actor& actor,
                                       const ImportAnswers& request) {
    auto on = act_on_report(work, actor, "national_reports.import_answers", request.report);
    if (!on) return refuse(on.error());
    const std::string& content = request.answers.empty() ? request.file.content : request.answers;
    if (content.empty()) {
        Refusal missing{Refusal::Kind::bad_input, {}};
        missing.add_field("file", "input.required");
        return refuse(std::move(missing));
    }
    auto file = read_answers(work.session(), *on->survey, content);
    if (!file) return refuse(file.error());
    const auto made = mapped_file(work.session(), *on, *file);
    if (!made) return refuse(made.error());
    ImportedAnswers taken;
    taken.looked = request.look;
    taken.to_confirm = made->to_confirm;
    for (const FittingAnswer& each : made->fitting) taken.theirs.push_back(each.answer);
    add_left(*made, taken);
    request.look ? look_at(work, *on, *made, taken) : take_in(work, *on, *made, taken);
    const bool anything =
        !made->beside.empty() || std::ranges::any_of(taken.answers, [](const KeptAnswer& answer) {
            return answer.kept != Kept::unchanged;
        });
    if (anything && !request.look) {
        if (auto gone = go_on(work, *on, ReportVerb::save); !gone) return refuse(gone.error());
        record(work, *on, content, taken);
    }
    taken.report = on->report;
    taken.file = std::move(*file);
    return taken;
}

} // namespace poa::national_reports
