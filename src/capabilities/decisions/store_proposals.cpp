// SPDX-License-Identifier: Apache-2.0
#include "base/json.hpp"
#include "base/json_value.hpp"
#include "capabilities/decisions/store.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <algorithm>
#include <functional>

#define PROPOSAL_COLUMNS                                                                                     \
    "p.id, p.symbol, p.decision_symbol, p.stage, p.proposer, p.title, p.agenda_item, p.body, p.effect, "     \
    "p.effect_fields, p.matter, p.language, p.evidence, p.meeting_day, p.resumes_day, p.drafted_at, "        \
    "p.tabled_at, p.ended_at, p.revision"

namespace poa::decisions::store {
namespace {

using storage::Query;
using storage::Row;
using storage::Session;

constexpr Query insert_query{
    "decisions.add_proposal",
    "INSERT INTO decisions_proposal (symbol, decision_symbol, stage, proposer, title, agenda_item, body, "
    "effect, effect_fields, matter, language, evidence, meeting_day, resumes_day, drafted_at, drafted_by, "
    "tabled_at, ended_at, revision) VALUES (NULL, NULL, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, NULL, "
    "$12, $13, NULL, NULL, 1) RETURNING id"};
constexpr Query one_query{"decisions.proposal",
                          "SELECT " PROPOSAL_COLUMNS " FROM decisions_proposal p WHERE p.id = $1"};
// What the filters leave, of those that stand before the place.
#define LISTED                                                                                               \
    "AND ($1 = '' OR p.stage = $1) AND ($2 = '' OR p.body = $2) AND ($3 = 0 OR p.id < $3) "                  \
    "ORDER BY p.id DESC LIMIT $4"
constexpr Query public_query{"decisions.proposals", "SELECT " PROPOSAL_COLUMNS " FROM decisions_proposal p "
                                                    "WHERE p.symbol IS NOT NULL " LISTED};
constexpr Query own_drafts_query{"decisions.own_drafts",
                                 "SELECT " PROPOSAL_COLUMNS " FROM decisions_proposal p "
                                 "WHERE p.symbol IS NULL AND p.proposer = $5 " LISTED};
constexpr Query shared_drafts_query{
    "decisions.shared_drafts",
    "SELECT " PROPOSAL_COLUMNS " FROM decisions_proposal p WHERE p.symbol IS NULL AND ("
    "EXISTS (SELECT 1 FROM decisions_invitation i WHERE i.proposal = p.id AND i.state = $5 "
    "AND i.ended_at IS NULL) OR EXISTS (SELECT 1 FROM decisions_sponsor s WHERE s.proposal = p.id "
    "AND s.state = $5 AND s.left_at IS NULL)) " LISTED};
constexpr Query tabled_query{"decisions.tabled_between",
                             "SELECT " PROPOSAL_COLUMNS " FROM decisions_proposal p WHERE p.symbol IS NOT "
                             "NULL AND p.tabled_at >= $1 AND p.tabled_at < $2 ORDER BY p.tabled_at, p.id"};
// A step writes what it changes and no more: what is named is written again, in every index over it.
constexpr Query table_query{
    "decisions.table_proposal",
    "UPDATE decisions_proposal SET stage = $2, symbol = $3, meeting_day = $4, tabled_at = $5, "
    "revision = revision + 1 WHERE id = $1 AND revision = $6"};
constexpr Query finish_query{"decisions.finish_proposal",
                             "UPDATE decisions_proposal SET stage = $2, decision_symbol = $3, ended_at = $4, "
                             "revision = revision + 1 WHERE id = $1 AND revision = $5"};
constexpr Query move_query{"decisions.move_proposal",
                           "UPDATE decisions_proposal SET stage = $2, resumes_day = $3, "
                           "revision = revision + 1 WHERE id = $1 AND revision = $4"};
constexpr Query due_back_query{"decisions.due_back",
                               "SELECT id FROM decisions_proposal WHERE stage = 'in_mediation' "
                               "AND resumes_day <= $1 ORDER BY resumes_day, id"};
constexpr Query next_query{"decisions.next_number",
                           "INSERT INTO decisions_counter (series, year, last) VALUES ($1, $2, 1) "
                           "ON CONFLICT (series, year) DO UPDATE SET last = decisions_counter.last + 1 "
                           "RETURNING last"};
constexpr Query sponsors_query{"decisions.sponsors",
                               "SELECT state, since FROM decisions_sponsor WHERE proposal = $1 "
                               "AND left_at IS NULL ORDER BY since, state"};
constexpr Query join_query{"decisions.add_sponsor",
                           "INSERT INTO decisions_sponsor (proposal, state, since, left_at) "
                           "VALUES ($1, $2, $3, NULL) ON CONFLICT (proposal, state) DO UPDATE "
                           "SET since = excluded.since, left_at = NULL "
                           "WHERE decisions_sponsor.left_at IS NOT NULL"};
constexpr Query leave_query{"decisions.drop_sponsor",
                            "UPDATE decisions_sponsor SET left_at = $3 WHERE proposal = $1 AND state = $2 "
                            "AND left_at IS NULL"};
constexpr Query add_effect_query{"decisions.add_effect",
                                 "INSERT INTO decisions_effect (proposal, subject, url, changes, applied_at) "
                                 "VALUES ($1, $2, $3, $4, $5)"};
constexpr Query effect_query{"decisions.effect",
                             "SELECT subject, url, changes FROM decisions_effect WHERE proposal = $1"};

/// NULL for an empty text.
std::optional<std::string_view> or_null(const std::string& text) {
    if (text.empty()) return std::nullopt;
    return std::string_view(text);
}

Proposal read_proposal(const Row& row) {
    const auto stage = parse_stage(row.text(3));
    const auto matter = parse_matter(row.text(10));
    require(stage && matter, "a stage and a matter that the code writes");
    auto day = [](const Row& r, int c) { return r.day(c); };
    auto instant = [](const Row& r, int c) { return r.instant(c); };
    Proposal read;
    read.id = row.id<Proposal>(0);
    read.symbol = row.text_or_empty(1);
    read.decision_symbol = row.text_or_empty(2);
    read.stage = *stage;
    read.proposer = row.string(4);
    read.title = row.string(5);
    read.agenda_item = row.string(6);
    read.body = row.string(7);
    read.effect = row.string(8);
    read.effect_fields = row.string(9);
    read.matter = *matter;
    read.language = row.string(11);
    read.evidence = row.string(12);
    read.meeting = row.maybe(13, day);
    read.resumes = row.maybe(14, day);
    read.drafted = row.instant(15);
    read.tabled = row.maybe(16, instant);
    read.ended = row.maybe(17, instant);
    read.revision = row.integer(18);
    return read;
}

std::string text_of_changes(const std::vector<Change>& changes) {
    std::string out;
    JsonWriter json(out);
    json.begin_array();
    for (const Change& change : changes)
        json.begin_array().value(change.what).value(change.before).value(change.after).end_array();
    json.end_array();
    return out;
}

std::vector<Change> read_changes(std::string_view text) {
    const auto parsed = parse_own_json(text);
    require(parsed && parsed->is_array(), "the lines of an effect as the code writes them");
    std::vector<Change> changes;
    for (const boost::json::value& line : parsed->get_array()) {
        const boost::json::array& cells = line.as_array();
        changes.push_back({std::string(cells.at(0).as_string()), std::string(cells.at(1).as_string()),
                           std::string(cells.at(2).as_string())});
    }
    return changes;
}

} // namespace

Id<Proposal> add_proposal(Session& session, const Proposal& proposal, PersonId by) {
    auto id = session.number(insert_query, name_of(proposal.stage), proposal.proposer, proposal.title,
                             proposal.agenda_item, proposal.body, proposal.effect, proposal.effect_fields,
                             name_of(proposal.matter), proposal.language, proposal.evidence, proposal.meeting,
                             proposal.drafted, by);
    require(id.has_value(), "an insert that gives the key");
    return Id<Proposal>{*id};
}

std::optional<Proposal> proposal(Session& session, Id<Proposal> id) {
    return session.one(one_query, read_proposal, id);
}

bool save_step(Session& session, const Proposal& p, Verb verb) {
    const auto stage = name_of(p.stage);
    std::int64_t changed = 0;
    if (verb == Verb::table)
        changed = session.execute(table_query, p.id, stage, p.symbol, p.meeting, p.tabled, p.revision);
    else if (p.ended)
        changed = session.execute(finish_query, p.id, stage, or_null(p.decision_symbol), p.ended, p.revision);
    else
        changed = session.execute(move_query, p.id, stage, p.resumes, p.revision);
    return changed == 1;
}

std::vector<Proposal> proposals_for(Session& session, const Listing& listing, std::int64_t count) {
    std::vector<Proposal> found =
        session.all(public_query, read_proposal, listing.stage, listing.body, listing.before, count);
    auto add = [&](const Query& query, const std::string& whose) {
        for (Proposal& draft :
             session.all(query, read_proposal, listing.stage, listing.body, listing.before, count, whose))
            found.push_back(std::move(draft));
    };
    for (const std::string& body : listing.bodies) add(own_drafts_query, body);
    for (const std::string& state : listing.states) add(shared_drafts_query, state);
    std::ranges::sort(found, std::greater{}, &Proposal::id);
    const auto again = std::ranges::unique(found, {}, &Proposal::id);
    found.erase(again.begin(), again.end());
    if (std::ssize(found) > count) found.resize(static_cast<std::size_t>(count));
    return found;
}

std::vector<Proposal> tabled_between(Session& session, Instant from, Instant to) {
    return session.all(tabled_query, read_proposal, from, to);
}

std::vector<Id<Proposal>> due_back(Session& session, Day day) {
    return session.all(
        due_back_query, [](const Row& row) { return row.id<Proposal>(0); }, day);
}

std::int64_t next_number(Session& session, std::string_view series, int year) {
    return session.number(next_query, series, year).value();
}

std::vector<Sponsor> sponsors_of(Session& session, Id<Proposal> proposal) {
    return session.all(
        sponsors_query,
        [](const Row& row) {
            return Sponsor{row.string(0), row.instant(1)};
        },
        proposal);
}

bool add_sponsor(Session& session, Id<Proposal> proposal, std::string_view state, Instant now) {
    return session.execute(join_query, proposal, state, now) == 1;
}

bool drop_sponsor(Session& session, Id<Proposal> proposal, std::string_view state, Instant now) {
    return session.execute(leave_query, proposal, state, now) == 1;
}

void add_effect(Session& session, Id<Proposal> proposal, const Applied& applied, Instant now) {
    session.execute(add_effect_query, proposal, applied.subject, applied.url,
                    text_of_changes(applied.changes), now);
}

std::optional<Applied> effect_of(Session& session, Id<Proposal> proposal) {
    return session.one(
        effect_query,
        [](const Row& row) {
            return Applied{row.string(0), row.string(1), read_changes(row.text(2)), {}};
        },
        proposal);
}

} // namespace poa::decisions::store
