// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/commands/offer_practice.hpp"

#include "capabilities/national_reports/keeping_practices.hpp"
#include "capabilities/national_reports/practices.hpp"
#include "capabilities/national_reports/store_practices.hpp"

namespace poa::national_reports {
namespace {

constexpr std::string_view to_offer = "offer";

Result<void> check(ledger::Work& work, const ActingOn& on, const OfferPractice& request) {
    const Question* question = on.survey->find(request.question);
    if (question == nullptr)
        return refuse(Refusal::because(Refusal::Kind::not_found, "national_reports.no_such_question")
                          .with("question", request.question));
    if (!can_be_offered(*question)) return refuse(Refusal::Kind::rule, "national_reports.not_a_practice");
    if (request.choice != to_offer) return {};
    if (request.title.empty()) {
        Refusal problems{Refusal::Kind::bad_input, {}};
        problems.add_field("title", "national_reports.title_needed");
        return refuse(std::move(problems));
    }
    const auto held = store::answer(work.session(), on.report.id, request.question);
    if (!held || held->sharing.audience != Audience::everyone)
        return refuse(Refusal::Kind::rule, "national_reports.practice_not_public");
    return {};
}

/// The answers of the release in view; none where there is none.
std::vector<ReleasedAnswer> release_in_view(ledger::Work& work, const KeptReport& report) {
    if (!release_stands(work.session(), report)) return {};
    return store::released(work.session(), report.id, report.release);
}

} // namespace

const Input<OfferPractice>& input_of(Of<OfferPractice>) {
    static const auto input =
        Input<OfferPractice>("national_reports.offer_practice")
            .id("report", &OfferPractice::report)
            .hidden("question", &OfferPractice::question)
            .choice("choice", &OfferPractice::choice,
                    {.label = N_("The library of practices"),
                     .choices = {{to_offer, N_("Share this answer there, in our State’s name")},
                                 {"keep", N_("Keep it out of the library")}}})
            .line("title", &OfferPractice::title,
                  {.label = N_("Title in the library"), .required = false, .characters_max = 300})
            .choice("language", &OfferPractice::language,
                    {.label = N_("Language of title and answer"),
                     .choices = {{"en", "English"},
                                 {"fr", "Français"},
                                 {"es", "Español"},
                                 {"ar", "العربية"},
                                 {"ru", "Русский"},
                                 {"zh", "中文"}}});
    return input;
}

Result<KeptReport> offer_practice(ledger::Work& work, const identity::Actor& actor,
                                  const OfferPractice& request) {
    auto on = act_on_report(work, actor, "national_reports.offer_practice", request.report);
    if (!on) return refuse(on.error());
    if (auto checked = check(work, *on, request); !checked) return refuse(checked.error());
    const KeptReport& report = on->report;
    drop_offer(work, report, request.question, on->person);
    if (request.choice == to_offer) {
        store::offer_practice(work.session(), report.id,
                              {request.question, request.title, request.language, work.now(), on->person, 0});
        keep_practices(work, report, *on->survey, release_in_view(work, report), on->person);
    }
    ledger::Entry entry = entry_of("national_reports.offer_practice", *on);
    entry.facts.emplace_back("question", request.question);
    entry.facts.emplace_back("choice", request.choice);
    work.record(entry);
    return report;
}

} // namespace poa::national_reports
