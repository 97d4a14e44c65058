// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/national_report.hpp"

#include "base/input.hpp"
#include "base/json.hpp"

#include <algorithm>

namespace poa::national_reports {
namespace {

const Answer* answer_to(const HeldAnswers& answers, std::string_view question) {
    const auto found = answers.find(question);
    return found == answers.end() ? nullptr : &found->second.answer;
}

/// Asked itself, and so is what its condition asks of: an answer left over there does not count.
bool asked_of(const Survey& survey, const Question& question, const HeldAnswers& answers) {
    std::size_t steps = survey.question_count();
    for (const Question* at = &question; at->shown_if; at = survey.find(at->shown_if->question)) {
        if (!is_asked(*at, answer_to(answers, at->shown_if->question))) return false;
        if (steps-- == 0 || survey.find(at->shown_if->question) == nullptr) return false;
    }
    return true;
}

/// To look at what was filled in beforehand, whatever the question.
constexpr std::int64_t minutes_to_confirm = 1;

} // namespace

std::string_view name_of(ReportStage stage) {
    switch (stage) {
    case ReportStage::open:
        return "open";
    case ReportStage::approving:
        return "approving";
    case ReportStage::submitted:
        return "submitted";
    case ReportStage::revising:
        return "revising";
    case ReportStage::withdrawn:
        return "withdrawn";
    }
    return "open";
}

std::string_view title_of(ReportStage stage) {
    switch (stage) {
    case ReportStage::open:
        return N_("Being filled in");
    case ReportStage::approving:
        return N_("Before the approving authority");
    case ReportStage::submitted:
        return N_("Submitted");
    case ReportStage::revising:
        return N_("Submitted; a revision is being filled in");
    case ReportStage::withdrawn:
        return N_("Withdrawn");
    }
    return N_("Being filled in");
}

std::string_view name_of(ReportVerb verb) {
    switch (verb) {
    case ReportVerb::save:
        return "save";
    case ReportVerb::put_up:
        return "put_up";
    case ReportVerb::send_back:
        return "send_back";
    case ReportVerb::submit:
        return "submit";
    case ReportVerb::revise:
        return "revise";
    case ReportVerb::withdraw:
        return "withdraw";
    }
    return "save";
}

std::span<const ReportStep> report_steps() {
    using Stage = ReportStage;
    using Verb = ReportVerb;
    // Saving is never refused for the stage: what somebody typed while the line was down must not be lost.
    // It takes what an approver would have released out of the approver's hands, and begins a revision of
    // what was submitted; the release itself stands as it is.
    static constexpr std::array<ReportStep, 14> steps = {{
        {Stage::open, Verb::save, Stage::open},
        {Stage::approving, Verb::save, Stage::open},
        {Stage::submitted, Verb::save, Stage::revising},
        {Stage::revising, Verb::save, Stage::revising},
        {Stage::withdrawn, Verb::save, Stage::open},

        {Stage::open, Verb::put_up, Stage::approving},
        {Stage::revising, Verb::put_up, Stage::approving},

        {Stage::approving, Verb::send_back, Stage::open},
        {Stage::approving, Verb::submit, Stage::submitted},

        {Stage::submitted, Verb::revise, Stage::revising},
        {Stage::withdrawn, Verb::revise, Stage::open},

        {Stage::submitted, Verb::withdraw, Stage::withdrawn},
        {Stage::revising, Verb::withdraw, Stage::open},
        // Only where an earlier release stands; the command asks.
        {Stage::approving, Verb::withdraw, Stage::open},
    }};
    return steps;
}

Result<ReportStage> after(ReportStage stage, ReportVerb verb) {
    for (const ReportStep& step : report_steps())
        if (step.from == stage && step.verb == verb) return step.to;
    return refuse(Refusal::because(Refusal::Kind::rule, "national_reports.not_at_this_stage")
                      .with("verb", std::string(name_of(verb)))
                      .with("stage", std::string(name_of(stage))));
}

Result<ReportStage> after(ReportStage stage, ReportVerb verb, bool release_stands) {
    auto next = after(stage, verb);
    if (next && *next == ReportStage::open && release_stands && verb != ReportVerb::withdraw)
        return ReportStage::revising;
    return next;
}

std::vector<ReleasedAnswer> releasable(const Survey& survey, const HeldAnswers& answers) {
    std::vector<ReleasedAnswer> release;
    for (const Section& section : survey.sections)
        for (const Question& question : section.questions) {
            const auto held = answers.find(question.key);
            if (held == answers.end() || !held->second.confirmed || held->second.answer.is_empty()) continue;
            if (!asked_of(survey, question, answers)) continue;
            release.push_back({question.key, held->second.answer, held->second.sharing});
        }
    return release;
}

std::size_t unconfirmed(const HeldAnswers& answers) {
    return static_cast<std::size_t>(
        std::ranges::count_if(answers, [](const auto& held) { return !held.second.confirmed; }));
}

Sha256 digest_of(std::span<const ReleasedAnswer> release) {
    Sha256Stream stream;
    for (const ReleasedAnswer& answer : release) {
        std::string line;
        JsonWriter json(line);
        json.begin_object().key("question").value(answer.question);
        json.key("sharing").value(text_of(answer.sharing)).key("answer").raw(text_of(answer.answer));
        json.end_object();
        line += '\n';
        stream.add(bytes_of(line));
    }
    return stream.finish();
}

std::vector<SectionProgress> progress_of(const Survey& survey, const HeldAnswers& answers) {
    std::vector<SectionProgress> progress;
    for (const Section& section : survey.sections) {
        SectionProgress& of = progress.emplace_back();
        of.section = section.key;
        for (const Question& question : section.questions) {
            if (!asked_of(survey, question, answers)) continue;
            ++of.asked;
            const auto held = answers.find(question.key);
            const bool answered = held != answers.end() && !held->second.answer.is_empty();
            const bool to_confirm = answered && !held->second.confirmed;
            of.answered += answered ? 1 : 0;
            of.to_confirm += to_confirm ? 1 : 0;
            if (!answered) of.minutes_left += minutes_of(question);
            if (to_confirm) of.minutes_left += minutes_to_confirm;
        }
    }
    return progress;
}

} // namespace poa::national_reports
