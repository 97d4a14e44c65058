// SPDX-License-Identifier: Apache-2.0
#pragma once
// What the commands on reviews have in common: whether the charter has reviews, who acts on which review, how
// it goes on, what is recorded.

#include "capabilities/acquis/acquis.hpp"
#include "capabilities/charter/charter.hpp"
#include "capabilities/identity/identity.hpp"
#include "capabilities/ledger/ledger.hpp"
#include "capabilities/members/members.hpp"
#include "capabilities/peer_review/store.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace poa::peer_review {

/// What reviews stand on. One for the process; everything in it outlives the commands.
struct Ground {
    charter::CurrentCharter& charter;
    const members::CurrentRegister& states;
    acquis::CurrentFramework& framework;
};

/// What the charter in force says on reviews.
struct ReviewClause {
    bool in_force = false;           ///< there is a charter
    bool has_reviews = false;        ///< clause 12.8 says more than "none"
    std::string number, value;       ///< "12.8", "voluntary"
    std::string write_number;        ///< of the clause on rights: "3.1"
    bool stakeholders_write = false; ///< accredited organisations may send in writing
    std::string title;               ///< of the charter, in English
};
[[nodiscard]] ReviewClause review_clause(storage::Session& session, const Ground& ground);
/// Refuses (rule) "charter.none_in_force", "peer_review.none_here" (charter; clause), and as
/// charter::may_act_on and decisions::may_act_now.
[[nodiscard]] Result<ReviewClause> acting_clause(ledger::Work& work, const Ground& ground);

/// The regional group of a State on that day; empty where it is in none.
[[nodiscard]] std::string region_of(const members::Register& states, std::string_view iso3, Day day);

/// In the name of a State, with an appointment that holds at this moment.
struct ForState {
    identity::Permit permit;
    std::string state; ///< ISO3
    std::int64_t person = 0;
};
/// The first State that the actor may do it for. Refuses as the permission table and acting_clause, and
/// "identity.appointment_over".
[[nodiscard]] Result<ForState> act_for_state(ledger::Work& work, const Ground& ground,
                                             const identity::Actor& actor, std::string_view command);

/// What the actor is to a review.
[[nodiscard]] Sight sight_of(const identity::Actor& actor, const Review& review,
                             std::span<const Reviewer> reviewers);

enum class Side : std::uint8_t { reviewed, reviewer };

/// Somebody acting on a review, for one of its sides.
struct ActingOn {
    Review review;
    std::vector<Reviewer> reviewers;
    identity::Permit permit;
    std::string state; ///< for which
    std::int64_t person = 0;
};
/// Refuses as the permission table and acting_clause; (not_found) "peer_review.no_such_review" to whom the
/// review is not known; "identity.not_permitted", "peer_review.not_a_reviewer" (not_permitted) to whom it is;
/// "identity.appointment_over".
[[nodiscard]] Result<ActingOn> act_on_review(ledger::Work& work, const Ground& ground,
                                             const identity::Actor& actor, std::string_view command,
                                             Id<PeerReview> id, Side side);

/// An organisation that acts on a review it knows of; `state` is empty. Refuses likewise.
[[nodiscard]] Result<ActingOn> act_as_organisation(ledger::Work& work, const Ground& ground,
                                                   const identity::Actor& actor, std::string_view command,
                                                   Id<PeerReview> id);

/// Those who agreed to review, held against check_team; gives their names. Refuses likewise.
[[nodiscard]] Result<std::vector<std::string>> team_of(const Ground& ground, const ActingOn& on, Day today);

/// What a command on a review did.
struct Acted {
    Review review;
    Id<ReviewStatement> statement; ///< the one made; unknown where none was
};

/// To the next stage; revision up by one. Refuses as `after`, and (conflict) "peer_review.changed_meanwhile".
[[nodiscard]] Result<void> go_on(ledger::Work& work, ActingOn& on, ReviewVerb verb);

/// The beginning of an entry on a review: for the own delegation; State and procedure are its first facts.
[[nodiscard]] ledger::Entry entry_of(std::string act, const ActingOn& on);
/// The same for everybody who may know of the review.
[[nodiscard]] ledger::Entry known_entry_of(std::string act, const ActingOn& on);

/// Adds what somebody says, goes on and records it: kind and the digest of the words, for the own delegation
/// alone. `statement`: kind, text and what else it has; author, person and moment are filled in.
[[nodiscard]] Result<Acted> say(ledger::Work& work, ActingOn& on, ReviewVerb verb, std::string act,
                                Statement statement);

/// The statement of that kind that an act is about, as the actor may read it. Refuses (not_found)
/// "peer_review.no_such_statement".
[[nodiscard]] Result<Statement> statement_at_hand(ledger::Work& work, const ActingOn& on,
                                                  const identity::Actor& actor, Id<ReviewStatement> id,
                                                  StatementKind kind);

/// Where evidence is named: a document must be on the record for its reader, a page begin with https. Adds to
/// `problems` (fields evidence, evidence_text) "input.required", "peer_review.no_such_document",
/// "peer_review.not_an_address".
void check_evidence(storage::Session& session, const identity::Actor& actor, EvidenceKind kind,
                    std::string_view text, Refusal& problems);
/// Adds (field about) "peer_review.no_such_passage" where the text is neither empty nor "item:KEY" of the
/// framework nor "answer:QUESTION" of the released report, as the actor may read it.
void check_about(storage::Session& session, const Ground& ground, const identity::Actor& actor,
                 const Review& review, std::string_view about, Refusal& problems);

} // namespace poa::peer_review
