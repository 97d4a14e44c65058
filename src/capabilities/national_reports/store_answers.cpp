// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/store.hpp"

namespace poa::national_reports::store {
namespace {

using storage::Query;
using storage::Row;
using storage::Session;

#define POA_ANSWER_COLUMNS "answer, sharing, revision, origin, confirmed, changed_at, changed_by, question"
#define POA_VERSION_COLUMNS "number, answer, revision, base, origin, at, person, settled_at, question"

constexpr Query answers_query{"national_reports.answers",
                              "SELECT " POA_ANSWER_COLUMNS " FROM national_reports_answer WHERE report = $1"};
constexpr Query answer_query{"national_reports.answer",
                             "SELECT " POA_ANSWER_COLUMNS
                             " FROM national_reports_answer WHERE report = $1 AND question = $2"};
constexpr Query put_query{
    "national_reports.put_answer",
    "INSERT INTO national_reports_answer (report, question, answer, sharing, revision, origin, confirmed, "
    "changed_at, changed_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) "
    "ON CONFLICT (report, question) DO UPDATE SET answer = excluded.answer, sharing = excluded.sharing, "
    "revision = excluded.revision, origin = excluded.origin, confirmed = excluded.confirmed, "
    "changed_at = excluded.changed_at, changed_by = excluded.changed_by"};
constexpr Query add_version_query{
    "national_reports.add_version",
    "INSERT INTO national_reports_answer_version (report, question, number, answer, revision, base, origin, "
    "at, person, settled_at) VALUES ($1, $2, (SELECT COALESCE(MAX(number), 0) + 1 "
    "FROM national_reports_answer_version WHERE report = $1 AND question = $2), $3, $4, $5, $6, $7, $8, "
    "NULL) RETURNING number"};
constexpr Query versions_query{"national_reports.versions",
                               "SELECT " POA_VERSION_COLUMNS " FROM national_reports_answer_version "
                               "WHERE report = $1 AND question = $2 ORDER BY number"};
constexpr Query at_revision_query{"national_reports.answer_at",
                                  "SELECT answer FROM national_reports_answer_version "
                                  "WHERE report = $1 AND question = $2 AND revision = $3 AND revision > 0"};
constexpr Query beside_query{"national_reports.beside",
                             "SELECT " POA_VERSION_COLUMNS " FROM national_reports_answer_version "
                             "WHERE report = $1 AND revision = 0 AND settled_at IS NULL "
                             "ORDER BY question, number"};
constexpr Query settle_query{"national_reports.settle",
                             "UPDATE national_reports_answer_version SET settled_at = $3 "
                             "WHERE report = $1 AND question = $2 AND revision = 0 AND settled_at IS NULL"};

Answer answer_in(const Row& row, int column) {
    auto answer = parse_answer(row.text(column));
    require(answer.has_value(), "an answer as it was written");
    return std::move(*answer);
}

HeldAnswer read_answer(const Row& row) {
    auto sharing = parse_sharing(row.text(1));
    require(sharing.has_value(), "sharing as it was written");
    HeldAnswer held;
    held.answer = answer_in(row, 0);
    held.sharing = std::move(*sharing);
    held.revision = row.integer(2);
    held.origin = row.string(3);
    held.confirmed = row.truth(4);
    held.changed_at = row.instant(5);
    held.changed_by = row.integer(6);
    return held;
}

AnswerVersion read_version(const Row& row) {
    AnswerVersion version;
    version.number = row.integer(0);
    version.answer = answer_in(row, 1);
    version.revision = row.integer(2);
    version.base = row.integer(3);
    version.origin = row.string(4);
    version.at = row.instant(5);
    version.person = row.integer(6);
    version.settled_at = row.maybe(7, [](const Row& r, int c) { return r.instant(c); });
    return version;
}

} // namespace

HeldAnswers answers(Session& session, Id<NationalReport> report) {
    HeldAnswers held;
    session.each(
        answers_query, [&](const Row& row) { held.emplace(row.string(7), read_answer(row)); }, report);
    return held;
}

std::optional<HeldAnswer> answer(Session& session, Id<NationalReport> report, std::string_view question) {
    return session.one(answer_query, read_answer, report, question);
}

void put_answer(Session& session, Id<NationalReport> report, std::string_view question,
                const HeldAnswer& held) {
    session.execute(put_query, report, question, text_of(held.answer), text_of(held.sharing), held.revision,
                    held.origin, held.confirmed, held.changed_at, held.changed_by);
}

std::int64_t add_version(Session& session, Id<NationalReport> report, std::string_view question,
                         const AnswerVersion& version) {
    const auto number =
        session.number(add_version_query, report, question, text_of(version.answer), version.revision,
                       version.base, version.origin, version.at, version.person);
    require(number.has_value(), "the number of a new version");
    return *number;
}

std::vector<AnswerVersion> versions(Session& session, Id<NationalReport> report, std::string_view question) {
    return session.all(versions_query, read_version, report, question);
}

std::optional<Answer> answer_at(Session& session, Id<NationalReport> report, std::string_view question,
                                std::int64_t revision) {
    return session.one(
        at_revision_query, [](const Row& row) { return answer_in(row, 0); }, report, question, revision);
}

std::vector<std::pair<std::string, AnswerVersion>> beside(Session& session, Id<NationalReport> report) {
    return session.all(
        beside_query, [](const Row& row) { return std::pair(row.string(8), read_version(row)); }, report);
}

void settle(Session& session, Id<NationalReport> report, std::string_view question, Instant at) {
    session.execute(settle_query, report, question, at);
}

} // namespace poa::national_reports::store
