// SPDX-License-Identifier: Apache-2.0
// Which reviews a reader knows of, and what goes with all of them.
#include "capabilities/peer_review/pages_loading.hpp"

#include "capabilities/documents/documents.hpp"
#include "capabilities/national_reports/national_reports.hpp"
#include "capabilities/peer_review/permissions.hpp"
#include "capabilities/peer_review/procedure.hpp"

#include <algorithm>

namespace poa::peer_review {
namespace {

using identity::Body;

KnownReview known_of(const ReviewReading& reading, Review review) {
    auto reviewers = store::reviewers(reading.session, review.id);
    Sight sight = sight_of(reading.actor, review, reviewers);
    return {std::move(review), std::move(reviewers), std::move(sight)};
}

std::string side_of(const Sight& sight) {
    if (sight.is_reviewed) return "reviewed";
    if (sight.is_reviewer) return "reviewer";
    return sight.is_asked ? "asked" : "";
}

/// The title of a procedure in the reader's language; its key where the program has it no more.
std::string procedure_title(const ReviewReading& reading, const std::string& key) {
    const ReviewProcedure* procedure = find_procedure(key);
    return procedure == nullptr ? key : std::string(worded(procedure->title, reading.visit.in.code()).text);
}

ReviewLine line_of(const ReviewReading& reading, const KnownReview& known) {
    const Review& review = known.review;
    ReviewLine line;
    line.review = review.id.number;
    line.state = review.state;
    line.name = state_name(reading, review.state);
    line.stage = name_of(review.stage);
    line.scope = name_of(review.scope);
    line.procedure = review.procedure;
    line.procedure_title = procedure_title(reading, review.procedure);
    line.begun = Day::of(review.volunteered_at);
    line.is_shown =
        review.stage == ReviewStage::finished &&
        (known.sight.is_reviewed || known.sight.is_reviewer || review.shown_to >= known.sight.least);
    line.side = side_of(known.sight);
    return line;
}

ProcedureLine line_of(const ReviewProcedure& procedure, std::string_view language) {
    ProcedureLine line;
    line.procedure = procedure.key;
    const Worded title = worded(procedure.title, language), about = worded(procedure.about, language);
    line.title = title.text;
    line.title_language = title.language;
    line.about = about.text;
    line.about_language = about.language;
    line.source = procedure.source;
    line.reviewers = procedure.reviewers;
    for (const ReviewPhase& phase : procedure.phases) {
        const Worded words = worded(phase.title, language);
        line.phases.push_back(
            {std::string(words.text), std::string(words.language), phase.by, phase.begins_after, phase.days});
    }
    return line;
}

/// The first State the reader may do that for; empty: none.
std::string state_for(const ReviewReading& reading, std::string_view command) {
    for (const identity::Standing& standing : reading.actor.standings())
        if (standing.body.kind() == Body::Kind::state &&
            permissions().permits(command, reading.actor, standing.body))
            return standing.body.code();
    return {};
}

std::int64_t reviews_of(const std::vector<KnownReview>& all, std::string_view state) {
    return std::ranges::count_if(all, [&](const KnownReview& known) {
        return known.review.stage != ReviewStage::withdrawn &&
               std::ranges::any_of(known.reviewers, [&](const Reviewer& each) {
                   return each.state == state && each.standing == ReviewerStanding::agreed;
               });
    });
}

void add_volunteers(const ReviewReading& reading, const std::vector<KnownReview>& known,
                    MyReviewsPage& page) {
    const Day today = Day::of(reading.now);
    for (const Volunteer& each : store::volunteers(reading.session)) {
        if (each.left_at || each.until < today) continue;
        page.is_among_reviewers = page.is_among_reviewers || each.state == page.state;
        page.reviewers.push_back({each.state, state_name(reading, each.state),
                                  region_name(reading, each.state), each.words, each.until,
                                  reviews_of(known, each.state)});
    }
    std::ranges::sort(page.reviewers, {}, &VolunteerLine::name);
}

std::vector<Candidate> candidates(const ReviewReading& reading, const std::vector<KnownReview>& known) {
    const auto states = reading.ground.states.now();
    const Day today = Day::of(reading.now);
    std::vector<Candidate> made;
    for (const Volunteer& each : store::volunteers(reading.session))
        if (!each.left_at && each.until >= today)
            made.push_back(
                {each.state, region_of(*states, each.state, today), reviews_of(known, each.state)});
    return made;
}

Seeking seeking_of(const ReviewReading& reading, const KnownReview& known) {
    const auto states = reading.ground.states.now();
    const Day today = Day::of(reading.now);
    Seeking made{
        known.review.id.number, known.review.state, region_of(*states, known.review.state, today), {}, {}, 3};
    if (const ReviewProcedure* procedure = find_procedure(known.review.procedure))
        made.wanted = static_cast<std::size_t>(procedure->reviewers);
    for (const Reviewer& each : known.reviewers) {
        if (is_party(each))
            made.team.push_back({each.state, region_of(*states, each.state, today), 0});
        else
            made.out.push_back(each.state);
    }
    return made;
}

/// What a proposal is made from: only what this reader may know of, so that it tells on nothing else.
struct PairingFacts {
    std::vector<Seeking> seeking;
    std::vector<PastPair> past;
};
PairingFacts facts_of(const ReviewReading& reading, const std::vector<KnownReview>& known,
                      Id<PeerReview> asked) {
    PairingFacts facts;
    for (auto each = known.rbegin(); each != known.rend(); ++each) {
        if (each->review.stage == ReviewStage::volunteered || each->review.id == asked)
            facts.seeking.push_back(seeking_of(reading, *each));
        if (each->review.stage == ReviewStage::withdrawn) continue;
        for (const Reviewer& reviewer : each->reviewers)
            if (reviewer.standing == ReviewerStanding::agreed)
                facts.past.push_back({each->review.state, reviewer.state});
    }
    return facts;
}

} // namespace

members::Language language_of(const web::Visit& visit) {
    return members::parse_language(visit.in.code()).value_or(members::Language::en);
}

std::string state_name(const ReviewReading& reading, std::string_view iso3) {
    return std::string(reading.ground.states.now()->display_name(iso3, language_of(reading.visit)));
}

std::string region_name(const ReviewReading& reading, std::string_view iso3) {
    const auto states = reading.ground.states.now();
    const std::string key = region_of(*states, iso3, Day::of(reading.now));
    const members::Group* group = states->group(key);
    return group == nullptr ? key : group->name(language_of(reading.visit));
}

ClauseLine clause_line(const ReviewReading& reading) {
    const ReviewClause clause = review_clause(reading.session, reading.ground);
    ClauseLine line;
    line.number = clause.number;
    line.value = clause.value;
    line.has_reviews = clause.has_reviews;
    line.stakeholders_write = clause.stakeholders_write;
    if (const auto in_force = reading.ground.charter.of(reading.session))
        line.charter = in_force->charter.head().title_in(reading.visit.in.code());
    return line;
}

std::optional<KnownReview> known_review(const ReviewReading& reading, Id<PeerReview> id) {
    auto review = store::review(reading.session, id);
    if (!review) return std::nullopt;
    KnownReview known = known_of(reading, std::move(*review));
    if (!may_know(known.review, known.sight)) return std::nullopt;
    return known;
}

std::vector<KnownReview> known_reviews(const ReviewReading& reading) {
    std::vector<KnownReview> all;
    for (Review& review : store::reviews(reading.session)) {
        KnownReview known = known_of(reading, std::move(review));
        if (may_know(known.review, known.sight)) all.push_back(std::move(known));
    }
    return all;
}

ReviewHead head_of(const ReviewReading& reading, const KnownReview& known) {
    const Review& review = known.review;
    ReviewHead head;
    head.review = review.id.number;
    // How much is going on between them is the parties' own.
    if (known.sight.is_reviewed || known.sight.is_reviewer) head.revision = review.revision;
    head.state = review.state;
    head.name = state_name(reading, review.state);
    head.stage = name_of(review.stage);
    head.scope = name_of(review.scope);
    head.procedure = review.procedure;
    head.procedure_title = procedure_title(reading, review.procedure);
    head.known_to = name_of(review.known_to);
    head.shown_to = name_of(review.shown_to);
    head.side = side_of(known.sight);
    head.begun = Day::of(review.volunteered_at);
    if (review.finished_at) head.finished = Day::of(*review.finished_at);
    return head;
}

ReviewsPage load_reviews(const ReviewReading& reading) {
    ReviewsPage page;
    page.clause = clause_line(reading);
    page.may_volunteer =
        page.clause.has_reviews && !state_for(reading, "peer_review.volunteer_review").empty();
    page.may_act = page.clause.has_reviews && !state_for(reading, "peer_review.answer_question").empty();
    for (const ReviewProcedure& procedure : review_procedures())
        page.procedures.push_back(line_of(procedure, reading.visit.in.code()));
    for (const KnownReview& known : known_reviews(reading)) page.rows.push_back(line_of(reading, known));
    return page;
}

Result<MyReviewsPage> load_my_reviews(const ReviewReading& reading) {
    MyReviewsPage page;
    page.state = state_for(reading, "peer_review.answer_question");
    if (page.state.empty())
        return refuse(permissions().check("peer_review.answer_question", reading.actor).error());
    page.clause = clause_line(reading);
    page.may_join = page.clause.has_reviews && !state_for(reading, "peer_review.join_reviewers").empty();
    page.may_volunteer =
        page.clause.has_reviews && !state_for(reading, "peer_review.volunteer_review").empty();
    const auto known = known_reviews(reading);
    add_volunteers(reading, known, page);
    for (const KnownReview& each : known)
        if (!side_of(each.sight).empty()) page.rows.push_back(line_of(reading, each));
    return page;
}

Result<VolunteerPage> load_volunteer(const ReviewReading& reading) {
    VolunteerPage page;
    page.state = state_for(reading, "peer_review.volunteer_review");
    if (page.state.empty())
        return refuse(permissions().check("peer_review.volunteer_review", reading.actor).error());
    page.clause = clause_line(reading);
    page.name = state_name(reading, page.state);
    const std::string_view language = reading.visit.in.code();
    for (const ReviewProcedure& each : review_procedures())
        page.procedures.push_back({each.key, std::string(worded(each.title, language).text)});
    for (const acquis::FrameworkItem& each : reading.ground.framework.of(reading.session)->items())
        page.items.push_back({each.item().key, std::string(each.item().titles.in(language).text)});
    const std::int64_t year = Day::of(reading.now).year();
    for (std::int64_t each = year; each > year - 6; --each)
        for (const auto& release :
             national_reports::releases_for(reading.session, reading.actor.reader(), page.state, each))
            page.reports.push_back(
                {std::to_string(each) + "/" + release.survey->key,
                 std::string(release.survey->title.in(language).text) + ", " + std::to_string(each)});
    return page;
}

Result<PairsPage> load_pairs(const ReviewReading& reading, Id<PeerReview> id) {
    auto known = known_review(reading, id);
    if (!known) return refuse(Refusal::Kind::not_found, "peer_review.no_such_review");
    if (auto may = permissions().check("peer_review.invite_reviewer", reading.actor,
                                       Body::state(known->review.state));
        !may)
        return refuse(may.error());
    PairsPage page;
    page.head = head_of(reading, *known);
    const auto all = known_reviews(reading);
    const PairingFacts facts = facts_of(reading, all, id);
    for (const Seeking& each : facts.seeking)
        if (each.review == id.number) {
            page.wanted = static_cast<std::int64_t>(each.wanted);
            page.team = static_cast<std::int64_t>(each.team.size());
        }
    for (const ProposedPair& pair : propose_pairs(facts.seeking, candidates(reading, all), facts.past))
        if (pair.review == id.number)
            page.rows.push_back({pair.reviewer, state_name(reading, pair.reviewer),
                                 region_name(reading, pair.reviewer), pair.reviews, pair.other_region,
                                 pair.reviewed_before, pair.in_return});
    return page;
}

} // namespace poa::peer_review
