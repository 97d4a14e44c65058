// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "capabilities/national_reports/national_reports.hpp"
#include "capabilities/peer_review/commands.hpp"
#include "capabilities/peer_review/procedure.hpp"

#include <algorithm>

namespace poa::peer_review {
namespace {

Choice scope_choice(ReviewScope scope) {
    return {name_of(scope), title_of(scope)};
}

/// "2026/norms-checklist"; nothing of another form.
std::optional<std::pair<std::int64_t, std::string>> report_in(std::string_view text) {
    if (text.size() < 6 || text[4] != '/') return std::nullopt;
    std::int64_t year = 0;
    for (char digit : text.substr(0, 4)) {
        if (digit < '0' || digit > '9') return std::nullopt;
        year = year * 10 + (digit - '0');
    }
    return std::pair(year, std::string(text.substr(5)));
}

void check_items(ledger::Work& work, const Ground& ground, const VolunteerReview& request, Review& review,
                 Refusal& problems) {
    const auto framework = ground.framework.of(work.session());
    for (const std::string& item : request.items) {
        if (framework->item(item) == nullptr)
            problems.add_field("items", "peer_review.no_such_item", {{"value", item}});
        else if (std::ranges::find(review.items, item) == review.items.end())
            review.items.push_back(item);
    }
}

void check_report(ledger::Work& work, const Actor& actor, const VolunteerReview& request, Review& review,
                  Refusal& problems) {
    if (request.report.empty()) return;
    const auto report = report_in(request.report);
    if (!report || national_reports::releases_for(work.session(), actor.reader(), review.state, report->first,
                                                  report->second)
                       .empty())
        return problems.add_field("report", "peer_review.no_such_release", {{"value", request.report}});
    review.report_year = report->first;
    review.report_survey = report->second;
}

Result<Review> review_from(ledger::Work& work, const Ground& ground, const Actor& actor, const ForState& by,
                           const VolunteerReview& request) {
    Review review;
    review.state = by.state;
    review.procedure = request.procedure;
    review.scope = *parse_review_scope(request.scope);
    review.known_to = *parse_audience(request.known_to);
    review.revision = 1;
    review.volunteered_at = work.now();
    Refusal problems{Refusal::Kind::bad_input, {}};
    if (find_procedure(request.procedure) == nullptr)
        problems.add_field("procedure", "peer_review.no_such_procedure", {{"value", request.procedure}});
    if (request.items.empty() && request.report.empty())
        problems.add_field("items", "peer_review.no_subject");
    check_items(work, ground, request, review, problems);
    check_report(work, actor, request, review, problems);
    if (!problems.reasons.empty()) return refuse(std::move(problems));
    return review;
}

} // namespace

const Input<VolunteerReview>& input_of(Of<VolunteerReview>) {
    static const auto input =
        Input<VolunteerReview>("peer_review.volunteer_review")
            .line("procedure", &VolunteerReview::procedure,
                  {.label = N_("How the review goes"), .characters_max = 64})
            .choice("scope", &VolunteerReview::scope,
                    {.label = N_("Where reviewers look"),
                     .choices = {scope_choice(ReviewScope::desk), scope_choice(ReviewScope::visit)}})
            .several("items", &VolunteerReview::items,
                     {.label = N_("Parts of the framework under review"),
                      .hint = N_("Several may be chosen; none where a report alone is the subject."),
                      .required = false})
            .line("report", &VolunteerReview::report,
                  {.label = N_("Released report under review"),
                   .hint = N_("Reviewers read of it what your State shares with them."),
                   .required = false,
                   .characters_max = 80})
            .choice("known_to", &VolunteerReview::known_to,
                    {.label = N_("Who learns that there is a review"),
                     .hint = N_("Chosen once, now. What is said in the review is shown to nobody else "
                                "without your consent at its end."),
                     .choices = {{"parties", N_("Your State and its reviewers")},
                                 {"member_states", N_("Member States")},
                                 {"public", N_("Everyone")}}});
    return input;
}

Result<Acted> volunteer_review(Work& work, const Ground& ground, const Actor& actor,
                               const VolunteerReview& request) {
    auto by = act_for_state(work, ground, actor, "peer_review.volunteer_review");
    if (!by) return refuse(by.error());
    auto review = review_from(work, ground, actor, *by, request);
    if (!review) return refuse(review.error());
    for (const Review& known : store::reviews_of(work.session(), by->state))
        if (runs(known))
            return refuse(Refusal::because(Refusal::Kind::conflict, "peer_review.review_runs")
                              .with("review", std::to_string(known.id.number)));
    review->id = store::add_review(work.session(), *review);
    const ActingOn on{*review, {}, by->permit, by->state, by->person};
    ledger::Entry entry = known_entry_of("peer_review.volunteer_review", on);
    entry.facts.emplace_back("scope", name_of(review->scope));
    entry.facts.emplace_back("items", join(review->items, " "));
    if (review->report_year != 0)
        entry.facts.emplace_back("report", std::to_string(review->report_year) + "/" + review->report_survey);
    work.record(entry);
    return Acted{*review, {}};
}

} // namespace poa::peer_review
