// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/store_rulings.hpp"

namespace poa::decisions::store {
namespace {

using storage::Query;
using storage::Row;
using storage::Session;

constexpr Query add_query{
    "decisions.add_ruling",
    "INSERT INTO decisions_ruling (proposal, raised_by, point, ruling, clause, ruled_at, ruled_by, "
    "appealed_by, reasons, appealed_at, question) VALUES ($1, $2, $3, $4, $5, $6, $7, NULL, '', NULL, NULL) "
    "RETURNING id"};
constexpr Query appeal_query{
    "decisions.add_appeal",
    "UPDATE decisions_ruling SET appealed_by = $2, reasons = $3, appealed_at = $4, question = $5 "
    "WHERE id = $1 AND question IS NULL"};
constexpr Query rulings_query{
    "decisions.rulings",
    "SELECT id, proposal, raised_by, point, ruling, clause, ruled_at, appealed_by, reasons, appealed_at, "
    "question FROM decisions_ruling WHERE proposal = $1 ORDER BY id"};
constexpr Query appeal_at_hand_query{"decisions.open_appeal",
                                     "SELECT id FROM decisions_question WHERE proposal = $1 "
                                     "AND ruling IS NOT NULL AND ended_at IS NULL ORDER BY id LIMIT 1"};
constexpr Query invite_query{
    "decisions.add_invitation",
    "INSERT INTO decisions_invitation (proposal, state, invited_at, invited_by, ended_at) "
    "VALUES ($1, $2, $3, $4, NULL) ON CONFLICT (proposal, state) DO UPDATE "
    "SET invited_at = excluded.invited_at, invited_by = excluded.invited_by, ended_at = NULL "
    "WHERE decisions_invitation.ended_at IS NOT NULL"};
constexpr Query end_query{"decisions.end_invitation",
                          "UPDATE decisions_invitation SET ended_at = $3 WHERE proposal = $1 AND state = $2 "
                          "AND ended_at IS NULL"};
constexpr Query invited_query{"decisions.invited_to",
                              "SELECT state FROM decisions_invitation WHERE proposal = $1 "
                              "AND ended_at IS NULL ORDER BY state"};
constexpr Query shared_query{
    "decisions.is_shared_with",
    "SELECT 1 WHERE EXISTS (SELECT 1 FROM decisions_invitation WHERE proposal = $1 AND state = $2 "
    "AND ended_at IS NULL) OR EXISTS (SELECT 1 FROM decisions_sponsor WHERE proposal = $1 AND state = $2 "
    "AND left_at IS NULL)"};

Ruling read(const Row& row) {
    Ruling made;
    made.id = row.id<Ruling>(0);
    made.proposal = row.id<Proposal>(1);
    made.raised_by = row.string(2);
    made.point = row.string(3);
    made.ruling = row.string(4);
    made.clause = row.string(5);
    made.ruled = row.instant(6);
    made.appealed_by = row.text_or_empty(7);
    made.reasons = row.string(8);
    made.appealed = row.maybe(9, [](const Row& r, int c) { return r.instant(c); });
    made.question = row.maybe(10, [](const Row& r, int c) { return r.id<Question>(c); });
    return made;
}

} // namespace

Id<Ruling> add_ruling(Session& session, const Ruling& ruling, PersonId by) {
    const auto id = session.number(add_query, ruling.proposal, ruling.raised_by, ruling.point, ruling.ruling,
                                   ruling.clause, ruling.ruled, by);
    return Id<Ruling>{id.value()};
}

bool add_appeal(Session& session, const Ruling& ruling) {
    return session.execute(appeal_query, ruling.id, ruling.appealed_by, ruling.reasons, ruling.appealed,
                           ruling.question) == 1;
}

std::vector<Ruling> rulings_of(Session& session, Id<Proposal> proposal) {
    return session.all(rulings_query, read, proposal);
}

std::optional<Question> open_appeal(Session& session, Id<Proposal> proposal) {
    const auto id = session.number(appeal_at_hand_query, proposal);
    if (!id) return std::nullopt;
    return question(session, Id<Question>{*id});
}

bool add_invitation(Session& session, Id<Proposal> proposal, std::string_view state, PersonId by,
                    Instant now) {
    return session.execute(invite_query, proposal, state, now, by) == 1;
}

bool end_invitation(Session& session, Id<Proposal> proposal, std::string_view state, Instant now) {
    return session.execute(end_query, proposal, state, now) == 1;
}

std::vector<std::string> invited_to(Session& session, Id<Proposal> proposal) {
    return session.all(
        invited_query, [](const Row& row) { return row.string(0); }, proposal);
}

bool is_shared_with(Session& session, Id<Proposal> proposal, std::string_view state) {
    return session.number(shared_query, proposal, state).has_value();
}

} // namespace poa::decisions::store
