// SPDX-License-Identifier: Apache-2.0
#pragma once
// What the commands ask of the mechanism they work for, and in whose name an actor acts in it.

#include "capabilities/charter/charter.hpp"
#include "capabilities/decisions/effects.hpp"
#include "capabilities/decisions/proposal.hpp"
#include "capabilities/identity/identity.hpp"
#include "capabilities/ledger/ledger.hpp"
#include "capabilities/members/members.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace poa::decisions {

class KeptChecks;

/// One for the process; everything in it outlives the commands.
struct Mechanism {
    charter::CurrentCharter& charter;
    const members::CurrentRegister& states;
    const Effects& effects;
    KeptChecks* kept = nullptr; ///< what pages know of effects already; null: nothing is kept
};

/// The charter that holds, once the mechanism may act (date guard, and the chain that founds it). Refuses
/// (rule) "charter.none_in_force", and as charter::may_act_on and may_act_now.
[[nodiscard]] Result<std::shared_ptr<const charter::CharterInForce>>
acting_charter(ledger::Work& work, const Mechanism& mechanism, Matter matter);

/// The State that the actor is a head of delegation or delegate of; nothing: of none.
[[nodiscard]] std::optional<identity::Body> delegation_of(const identity::Actor& actor);

/// Somebody who binds a State, with the appointment that held at this moment.
struct ForState {
    identity::Permit permit;
    std::string state; ///< ISO3
};
/// The State whose head of delegation or delegate the actor is. Refuses as the permission table, and
/// "identity.appointment_over".
[[nodiscard]] Result<ForState> act_for_state(ledger::Work& work, const identity::Actor& actor,
                                             std::string_view command);
/// For the Chair, or the secretariat where the row says so. Refuses likewise.
[[nodiscard]] Result<identity::Permit> act_for_chair(ledger::Work& work, const identity::Actor& actor,
                                                     std::string_view command);
/// For who proposes: "state:XXA", "organisation:KEY", "chair", "group:ID" (the Chair's business).
[[nodiscard]] Result<identity::Permit> act_for_proposer(ledger::Work& work, const identity::Actor& actor,
                                                        std::string_view command, std::string_view proposer);
/// The same before the proposal is known: for whoever the actor could propose for.
[[nodiscard]] Result<identity::Permit>
may_act_for_a_proposer(ledger::Work& work, const identity::Actor& actor, std::string_view command);
/// In whose name the actor would propose: a delegation's State before an organisation before the Chair; empty
/// where nobody's.
[[nodiscard]] std::string proposer_of(const identity::Actor& actor);
/// As the charter's rights have it: "member_states", "observer_states", "regional_organisations",
/// "united_nations_bodies", "accredited" for whom the register of what is agreed has an accreditation that
/// holds on that day; "none" for everybody else. The Chair and a group propose as Member States do.
[[nodiscard]] std::string_view class_of_proposer(storage::Session& session, const members::Register& states,
                                                 std::string_view proposer, Day day);
[[nodiscard]] bool is_member_state(const members::Register& states, std::string_view iso3, Day day);

/// ISO3 of the States that take part in a decision of that body on that day: the Member States, where the
/// charter gives them the right to decide there (clause 3.1). One State, one voice.
[[nodiscard]] std::vector<std::string> entitled_states(const charter::Charter& charter,
                                                       const members::Register& states, std::string_view body,
                                                       Day day);

/// The proposal, for who may see it: drafts are their author's, and of the States that they are shared with
/// or that sponsor them. Refuses (not_found) "decisions.no_such".
[[nodiscard]] Result<Proposal> find_proposal(storage::Session& session, const identity::Actor& actor,
                                             Id<Proposal> id);
[[nodiscard]] bool may_see(storage::Session& session, const identity::Actor& actor, const Proposal& proposal);

/// A draft of the actor's own side.
struct OwnDraft {
    identity::Permit permit;
    Proposal proposal;
};
/// Refuses as the permission table and `find_proposal`; (rule) "decisions.tabled_already".
[[nodiscard]] Result<OwnDraft> own_draft(ledger::Work& work, const identity::Actor& actor,
                                         std::string_view command, Id<Proposal> id);

/// Goes on to the next stage and saves; refuses as `next`, and (conflict) "decisions.changed_meanwhile".
[[nodiscard]] Result<void> go_on(storage::Session& session, Proposal& proposal, Verb verb);

/// The scene of its effect, as the text stands now, and what it would change.
[[nodiscard]] PutText put_text(storage::Session& session, const Proposal& proposal);
[[nodiscard]] Result<std::vector<Change>> check_effect(storage::Session& session, const Mechanism& mechanism,
                                                       const charter::CharterInForce& in_force,
                                                       const Proposal& proposal, Instant now);

/// The beginning of a journal entry about a proposal: act, on whose behalf, subject, person, open to
/// everyone.
[[nodiscard]] ledger::Entry entry_of(std::string act, const identity::Permit& permit,
                                     const identity::Actor& actor, const Proposal& proposal);

} // namespace poa::decisions
