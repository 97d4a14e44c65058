// SPDX-License-Identifier: Apache-2.0
#pragma once
// A voluntary review of one State by peers: its stages, what each act needs, what is said in it and who may
// read that. Pure.

#include "base/audience.hpp"
#include "base/bytes.hpp"
#include "base/id.hpp"
#include "base/refusal.hpp"
#include "base/time.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace poa::peer_review {

struct PeerReview;      ///< tag of Id<PeerReview>
struct ReviewStatement; ///< tag of Id<ReviewStatement>

enum class ReviewStage : std::uint8_t {
    volunteered, ///< the State looks for reviewers
    paired,      ///< the State fixed who reviews
    questions,   ///< reviewers ask
    answers,     ///< the State answers; more may be asked
    visit,       ///< reviewers are or were in the country
    drafting,    ///< reviewers draft; nobody else reads it yet
    commenting,  ///< the draft is with the State
    finished,    ///< over; read by whom the State consents to
    withdrawn,   ///< taken back by the State: nothing of it is read any more
};
[[nodiscard]] std::span<const ReviewStage> all_review_stages();
[[nodiscard]] std::string_view name_of(ReviewStage stage);  ///< "volunteered"
[[nodiscard]] std::string_view title_of(ReviewStage stage); ///< source string

enum class ReviewScope : std::uint8_t { desk, visit };
[[nodiscard]] std::string_view name_of(ReviewScope scope);
[[nodiscard]] std::string_view title_of(ReviewScope scope);
[[nodiscard]] std::optional<ReviewScope> parse_review_scope(std::string_view name);

enum class ReviewVerb : std::uint8_t {
    find,       ///< invite, offer, settle an offer: who could review
    leave,      ///< a reviewer steps back
    pair,       ///< the State fixes who reviews
    ask,        ///< a reviewer asks
    answer,     ///< the State answers
    visit,      ///< a reviewer notes what was seen and heard on the spot
    draft,      ///< a reviewer adds to or takes from the draft
    hand_over,  ///< the draft goes to the State
    comment,    ///< the State comments and responds
    finish,     ///< the State ends the review and says who may read it; again later to say otherwise
    follow_up,  ///< the State tells what became of a recommendation
    contribute, ///< an organisation adds its own words
    withdraw,   ///< the State takes the review back
};
[[nodiscard]] std::string_view name_of(ReviewVerb verb);

/// One row a permitted act; what has no row is refused.
struct ReviewStep {
    ReviewStage from;
    ReviewVerb verb;
    ReviewStage to;
};
[[nodiscard]] std::span<const ReviewStep> review_steps();
/// The stage after the act. Refuses (rule) "peer_review.not_at_this_stage" (facts: verb, stage), and
/// "peer_review.desk_only": a review at the desk has no visit.
[[nodiscard]] Result<ReviewStage> after(ReviewStage stage, ReviewVerb verb, ReviewScope scope);

/// What a State let its peers look at, and how.
struct Review {
    Id<PeerReview> id;
    std::string state; ///< ISO3
    ReviewScope scope = ReviewScope::desk;
    std::string procedure;          ///< key: "peer-dialogue"
    std::vector<std::string> items; ///< of the framework; may be empty where a report is the subject
    std::int64_t report_year = 0;   ///< of its released report; 0: none
    std::string report_survey;
    /// Who learns that there is a review: the parties, Member States, everyone. Chosen at the outset.
    Audience known_to = Audience::parties;
    /// Who may read what was said in it once it is finished: by the State's consent alone.
    Audience shown_to = Audience::parties;
    ReviewStage stage = ReviewStage::volunteered;
    std::int64_t revision = 0; ///< counts every change
    Instant volunteered_at;
    std::optional<Instant> paired_at, finished_at;
};
/// Not over: neither finished nor withdrawn.
[[nodiscard]] bool runs(const Review& review);

enum class ReviewerStanding : std::uint8_t {
    invited,      ///< by the State
    offered,      ///< by itself
    agreed,       ///< both said yes
    declined,     ///< by the State, which gives no reason
    stepped_back, ///< by itself
};
[[nodiscard]] std::string_view name_of(ReviewerStanding standing);
[[nodiscard]] std::string_view title_of(ReviewerStanding standing);

struct Reviewer {
    std::string state; ///< ISO3
    ReviewerStanding standing = ReviewerStanding::invited;
    std::string conflicts; ///< interests it declares; empty: it declares that it has none
    Instant at;
};
/// It was asked or offered, and neither side has said no.
[[nodiscard]] bool is_party(const Reviewer& reviewer);

/// A team is one where somebody reviews and one of them is of another regional group (A/78/76, Italy:
/// review by peers; the mix of regions is a rule of this procedure). Refuses (rule)
/// "peer_review.no_reviewer", "peer_review.one_region" (region). `regions`: of each agreed reviewer; empty:
/// in none.
[[nodiscard]] Result<void> check_team(std::string_view region, std::span<const std::string> regions);

enum class StatementKind : std::uint8_t {
    question,
    answer, ///< to a question
    visit_note,
    finding,
    recommendation, ///< from a finding
    comment,        ///< of the State on a finding
    response,       ///< of the State to a recommendation
    contribution,   ///< of an organisation, in its own name
    follow_up,      ///< of the State: what became of a recommendation
};
[[nodiscard]] std::string_view name_of(StatementKind kind);
[[nodiscard]] std::string_view title_of(StatementKind kind); ///< source string

/// What a statement rests on: the means by which somebody else can look again.
enum class EvidenceKind : std::uint8_t { none, document, link, interview, observed };
[[nodiscard]] std::string_view name_of(EvidenceKind kind); ///< none: ""
[[nodiscard]] std::string_view title_of(EvidenceKind kind);
[[nodiscard]] std::optional<EvidenceKind> parse_evidence_kind(std::string_view name);

/// What somebody said in a review. Never changed; struck out of a draft, or followed by another.
struct Statement {
    Id<ReviewStatement> id;
    StatementKind kind = StatementKind::question;
    Id<ReviewStatement> parent; ///< what it answers, follows from or comments on
    std::string author;         ///< "state:XXB", "organisation:KEY"
    std::string text;
    std::string about; ///< "item:norm-f", "answer:QUESTION"; empty: the whole
    /// Of an answer: who may read it once the review is open to them as well. Of a contribution: `everyone`
    /// at once, or `parties`.
    Audience audience = Audience::parties;
    EvidenceKind evidence = EvidenceKind::none;
    std::string evidence_text; ///< symbol, address, who was asked or what was seen where
    std::string choice; ///< of a response: "accepted", "noted"; of a follow-up: "done", "under_way" ...
    bool struck = false;
    std::int64_t person = 0;
    Instant at;
};

/// What a reader is to a review.
struct Sight {
    bool is_reviewed = false;            ///< acts for the State under review
    bool is_reviewer = false;            ///< acts for an agreed reviewer
    bool is_asked = false;               ///< acts for a State that was invited or offered
    std::vector<std::string> bodies;     ///< "organisation:KEY" ...
    Audience least = Audience::everyone; ///< the narrowest audience the reader belongs to
};
/// That there is such a review.
[[nodiscard]] bool may_know(const Review& review, const Sight& sight);
/// What one of its statements says. Nothing of a review that was withdrawn; visit notes never leave the
/// parties; a draft is the reviewers' until it is handed over; all others wait for the State's consent.
[[nodiscard]] bool may_read(const Review& review, const Statement& statement, const Sight& sight);
/// Those a reader may read, in order: a question is shown to others only with an answer that is.
[[nodiscard]] std::vector<Statement> readable(const Review& review, std::span<const Statement> statements,
                                              const Sight& sight);

/// SHA-256 over what was said and not struck, in order: what the ledger commits to.
[[nodiscard]] Sha256 digest_of(std::span<const Statement> statements);

} // namespace poa::peer_review
