// SPDX-License-Identifier: Apache-2.0
// What pages of reviews have in common: words of names, evidence, follow-ups, forms with late choices.
#include "capabilities/peer_review/pages_drawing.hpp"
#include "capabilities/peer_review/review.hpp"
#include "web/html.hpp"

#include <algorithm>

namespace poa::peer_review {

using namespace web::html;
using web::Html;
using web::Screen;
using web::Url;
using web::Visit;

Screen review_screen(const Visit& visit, std::string title, Html body) {
    Screen screen;
    screen.title = std::move(title);
    screen.section = "reports";
    screen.crumbs = {{std::string(visit.in.tr("National reports")), Url("/reports")},
                     {std::string(visit.in.tr("Reviews by peers")), Url("/reviews")}};
    screen.body = std::move(body);
    return screen;
}

Url review_url(std::int64_t review) {
    return Url::of("reviews", std::to_string(review));
}

std::string title_of(const ReviewHead& head, const Visit& visit) {
    return visit.in.tr("Review of {state}, begun {day}",
                       {{"state", head.name}, {"day", visit.in.day(head.begun)}});
}

std::string_view stage_words(std::string_view stage, const Visit& visit) {
    for (ReviewStage each : all_review_stages())
        if (name_of(each) == stage) return visit.in.tr(title_of(each));
    return stage;
}

std::string_view scope_words(std::string_view scope, const Visit& visit) {
    const auto known = parse_review_scope(scope);
    return known ? visit.in.tr(title_of(*known)) : scope;
}

std::string_view by_words(std::string_view by, const Visit& visit) {
    const auto& in = visit.in;
    if (by == "reviewed_state") return in.tr("The State under review");
    if (by == "reviewers") return in.tr("The reviewers");
    if (by == "stakeholders") return in.tr("Accredited organisations");
    return in.tr("All who take part");
}

std::string_view standing_words(std::string_view standing, const Visit& visit) {
    using enum ReviewerStanding;
    for (ReviewerStanding each : {invited, offered, agreed, declined, stepped_back})
        if (name_of(each) == standing) return visit.in.tr(title_of(each));
    return standing;
}

std::string_view status_words(std::string_view status, const Visit& visit) {
    const auto& in = visit.in;
    if (status == "done") return in.tr("Done");
    if (status == "under_way") return in.tr("Under way");
    if (status == "not_begun") return in.tr("Not begun");
    return in.tr("The State has said nothing on it");
}

Html evidence_of(const std::string& kind, const std::string& text, const std::string& address,
                 const Visit& visit) {
    if (text.empty()) return {};
    const auto known = parse_evidence_kind(kind).value_or(EvidenceKind::none);
    auto url = address.starts_with("/") ? Url::same_site(address) : Url::outside(address);
    Html where = url && !address.empty() ? Html(a(href(std::move(*url)), bdi(text))) : Html(bdi(text));
    return p(css("muted"), visit.in.tr("Rests on:"), " ", visit.in.tr(title_of(known)), ": ", where);
}

Html followed_item(const FollowedLine& row, const Visit& visit) {
    const auto& in = visit.in;
    return li(p(dir("auto"), strong(row.recommendation)),
              when(!row.response.empty(),
                   [&] { return p(in.tr("The State, when it accepted:"), " ", bdi(row.response)); }),
              p(in.tr("What became of it, as the State tells"), ": ", status_words(row.status, visit),
                when(row.day.has_value(), [&] { return group(", ", in.day(*row.day)); })),
              when(!row.words.empty(), [&] { return p(dir("auto"), row.words); }),
              evidence_of(row.evidence, row.evidence_text, row.evidence_address, visit),
              p(a(href(review_url(row.review)), in.tr("The review it comes from"))));
}

Html clause_note(const ClauseLine& clause, const Visit& visit) {
    const auto& in = visit.in;
    if (clause.charter.empty())
        return p(css("notice"), in.tr("No charter is in force, so there are no reviews."));
    const Url where = Url("/charters/in-force");
    const std::string words =
        clause.has_reviews
            ? in.tr("By clause {clause} of the charter in force ({charter}) there are reviews by peers.",
                    {{"clause", clause.number}, {"charter", clause.charter}})
            : in.tr("By clause {clause} of the charter in force ({charter}) there are no reviews by peers.",
                    {{"clause", clause.number}, {"charter", clause.charter}});
    return p(css(clause.has_reviews ? "muted" : "notice"), words, " ",
             a(href(where), in.tr("The charter in force")));
}

void DrawnInput::choose(std::string_view name, const std::vector<NamedChoice>& choices) {
    const auto field = std::ranges::find(fields_, name, &FieldSpec::name);
    if (field == fields_.end() || choices.empty()) return;
    field->kind = FieldKind::choice;
    field->rules.choices.clear();
    for (const NamedChoice& each : choices) field->rules.choices.push_back({each.key, each.label});
}

void DrawnInput::hide(std::string_view name) {
    const auto field = std::ranges::find(fields_, name, &FieldSpec::name);
    if (field != fields_.end()) field->kind = FieldKind::hidden;
}

const InputSpec& DrawnInput::done() {
    for (FieldSpec& field : fields_) add(std::move(field), {});
    fields_.clear();
    return *this;
}

} // namespace poa::peer_review
