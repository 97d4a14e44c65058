// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/store_amendments.hpp"

#include "base/require.hpp"

#include <limits>

namespace poa::decisions::store {
namespace {

using storage::Query;
using storage::Row;
using storage::Session;

constexpr Query take_number{
    "decisions.take_amendment_number",
    "UPDATE decisions_text SET last_amendment = last_amendment + 1 WHERE proposal = $1 "
    "RETURNING last_amendment"};
constexpr Query insert_amendment{
    "decisions.add_amendment",
    "INSERT INTO decisions_amendment (proposal, number, parent, replaces, made_for, attributed, kind, "
    "target, beside, text, base, version, reason, stage, made_at, made_by, ended_at, ended_in) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'open', $14, $15, NULL, 0)"};
#define POA_AMENDMENT_COLUMNS                                                                                \
    "id, number, parent, replaces, made_for, attributed, kind, target, beside, text, base, version, "        \
    "reason, "                                                                                               \
    "stage, made_at, ended_at, ended_in"
constexpr Query one_amendment{"decisions.amendment",
                              "SELECT " POA_AMENDMENT_COLUMNS
                              " FROM decisions_amendment WHERE proposal = $1 AND number = $2"};
constexpr Query open_ones{"decisions.open_amendments",
                          "SELECT " POA_AMENDMENT_COLUMNS " FROM decisions_amendment "
                          "WHERE proposal = $1 AND stage = 'open' ORDER BY number"};
constexpr Query all_amendments{"decisions.amendments",
                               "SELECT " POA_AMENDMENT_COLUMNS " FROM decisions_amendment "
                               "WHERE proposal = $1 AND number < $2 ORDER BY number DESC LIMIT $3"};
constexpr Query end_one{"decisions.end_amendment",
                        "UPDATE decisions_amendment SET stage = $3, ended_in = $4, ended_at = $5 "
                        "WHERE proposal = $1 AND number = $2 AND stage = 'open'"};
constexpr Query reopen{"decisions.reopen_amendments",
                       "UPDATE decisions_amendment SET stage = 'open', ended_in = 0, ended_at = NULL "
                       "WHERE proposal = $1 AND ended_in > $2"};
constexpr Query move_open_children{"decisions.move_children",
                                   "UPDATE decisions_amendment SET parent = $3 "
                                   "WHERE proposal = $1 AND parent = $2 AND stage = 'open'"};

constexpr Query end_standing{"decisions.end_position",
                             "UPDATE decisions_position SET ended_at = $4 WHERE proposal = $1 "
                             "AND paragraph = $2 AND state = $3 AND ended_at IS NULL"};
constexpr Query insert_position{
    "decisions.add_position",
    "INSERT INTO decisions_position (proposal, paragraph, state, kind, told, words, version, wording, "
    "declared_at, declared_by, ended_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, NULL)"};
constexpr Query standing_positions{
    "decisions.positions", "SELECT paragraph, state, kind, told, words, version, wording, declared_at "
                           "FROM decisions_position WHERE proposal = $1 AND ended_at IS NULL "
                           "ORDER BY state, paragraph"};

template <class T> T known(std::optional<T> value) {
    require(value.has_value(), "a name the table's check knows");
    return *value;
}

Amendment read_amendment(const Row& row) {
    Amendment amendment;
    amendment.id = row.id<Amendment>(0);
    amendment.number = row.integer(1);
    amendment.parent = row.integer(2);
    amendment.replaces = row.integer(3);
    amendment.by = row.string(4);
    amendment.attributed = row.truth(5);
    amendment.kind = known(parse_amendment_kind(row.text(6)));
    amendment.target = row.string(7);
    amendment.beside = row.string(8);
    amendment.text = row.string(9);
    amendment.base = row.string(10);
    amendment.version = row.integer(11);
    amendment.reason = row.string(12);
    amendment.stage = known(parse_amendment_stage(row.text(13)));
    amendment.made = row.instant(14);
    amendment.ended = row.maybe(15, [](const Row& r, int column) { return r.instant(column); });
    amendment.ended_in = row.integer(16);
    return amendment;
}

Position read_position(const Row& row) {
    return {row.string(0),
            row.string(1),
            known(parse_position_kind(row.text(2))),
            known(parse_told(row.text(3))),
            row.string(4),
            row.integer(5),
            row.digest(6),
            row.instant(7)};
}

} // namespace

std::int64_t add_amendment(Session& session, Id<Proposal> proposal, const Amendment& amendment,
                           std::int64_t person) {
    const auto number = session.number(take_number, proposal);
    require(number.has_value(), "a proposal with a text");
    session.execute(insert_amendment, proposal, *number, amendment.parent, amendment.replaces, amendment.by,
                    amendment.attributed, name_of(amendment.kind), amendment.target, amendment.beside,
                    amendment.text, amendment.base, amendment.version, amendment.reason, amendment.made,
                    person);
    return *number;
}

std::optional<Amendment> amendment(Session& session, Id<Proposal> proposal, std::int64_t number) {
    return session.one(one_amendment, read_amendment, proposal, number);
}

std::vector<Amendment> open_amendments(Session& session, Id<Proposal> proposal) {
    return session.all(open_ones, read_amendment, proposal);
}

std::vector<Amendment> amendments(Session& session, Id<Proposal> proposal, std::int64_t before, int count) {
    const std::int64_t below = before == 0 ? std::numeric_limits<std::int64_t>::max() : before;
    return session.all(all_amendments, read_amendment, proposal, below, count);
}

void end_amendment(Session& session, Id<Proposal> proposal, std::int64_t number, AmendmentStage stage,
                   std::int64_t version, Instant now) {
    const bool ended = session.execute(end_one, proposal, number, name_of(stage), version, now) == 1;
    require(ended, "an open amendment");
}

void reopen_amendments(Session& session, Id<Proposal> proposal, std::int64_t version) {
    session.execute(reopen, proposal, version);
}

void move_children(Session& session, Id<Proposal> proposal, std::int64_t from, std::int64_t to) {
    session.execute(move_open_children, proposal, from, to);
}

void add_position(Session& session, Id<Proposal> proposal, const Position& position, std::int64_t person) {
    session.execute(end_standing, proposal, position.paragraph, position.state, position.declared);
    session.execute(insert_position, proposal, position.paragraph, position.state, name_of(position.kind),
                    name_of(position.told), position.words, position.version, position.wording,
                    position.declared, person);
}

bool end_position(Session& session, Id<Proposal> proposal, std::string_view paragraph, std::string_view state,
                  Instant now) {
    return session.execute(end_standing, proposal, paragraph, state, now) == 1;
}

std::vector<Position> positions(Session& session, Id<Proposal> proposal) {
    return session.all(standing_positions, read_position, proposal);
}

} // namespace poa::decisions::store
