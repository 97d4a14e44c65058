// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/commands/save_answers.hpp"

#include "base/text.hpp"
#include "capabilities/national_reports/answer_values.hpp"
#include "capabilities/national_reports/keeping_evidence.hpp"

#include <algorithm>
#include <set>

namespace poa::national_reports {
namespace {

struct Typed {
    const Question* question;
    HeldAnswer held;
    std::int64_t seen = 0;
    Answer theirs;
};

/// The question that a name in the form belongs to: "strategy", "strategy.note".
std::string_view question_of(std::string_view name) {
    return name.substr(0, name.find('.'));
}

/// The questions the request is about, each once, in the order they came; unknown ones are problems.
std::vector<const Question*> questions_in(const Survey& survey, const SaveAnswers& request,
                                          const SeenRevisions& seen, Refusal& problems) {
    std::vector<const Question*> found;
    std::set<std::string_view> met;
    const auto take = [&](std::string_view key) {
        if (!met.insert(key).second) return;
        if (const Question* question = survey.find(key))
            found.push_back(question);
        else
            problems.add_field("answers." + std::string(key), "national_reports.no_such_question",
                               {{"question", std::string(key)}});
    };
    for (const auto& [name, value] : request.answers.all()) take(question_of(name));
    if (!request.answers.is_typed())
        for (const auto& [key, revision] : seen) take(key);
    return found;
}

std::vector<Typed> read_all(ledger::Work& work, const ActingOn& on, const SaveAnswers& request,
                            Refusal& problems) {
    std::vector<Typed> all;
    const auto seen = parse_seen(request.seen);
    if (!seen) problems.add_field("seen", "national_reports.seen_shape");
    const SeenRevisions known = seen.value_or(SeenRevisions{});
    for (const Question* question : questions_in(*on.survey, request, known, problems)) {
        Typed typed{question,
                    store::answer(work.session(), on.report.id, question->key).value_or(HeldAnswer{}),
                    0,
                    {}};
        const auto revision = known.find(question->key);
        if (revision != known.end()) typed.seen = revision->second;
        const Answer start = answer_seen(work.session(), on.report.id, question->key, typed.held, typed.seen);
        const bool whole = !request.answers.is_typed() && revision != known.end();
        typed.theirs = read_answer(*on.survey, *question, request.answers, start, whole, problems);
        check_files(work.session(), on.report.id, start, typed.theirs, "answers." + question->key, problems);
        all.push_back(std::move(typed));
    }
    return all;
}

void record(ledger::Work& work, const ActingOn& on, const std::vector<KeptAnswer>& answers) {
    const auto count = [&](Kept kept) {
        return std::to_string(std::ranges::count(answers, kept, &KeptAnswer::kept));
    };
    std::vector<std::string> changed;
    for (const KeptAnswer& answer : answers)
        if (answer.kept != Kept::unchanged) changed.push_back(answer.question);
    ledger::Entry entry = entry_of("national_reports.save_answers", on);
    entry.facts.emplace_back("saved", count(Kept::saved));
    entry.facts.emplace_back("merged", count(Kept::merged));
    entry.facts.emplace_back("beside", count(Kept::beside));
    entry.facts.emplace_back("questions", join(changed, " "));
    work.record(entry);
}

} // namespace

const Input<SaveAnswers>& input_of(Of<SaveAnswers>) {
    static const auto input =
        Input<SaveAnswers>("national_reports.save_answers")
            .id("report", &SaveAnswers::report)
            .hidden("seen", &SaveAnswers::seen, {.required = false, .characters_max = 60'000})
            .fields("answers", &SaveAnswers::answers, {.label = N_("Answers")})
            .hidden("section", &SaveAnswers::section, {.required = false});
    return input;
}

Result<SavedAnswers> save_answers(ledger::Work& work, const identity::Actor& actor,
                                  const SaveAnswers& request) {
    auto on = act_on_report(work, actor, "national_reports.save_answers", request.report);
    if (!on) return refuse(on.error());
    Refusal problems{Refusal::Kind::bad_input, {}};
    const auto typed = read_all(work, *on, request, problems);
    if (!problems.reasons.empty()) return refuse(std::move(problems));
    SavedAnswers saved;
    bool anything = false;
    for (const Typed& each : typed) {
        saved.answers.push_back(keep_answer(work, *on, *each.question, each.held, each.seen, each.theirs));
        anything = anything || saved.answers.back().kept != Kept::unchanged;
    }
    if (anything) {
        if (auto gone = go_on(work, *on, ReportVerb::save); !gone) return refuse(gone.error());
        record(work, *on, saved.answers);
    }
    saved.report = on->report;
    return saved;
}

} // namespace poa::national_reports
