// SPDX-License-Identifier: Apache-2.0
// One review, as its reader may read it, and the acts on it.
#include "capabilities/documents/documents.hpp"
#include "capabilities/national_reports/national_reports.hpp"
#include "capabilities/peer_review/acts_reviews.hpp"
#include "capabilities/peer_review/pages_loading.hpp"
#include "capabilities/peer_review/permissions.hpp"
#include "capabilities/peer_review/procedure.hpp"

#include <algorithm>

namespace poa::peer_review {
namespace {

using identity::Body;

std::string report_address(const Review& review) {
    return "/reports/" + review.state + "/" + std::to_string(review.report_year);
}

std::vector<national_reports::ReadableRelease> releases_of(const ReviewReading& reading,
                                                           const Review& review) {
    if (review.report_year == 0) return {};
    return national_reports::releases_for(reading.session, reading.actor.reader(), review.state,
                                          review.report_year, review.report_survey);
}

/// What an act can be about, in words: items of the review, and answers this reader may read.
std::vector<NamedChoice> abouts_of(const ReviewReading& reading, const Review& review) {
    std::vector<NamedChoice> made;
    const std::string_view language = reading.visit.in.code();
    const auto framework = reading.ground.framework.of(reading.session);
    for (const std::string& key : review.items)
        if (const auto* item = framework->item(key))
            made.push_back({"item:" + key, std::string(item->item().titles.in(language).text)});
    for (const auto& release : releases_of(reading, review))
        for (const auto& answer : release.answers)
            if (const auto* question = release.survey->find(answer.question))
                made.push_back({"answer:" + answer.question, std::string(question->label.in(language).text)});
    return made;
}

/// An item's title is everybody's; a question's label is read with the report it stands in.
void name_about(const ReviewReading& reading, const Review& review, StatementLine& line) {
    const std::string_view language = reading.visit.in.code();
    if (line.about.starts_with("item:")) {
        const auto framework = reading.ground.framework.of(reading.session);
        if (const auto* item = framework->item(line.about.substr(5)))
            line.about_title = item->item().titles.in(language).text;
        line.about_address = "/acquis/" + line.about.substr(5);
    }
    if (!line.about.starts_with("answer:")) return;
    line.about_address = report_address(review);
    line.about_title = line.about.substr(7);
    for (const auto& release : releases_of(reading, review))
        if (const auto* question = release.survey->find(line.about_title))
            line.about_title = question->label.in(language).text;
}

std::string author_name(const ReviewReading& reading, const std::string& author) {
    const auto body = Body::parse(author);
    if (!body) return author;
    if (body->kind() == Body::Kind::state) return state_name(reading, body->code());
    const auto states = reading.ground.states.now();
    const members::Organisation* organisation = states->organisation(body->code());
    return organisation == nullptr ? body->code() : organisation->name(language_of(reading.visit));
}

StatementLine line_of(const ReviewReading& reading, const Review& review, const Statement& statement) {
    StatementLine line;
    line.statement = statement.id.number;
    line.parent = statement.parent.number;
    line.kind = name_of(statement.kind);
    line.author = statement.author;
    line.author_name = author_name(reading, statement.author);
    line.text = statement.text;
    line.about = statement.about;
    line.audience = name_of(statement.audience);
    line.evidence = name_of(statement.evidence);
    line.evidence_text = statement.evidence_text;
    line.evidence_address = address_of_evidence(reading, statement.evidence, statement.evidence_text);
    line.choice = statement.choice;
    line.at = statement.at;
    name_about(reading, review, line);
    return line;
}

bool is_on(const ReviewAct& act, const Statement& statement, const identity::Actor& actor) {
    if (std::ranges::find(act.on, statement.kind) == act.on.end()) return false;
    if (statement.kind != StatementKind::contribution) return true;
    const auto& bodies = actor.reader().bodies();
    return std::ranges::find(bodies, statement.author) != bodies.end();
}

void add_statements(const ReviewReading& reading, const KnownReview& known, const Offering& to,
                    ReviewPage& page) {
    const auto all = store::statements(reading.session, known.review.id);
    for (const Statement& each : readable(known.review, all, known.sight)) {
        StatementLine line = line_of(reading, known.review, each);
        for (const ReviewAct& act : review_acts())
            if (is_on(act, each, reading.actor) && is_offered(act, to)) line.acts.emplace_back(act.command);
        page.statements.push_back(std::move(line));
    }
}

/// What a reviewer is asked and declares is between the parties; that a State reviews is for who knows.
void add_reviewers(const ReviewReading& reading, const KnownReview& known, const Offering& to,
                   ReviewPage& page) {
    const bool is_party = known.sight.is_reviewed || known.sight.is_reviewer;
    const bool may_settle = is_offered(*find_review_act("settle_offer"), to);
    for (const Reviewer& each : known.reviewers) {
        const bool own = reading.actor.acts_for_state(each.state);
        const bool agreed = each.standing == ReviewerStanding::agreed;
        if (!agreed && !own && !known.sight.is_reviewed) continue;
        ReviewerLine line;
        line.state = each.state;
        line.name = state_name(reading, each.state);
        line.region = region_name(reading, each.state);
        line.standing = name_of(each.standing);
        line.has_declared = (is_party || own) && each.standing != ReviewerStanding::invited;
        if (line.has_declared) line.conflicts = each.conflicts;
        line.may_be_settled = may_settle && poa::peer_review::is_party(each);
        page.reviewers.push_back(std::move(line));
    }
    std::ranges::sort(page.reviewers, {}, &ReviewerLine::name);
}

void add_phases(const ReviewReading& reading, const Review& review, ReviewPage& page) {
    const ReviewProcedure* procedure = find_procedure(review.procedure);
    if (procedure == nullptr || review.stage == ReviewStage::withdrawn) return;
    for (const PlannedPhase& each : planned(*procedure, Day::of(review.volunteered_at))) {
        const Worded title = worded(each.phase->title, reading.visit.in.code());
        page.phases.push_back({std::string(title.text), std::string(title.language), each.phase->by,
                               each.first, each.last, each.phase->stage == review.stage});
    }
}

void add_subjects(const ReviewReading& reading, const Review& review, ReviewPage& page) {
    if (review.stage == ReviewStage::withdrawn) return;
    const std::string_view language = reading.visit.in.code();
    const auto framework = reading.ground.framework.of(reading.session);
    for (const std::string& key : review.items)
        if (const auto* item = framework->item(key))
            page.subjects.push_back({std::string(item->item().titles.in(language).text), "/acquis/" + key});
    for (const auto& release : releases_of(reading, review))
        page.subjects.push_back(
            {std::string(release.survey->title.in(language).text) + ", " + std::to_string(review.report_year),
             report_address(review)});
}

void add_earlier(const ReviewReading& reading, const KnownReview& known, ReviewPage& page) {
    if (known.review.stage == ReviewStage::withdrawn) return;
    for (Review& before : store::reviews_of(reading.session, known.review.state)) {
        if (before.id >= known.review.id) continue;
        if (auto earlier = known_review(reading, before.id)) add_followed(reading, *earlier, page.earlier);
    }
}

} // namespace

std::string address_of_evidence(const ReviewReading& reading, EvidenceKind kind, std::string_view text) {
    if (kind == EvidenceKind::link) return std::string(text);
    if (kind != EvidenceKind::document) return {};
    const auto slug = documents::slug_of_symbol(reading.session, reading.actor.reader(), text);
    return slug ? "/documents/" + *slug : std::string();
}

void add_followed(const ReviewReading& reading, const KnownReview& known, std::vector<FollowedLine>& rows) {
    if (known.review.stage != ReviewStage::finished) return;
    const auto all = readable(known.review, store::statements(reading.session, known.review.id), known.sight);
    for (const Statement& recommended : all) {
        if (recommended.kind != StatementKind::recommendation) continue;
        FollowedLine line;
        std::string response;
        for (const Statement& each : all) {
            if (each.parent != recommended.id) continue;
            if (each.kind == StatementKind::response) {
                response = each.choice;
                line.response = each.text;
            }
            if (each.kind == StatementKind::follow_up) {
                line.status = each.choice;
                line.words = each.text;
                line.evidence = name_of(each.evidence);
                line.evidence_text = each.evidence_text;
                line.evidence_address = address_of_evidence(reading, each.evidence, each.evidence_text);
                line.day = Day::of(each.at);
            }
        }
        if (response != "accepted") continue;
        line.review = known.review.id.number;
        line.statement = recommended.id.number;
        line.state = known.review.state;
        line.name = state_name(reading, known.review.state);
        line.recommendation = recommended.text;
        rows.push_back(std::move(line));
    }
}

FollowUpsPage load_follow_ups(const ReviewReading& reading) {
    FollowUpsPage page;
    for (const KnownReview& known : known_reviews(reading)) add_followed(reading, known, page.rows);
    std::ranges::stable_sort(page.rows, {}, &FollowedLine::name);
    return page;
}

Result<ReviewPage> load_review(const ReviewReading& reading, Id<PeerReview> id) {
    auto known = known_review(reading, id);
    if (!known) return refuse(Refusal::Kind::not_found, "peer_review.no_such_review");
    const ReviewClause clause = review_clause(reading.session, reading.ground);
    const Offering to{reading.actor, known->review, known->reviewers, clause};
    ReviewPage page;
    page.head = head_of(reading, *known);
    page.clause = clause_line(reading);
    add_subjects(reading, known->review, page);
    if (known->review.stage != ReviewStage::withdrawn) add_reviewers(reading, *known, to, page);
    add_phases(reading, known->review, page);
    add_statements(reading, *known, to, page);
    add_earlier(reading, *known, page);
    for (const ReviewAct& act : review_acts())
        if (act.on.empty() && act.command != "settle_offer" && is_offered(act, to))
            page.acts.emplace_back(act.command);
    return page;
}

Result<ReviewActPage> load_review_act(const ReviewReading& reading, Id<PeerReview> id, ReviewActPage page) {
    if (!reading.actor.is_signed_in())
        return refuse(permissions().check("peer_review." + page.command, reading.actor).error());
    auto known = known_review(reading, id);
    if (!known) return refuse(Refusal::Kind::not_found, "peer_review.no_such_review");
    page.head = head_of(reading, *known);
    page.abouts = abouts_of(reading, known->review);
    if (!page.reviewer.empty()) page.reviewer_name = state_name(reading, page.reviewer);
    if (page.statement == 0) return page;
    const auto all = store::statements(reading.session, id);
    for (const Statement& each : readable(known->review, all, known->sight))
        if (each.id.number == page.statement) page.quoted = each.text;
    if (page.quoted.empty()) return refuse(Refusal::Kind::not_found, "peer_review.no_such_statement");
    return page;
}

} // namespace poa::peer_review
