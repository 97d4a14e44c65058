// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "capabilities/decisions/store.hpp"

#include <algorithm>

#define QUESTION_COLUMNS                                                                                     \
    "q.id, q.proposal, q.asked, q.applied, q.charter_version, q.text_version, q.roll_call, q.members, "      \
    "q.put_at, q.closes_at, q.ended_at, q.outcome, q.taken_back, q.in_favour, q.against, q.abstaining, "     \
    "q.objections, q.ruling"

namespace poa::decisions::store {
namespace {

using storage::Query;
using storage::Row;
using storage::Session;

constexpr Query insert_query{
    "decisions.add_question",
    "INSERT INTO decisions_question (proposal, asked, applied, charter_version, text_version, roll_call, "
    "members, put_at, closes_at, ended_at, outcome, taken_back, in_favour, against, abstaining, objections, "
    "ruling, electorate) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, NULL, NULL, '', 0, 0, 0, 0, $10, $11) RETURNING id"};
constexpr Query electorate_query{"decisions.electorate",
                                 "SELECT id FROM decisions_electorate WHERE states = $1"};
constexpr Query add_electorate_query{"decisions.add_electorate",
                                     "INSERT INTO decisions_electorate (states) VALUES ($1) "
                                     "ON CONFLICT (states) DO NOTHING"};
constexpr Query one_query{"decisions.question",
                          "SELECT " QUESTION_COLUMNS " FROM decisions_question q WHERE q.id = $1"};
constexpr Query of_query{"decisions.questions_of",
                         "SELECT " QUESTION_COLUMNS " FROM decisions_question q WHERE q.proposal = $1 "
                         "AND q.ruling IS NULL ORDER BY q.id"};
constexpr Query newest_query{"decisions.newest_question",
                             "SELECT " QUESTION_COLUMNS " FROM decisions_question q WHERE q.proposal = $1 "
                             "AND q.ruling IS NULL ORDER BY q.id DESC LIMIT 1"};
// While the charter is in question nothing else is, and the other way round.
constexpr Query open_beside_charter_query{
    "decisions.open_beside_charter",
    "SELECT q.applied, p.symbol FROM decisions_question q JOIN decisions_proposal p ON p.id = q.proposal "
    "WHERE q.ended_at IS NULL AND q.ruling IS NULL ORDER BY q.id"};
// CROSS JOIN: the few proposals on the charter first, however many questions are open.
constexpr Query open_on_charter_query{
    "decisions.open_on_charter",
    "SELECT q.applied, p.symbol FROM decisions_proposal p CROSS JOIN decisions_question q "
    "WHERE p.matter = 'charter' AND q.proposal = p.id AND q.ended_at IS NULL AND q.ruling IS NULL "
    "ORDER BY q.id"};
constexpr Query ended_query{"decisions.ended_between",
                            "SELECT " QUESTION_COLUMNS " FROM decisions_question q WHERE q.ended_at >= $1 "
                            "AND q.ended_at < $2 AND q.ruling IS NULL ORDER BY q.ended_at, q.id"};
constexpr Query due_query{"decisions.due_questions",
                          "SELECT " QUESTION_COLUMNS " FROM decisions_question q WHERE q.ended_at IS NULL "
                          "AND q.closes_at <= $1 ORDER BY q.closes_at, q.id"};
constexpr Query next_closing_query{"decisions.next_closing",
                                   "SELECT MIN(closes_at) FROM decisions_question WHERE ended_at IS NULL"};
constexpr Query end_query{
    "decisions.end_question",
    "UPDATE decisions_question SET ended_at = $2, outcome = $3, taken_back = $4, in_favour = $5, "
    "against = $6, abstaining = $7, objections = $8 WHERE id = $1 AND ended_at IS NULL"};
constexpr Query extend_query{"decisions.extend_question",
                             "UPDATE decisions_question SET closes_at = $2 WHERE id = $1"};
constexpr Query entitled_query{"decisions.entitled",
                               "SELECT e.states FROM decisions_question q JOIN decisions_electorate e "
                               "ON e.id = q.electorate WHERE q.id = $1"};
constexpr Query spoken_query{
    "decisions.spoken",
    "SELECT o.state FROM decisions_objection o WHERE o.question = $1 "
    "UNION SELECT v.state FROM decisions_vote v WHERE v.question = $1 "
    "UNION SELECT s.state FROM decisions_question q JOIN decisions_statement s ON s.proposal = q.proposal "
    "WHERE q.id = $1 AND s.question = q.id AND s.kind = 'before'"};
constexpr Query heard_query{
    "decisions.heard",
    "SELECT q.applied, q.put_at, q.closes_at, "
    "(SELECT COUNT(*) + COUNT(o.withdrawn_at) FROM decisions_objection o WHERE o.question = q.id), "
    "(SELECT COUNT(*) + COUNT(v.corrected) FROM decisions_vote v WHERE v.question = q.id) "
    "FROM decisions_question q WHERE q.proposal = $1 AND q.ruling IS NULL"};
constexpr Query replies_query{
    "decisions.replies",
    "SELECT COUNT(*) FROM decisions_statement s JOIN decisions_proposal p ON p.id = s.proposal "
    "WHERE s.kind = 'reply' AND s.state = $1 AND (p.id = $2 OR (p.agenda_item <> '' AND p.agenda_item = $3 "
    "AND p.meeting_day = $4))"};
constexpr Query objections_query{"decisions.objections",
                                 "SELECT state, grounds, lodged_at, withdrawn_at FROM decisions_objection "
                                 "WHERE question = $1 ORDER BY id"};
constexpr Query objection_query{
    "decisions.objection_of",
    "SELECT state, grounds, lodged_at, withdrawn_at FROM decisions_objection WHERE question = $1 "
    "AND state = $2 ORDER BY id DESC LIMIT 1"};
constexpr Query object_query{
    "decisions.add_objection",
    "INSERT INTO decisions_objection (question, state, grounds, lodged_at, lodged_by, withdrawn_at) "
    "VALUES ($1, $2, $3, $4, $5, NULL)"};
constexpr Query withdraw_query{"decisions.withdraw_objection",
                               "UPDATE decisions_objection SET withdrawn_at = $3 WHERE question = $1 "
                               "AND state = $2 AND withdrawn_at IS NULL"};
constexpr Query votes_query{"decisions.votes",
                            "SELECT state, voice, cast_at, corrected, corrected_at FROM decisions_vote "
                            "WHERE question = $1 ORDER BY state"};
constexpr Query vote_query{"decisions.vote_of",
                           "SELECT state, voice, cast_at, corrected, corrected_at FROM decisions_vote "
                           "WHERE question = $1 AND state = $2"};
constexpr Query cast_query{
    "decisions.add_vote",
    "INSERT INTO decisions_vote (question, state, voice, cast_at, cast_by, corrected, corrected_at) "
    "VALUES ($1, $2, $3, $4, $5, NULL, NULL)"};
constexpr Query correct_query{"decisions.correct_vote",
                              "UPDATE decisions_vote SET corrected = $3, corrected_at = $4 "
                              "WHERE question = $1 AND state = $2"};
constexpr Query say_query{
    "decisions.add_statement",
    "INSERT INTO decisions_statement (proposal, question, state, kind, paragraph, text, made_at, made_by, "
    "text_version, wording) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"};
constexpr Query statements_query{
    "decisions.statements", "SELECT question, state, kind, paragraph, text, made_at, text_version, wording "
                            "FROM decisions_statement WHERE proposal = $1 "
                            "ORDER BY id"};

auto instant = [](const Row& row, int column) { return row.instant(column); };

std::optional<charter::Outcome> read_outcome(const Row& row, int column) {
    if (row.is_null(column)) return std::nullopt;
    auto outcome = charter::parse_outcome(row.text(column));
    require(outcome.has_value(), "an outcome that the code writes");
    return outcome;
}

Question read_question(const Row& row) {
    auto asked = parse_asked(row.text(2));
    auto applied = parse_rule_applied(row.text(3));
    require(asked && applied, "a question as the code writes it");
    Question read;
    read.id = row.id<Question>(0);
    read.proposal = row.id<Proposal>(1);
    read.asked = *asked;
    read.applied = *applied;
    read.charter_version = row.integer(4);
    read.text_version = row.integer(5);
    read.roll_call = row.truth(6);
    read.members = row.integer(7);
    read.put = row.instant(8);
    read.closes = row.maybe(9, instant);
    read.ended = row.maybe(10, instant);
    read.outcome = read_outcome(row, 11);
    read.taken_back = row.string(12);
    read.tally = {read.members, row.integer(13), row.integer(14), row.integer(15), row.integer(16)};
    read.ruling = row.maybe(17, [](const Row& r, int c) { return r.integer(c); });
    return read;
}

Objection read_objection(const Row& row) {
    return Objection{row.string(0), row.string(1), row.instant(2), row.maybe(3, instant)};
}

Vote read_vote(const Row& row) {
    auto voice = parse_voice(row.text(1));
    require(voice.has_value(), "a voice that the code writes");
    Vote read{row.string(0), *voice, row.instant(2), {}, row.maybe(4, instant)};
    if (!row.is_null(3)) read.corrected = parse_voice(row.text(3));
    return read;
}

Statement read_statement(const Row& row) {
    auto kind = parse_statement_kind(row.text(2));
    require(kind.has_value(), "a kind of statement that the code writes");
    return Statement{row.maybe(0, [](const Row& r, int c) { return r.id<Question>(c); }),
                     row.string(1),
                     *kind,
                     row.string(3),
                     row.string(4),
                     row.instant(5),
                     row.maybe(6, [](const Row& r, int c) { return r.integer(c); }),
                     row.maybe(7, [](const Row& r, int c) { return r.digest(c); })};
}

/// Whether the code stands among those of an electorate.
bool lists(std::string_view states, std::string_view state) {
    for (std::size_t at = states.find(state); at != std::string_view::npos; at = states.find(state, at + 1))
        if ((at == 0 || states[at - 1] == ' ') &&
            (at + state.size() == states.size() || states[at + state.size()] == ' '))
            return !state.empty();
    return false;
}

std::int64_t electorate_of(Session& session, const std::vector<std::string>& states) {
    const std::string list = join(states, " ");
    if (auto known = session.number(electorate_query, list)) return *known;
    session.execute(add_electorate_query, list);
    const auto made = session.number(electorate_query, list);
    require(made.has_value(), "a list of States that was just kept");
    return *made;
}

} // namespace

Id<Question> add_question(Session& session, const Question& question,
                          const std::vector<std::string>& entitled) {
    const std::string applied = text_of(question.applied);
    auto id =
        session.number(insert_query, question.proposal, name_of(question.asked), applied,
                       question.charter_version, question.text_version, question.roll_call, question.members,
                       question.put, question.closes, question.ruling, electorate_of(session, entitled));
    require(id.has_value(), "an insert that gives the key");
    return Id<Question>{*id};
}

std::optional<Question> question(Session& session, Id<Question> id) {
    return session.one(one_query, read_question, id);
}
std::optional<Question> newest_question(Session& session, Id<Proposal> proposal) {
    return session.one(newest_query, read_question, proposal);
}
std::vector<Question> questions_of(Session& session, Id<Proposal> proposal) {
    return session.all(of_query, read_question, proposal);
}
std::vector<EndedQuestion> ended_between(Session& session, Instant from, Instant to) {
    std::vector<EndedQuestion> made;
    for (Question& question : session.all(ended_query, read_question, from, to)) {
        auto of = proposal(session, question.proposal);
        require(of.has_value(), "a question is on a proposal");
        made.push_back({std::move(*of), std::move(question)});
    }
    return made;
}
std::vector<CharterConflict> charter_conflicts(Session& session, bool on_charter) {
    return session.all(on_charter ? open_beside_charter_query : open_on_charter_query, [](const Row& row) {
        auto applied = parse_rule_applied(row.text(0));
        require(applied.has_value(), "a rule as the code writes it");
        return CharterConflict{std::move(applied->clause), row.string(1)};
    });
}
std::vector<Question> due_questions(Session& session, Instant now) {
    return session.all(due_query, read_question, now);
}

std::optional<Instant> next_closing(Session& session) {
    auto first = session.number(next_closing_query);
    if (!first) return std::nullopt;
    return Instant{*first};
}

void end_question(Session& session, const Question& q) {
    std::optional<std::string_view> outcome;
    if (q.outcome) outcome = charter::name_of(*q.outcome);
    const std::int64_t changed =
        session.execute(end_query, q.id, q.ended, outcome, q.taken_back, q.tally.in_favour, q.tally.against,
                        q.tally.abstaining, q.tally.objections);
    require(changed == 1, "a question ends once");
}

void extend_question(Session& session, Id<Question> id, Instant closes) {
    session.execute(extend_query, id, closes);
}

bool is_entitled(Session& session, Id<Question> question, std::string_view state) {
    return session
        .one(
            entitled_query, [&](const Row& row) { return lists(row.text(0), state); }, question)
        .value_or(false);
}
std::vector<std::string> entitled(Session& session, Id<Question> question) {
    const auto list = session.one(
        entitled_query, [](const Row& row) { return row.string(0); }, question);
    std::vector<std::string> states;
    if (!list || list->empty()) return states;
    for (const std::string_view state : split(*list, ' ')) states.emplace_back(state);
    return states;
}

std::int64_t spoken(Session& session, Id<Question> question) {
    const auto may = entitled(session, question);
    const auto did = session.all(
        spoken_query, [](const Row& row) { return row.string(0); }, question);
    return std::ranges::count_if(
        did, [&](const std::string& state) { return std::ranges::binary_search(may, state); });
}

std::vector<Heard> heard(Session& session, Id<Proposal> proposal) {
    return session.all(
        heard_query,
        [](const Row& row) {
            auto applied = parse_rule_applied(row.text(0));
            require(applied.has_value(), "a rule as the code writes it");
            const std::int64_t extended = row.is_null(2) ? 0 : row.integer(2) - row.integer(1);
            return Heard{std::move(*applied), extended / 3'600'000'000, row.integer(3), row.integer(4)};
        },
        proposal);
}

std::int64_t replies_of(Session& session, const Proposal& proposal, std::string_view state) {
    return session.number(replies_query, state, proposal.id, proposal.agenda_item, proposal.meeting).value();
}

std::vector<Objection> objections_of(Session& session, Id<Question> question) {
    return session.all(objections_query, read_objection, question);
}
std::optional<Objection> objection_of(Session& session, Id<Question> question, std::string_view state) {
    return session.one(objection_query, read_objection, question, state);
}
void add_objection(Session& session, Id<Question> question, const Objection& objection, PersonId by) {
    session.execute(object_query, question, objection.state, objection.grounds, objection.lodged, by);
}
void withdraw_objection(Session& session, Id<Question> question, std::string_view state, Instant now) {
    session.execute(withdraw_query, question, state, now);
}

std::vector<Vote> votes_of(Session& session, Id<Question> question) {
    return session.all(votes_query, read_vote, question);
}
std::optional<Vote> vote_of(Session& session, Id<Question> question, std::string_view state) {
    return session.one(vote_query, read_vote, question, state);
}
void add_vote(Session& session, Id<Question> question, const Vote& vote, PersonId by) {
    session.execute(cast_query, question, vote.state, name_of(vote.voice), vote.cast, by);
}
void correct_vote(Session& session, Id<Question> question, const Vote& vote) {
    std::optional<std::string_view> corrected;
    if (vote.corrected) corrected = name_of(*vote.corrected);
    session.execute(correct_query, question, vote.state, corrected, vote.corrected_at);
}

void add_statement(Session& session, Id<Proposal> proposal, const Statement& statement, PersonId by) {
    session.execute(say_query, proposal, statement.question, statement.state, name_of(statement.kind),
                    statement.paragraph, statement.text, statement.made, by, statement.text_version,
                    statement.wording);
}
std::vector<Statement> statements_of(Session& session, Id<Proposal> proposal) {
    return session.all(statements_query, read_statement, proposal);
}

} // namespace poa::decisions::store
