// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/commands/share_answers.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace poa::national_reports {
namespace {

constexpr std::string_view as_suggested = "as_suggested";

std::vector<std::string> parties_in(const std::string& typed, Refusal& problems) {
    std::vector<std::string> parties;
    for (std::string_view line : split(typed, '\n'))
        for (std::string_view part : split(line, ',')) {
            const std::string party(trim(part));
            if (party.empty() || std::ranges::find(parties, party) != parties.end()) continue;
            if (!identity::Body::parse(party))
                problems.add_field("parties", "national_reports.no_such_party", {{"value", party}});
            parties.push_back(party);
        }
    return parties;
}

/// Nothing where each answer goes to whom the template suggests.
Result<std::optional<Sharing>> sharing_in(const ShareAnswers& request) {
    if (request.audience == as_suggested) return std::optional<Sharing>{};
    Sharing sharing;
    sharing.audience = parse_audience(request.audience).value_or(Audience::own_delegation);
    sharing.counted = request.counted;
    if (sharing.audience != Audience::parties) return std::optional(std::move(sharing));
    Refusal problems{Refusal::Kind::bad_input, {}};
    sharing.parties = parties_in(request.parties, problems);
    if (sharing.parties.empty()) problems.add_field("parties", "national_reports.parties_needed");
    if (!problems.reasons.empty()) return refuse(std::move(problems));
    return std::optional(std::move(sharing));
}

/// The questions it is about.
Result<std::vector<const Question*>> questions_in(const Survey& survey, const ShareAnswers& request) {
    std::vector<const Question*> found;
    if (!request.question.empty()) {
        const Question* question = survey.find(request.question);
        if (question == nullptr)
            return refuse(Refusal::because(Refusal::Kind::not_found, "national_reports.no_such_question")
                              .with("question", request.question));
        found.push_back(question);
        return found;
    }
    if (!request.section.empty() && survey.find_section(request.section) == nullptr)
        return refuse(Refusal::Kind::not_found, "national_reports.no_such_section");
    for (const Section& section : survey.sections)
        if (request.section.empty() || section.key == request.section)
            for (const Question& question : section.questions) found.push_back(&question);
    return found;
}

/// What the template suggests: never wider than it says, and nothing for parties, which it cannot name.
Sharing suggested(const Question& question, bool counted) {
    Sharing sharing;
    sharing.counted = counted;
    const Audience audience = question.audience.value_or(Audience::own_delegation);
    if (audience == Audience::everyone || audience == Audience::member_states) sharing.audience = audience;
    return sharing;
}

std::int64_t share(ledger::Work& work, const ActingOn& on, const std::vector<const Question*>& questions,
                   const std::optional<Sharing>& sharing, bool counted) {
    const HeldAnswers answers = store::answers(work.session(), on.report.id);
    std::int64_t changed = 0;
    for (const Question* question : questions) {
        const auto known = answers.find(question->key);
        HeldAnswer held = known == answers.end() ? HeldAnswer{} : known->second;
        const Sharing wanted = sharing ? *sharing : suggested(*question, counted);
        if (held.sharing == wanted) continue;
        held.sharing = wanted;
        held.changed_at = work.now();
        held.changed_by = on.person;
        store::put_answer(work.session(), on.report.id, question->key, held);
        ++changed;
    }
    return changed;
}

} // namespace

const Input<ShareAnswers>& input_of(Of<ShareAnswers>) {
    static const auto input =
        Input<ShareAnswers>("national_reports.share_answers")
            .id("report", &ShareAnswers::report)
            .hidden("section", &ShareAnswers::section, {.required = false})
            .hidden("question", &ShareAnswers::question, {.required = false})
            .choice("audience", &ShareAnswers::audience,
                    {.label = N_("Who will see it once it is submitted"),
                     .choices = {{"own_delegation", N_("Own delegation")},
                                 {"parties", N_("Those named below")},
                                 {"member_states", N_("Member States")},
                                 {"public", N_("Public")},
                                 {as_suggested, N_("As the survey suggests, question by question")}}})
            .multiline(
                "parties", &ShareAnswers::parties,
                {.label = N_("Named parties"),
                 .hint = N_("One a line: secretariat, chair, state: and three letters, organisation: and "
                            "its key, or group:african-group for the Member States of a group today."),
                 .required = false,
                 .characters_max = 4'000})
            .tick("counted", &ShareAnswers::counted,
                  {.label = N_("May be counted in totals that show no single answer")});
    return input;
}

Result<KeptReport> share_answers(ledger::Work& work, const identity::Actor& actor,
                                 const ShareAnswers& request) {
    auto on = act_on_report(work, actor, "national_reports.share_answers", request.report);
    if (!on) return refuse(on.error());
    const auto sharing = sharing_in(request);
    if (!sharing) return refuse(sharing.error());
    const auto questions = questions_in(*on->survey, request);
    if (!questions) return refuse(questions.error());
    const std::int64_t changed = share(work, *on, *questions, *sharing, request.counted);
    if (changed == 0) return on->report;
    if (auto gone = go_on(work, *on, ReportVerb::save); !gone) return refuse(gone.error());
    ledger::Entry entry = entry_of("national_reports.share_answers", *on);
    entry.facts.emplace_back("section", request.section);
    entry.facts.emplace_back("question", request.question);
    entry.facts.emplace_back("sharing", *sharing ? text_of(**sharing) : std::string(as_suggested));
    entry.facts.emplace_back("answers", std::to_string(changed));
    work.record(entry);
    return on->report;
}

} // namespace poa::national_reports
