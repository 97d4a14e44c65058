// SPDX-License-Identifier: Apache-2.0
#include "capabilities/decisions/store_agreed.hpp"

// A version with the one that ended it, if there is one.
#define AGREED_ROWS                                                                                          \
    "SELECT a.kind, a.key, a.version, a.title, a.text, a.attributes, a.since, a.proposal, a.decision, "      \
    "a.ends, b.since, b.proposal, b.decision FROM decisions_agreed a LEFT JOIN decisions_agreed b "          \
    "ON b.kind = a.kind AND b.key = a.key AND b.version = a.version + 1 "

namespace poa::decisions::store {
namespace {

using storage::Query;
using storage::Row;
using storage::Session;

constexpr Query holding_query{"decisions.agreed_at",
                              AGREED_ROWS "WHERE a.kind = $1 AND a.since <= $2 AND a.ends = 0 "
                                          "AND (b.since IS NULL OR b.since > $2) ORDER BY a.key"};
constexpr Query one_query{"decisions.agreed_one",
                          AGREED_ROWS "WHERE a.kind = $1 AND a.key = $2 AND a.since <= $3 AND a.ends = 0 "
                                      "AND (b.since IS NULL OR b.since > $3)"};
constexpr Query now_query{"decisions.agreed_now", AGREED_ROWS
                          "WHERE a.kind = $1 AND a.ends = 0 AND b.version IS NULL ORDER BY a.key"};
constexpr Query one_now_query{"decisions.agreed_one_now", AGREED_ROWS
                              "WHERE a.kind = $1 AND a.key = $2 AND a.ends = 0 AND b.version IS NULL"};
constexpr Query until_query{"decisions.agreed_until", AGREED_ROWS
                            "WHERE a.kind = $1 AND a.since <= $2 AND a.ends = 0 ORDER BY a.key, a.version"};
constexpr Query history_query{"decisions.agreed_history",
                              AGREED_ROWS "WHERE a.kind = $1 AND a.key = $2 ORDER BY a.version"};
constexpr Query count_query{"decisions.count_agreed",
                            "SELECT COUNT(*) FROM decisions_agreed WHERE kind = $1"};
constexpr Query newest_query{"decisions.agreed_newest",
                             AGREED_ROWS "WHERE b.version IS NULL ORDER BY a.kind, a.key"};
constexpr Query size_query{"decisions.register_size", "SELECT (SELECT COUNT(*) FROM decisions_agreed) + "
                                                      "(SELECT COUNT(*) FROM decisions_chain_act)"};
constexpr Query by_query{"decisions.agreed_by",
                         AGREED_ROWS "WHERE a.proposal = $1 ORDER BY a.kind, a.key, a.version"};

ByDecision decision(const Row& row, int column) {
    return {row.id<Proposal>(column), row.string(column + 1)};
}

AgreedVersion read(const Row& row) {
    const auto kind = parse_agreed_kind(row.text(0));
    auto attributes = parse_attributes(row.text(5));
    require(kind && attributes, "a row as the code writes it");
    AgreedVersion made{*kind,       row.string(1),  row.integer(2),   row.string(3), row.string(4),
                       *attributes, row.instant(6), decision(row, 7), row.truth(9)};
    if (row.is_null(10)) return made;
    made.until = row.instant(10);
    made.ended_by = decision(row, 11);
    return made;
}

} // namespace

std::vector<AgreedVersion> agreed_at(Session& session, AgreedKind kind, Instant moment) {
    return session.all(holding_query, read, name_of(kind), moment);
}

std::optional<AgreedVersion> agreed_at(Session& session, AgreedKind kind, std::string_view key,
                                       Instant moment) {
    return session.one(one_query, read, name_of(kind), key, moment);
}

std::vector<AgreedVersion> agreed_now(Session& session, AgreedKind kind) {
    return session.all(now_query, read, name_of(kind));
}

std::optional<AgreedVersion> agreed_now(Session& session, AgreedKind kind, std::string_view key) {
    return session.one(one_now_query, read, name_of(kind), key);
}

std::vector<AgreedVersion> agreed_until(Session& session, AgreedKind kind, Instant moment) {
    return session.all(until_query, read, name_of(kind), moment);
}

std::vector<AgreedVersion> agreed_history(Session& session, AgreedKind kind, std::string_view key) {
    return session.all(history_query, read, name_of(kind), key);
}

std::int64_t count_agreed(Session& session, AgreedKind kind) {
    return session.number(count_query, name_of(kind)).value_or(0);
}

std::vector<AgreedVersion> agreed_newest(Session& session) {
    return session.all(newest_query, read);
}

std::int64_t register_size(Session& session) {
    return session.number(size_query).value();
}

std::vector<AgreedVersion> agreed_by(Session& session, Id<Proposal> proposal) {
    return session.all(by_query, read, proposal);
}

} // namespace poa::decisions::store
