// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/store_asked.hpp"

#define ASKED_COLUMNS "id, report, question, asked_by, words, outcome, asked_at, person, answer, answered_at"

namespace poa::national_reports::store {
namespace {

using storage::Query;
using storage::Row;
using storage::Session;

constexpr Query add_query{"national_reports.add_asked",
                          "INSERT INTO national_reports_asked (report, question, asked_by, words, outcome, "
                          "asked_at, person, answer) VALUES ($1, $2, $3, $4, $5, $6, $7, '') RETURNING id"};
constexpr Query one_query{"national_reports.asked",
                          "SELECT " ASKED_COLUMNS " FROM national_reports_asked WHERE id = $1"};
constexpr Query of_query{"national_reports.asked_of",
                         "SELECT " ASKED_COLUMNS " FROM national_reports_asked WHERE report = $1 "
                         "ORDER BY id"};
constexpr Query answer_query{"national_reports.answer_asked",
                             "UPDATE national_reports_asked SET answer = $2, answered_at = $3 WHERE id = $1 "
                             "AND answered_at IS NULL"};

AskedQuestion read_asked(const Row& row) {
    AskedQuestion made;
    made.id = row.id<AskedQuestion>(0);
    made.report = row.id<NationalReport>(1);
    made.question = row.string(2);
    made.asked_by = row.string(3);
    made.words = row.string(4);
    made.outcome = row.string(5);
    made.asked_at = row.instant(6);
    made.person = row.integer(7);
    made.answer = row.string(8);
    made.answered_at = row.maybe(9, [](const Row& r, int c) { return r.instant(c); });
    return made;
}

} // namespace

Id<AskedQuestion> add_asked(Session& session, const AskedQuestion& asked) {
    const auto number = session.number(add_query, asked.report, asked.question, asked.asked_by, asked.words,
                                       asked.outcome, asked.asked_at, asked.person);
    return Id<AskedQuestion>{number.value()};
}

std::optional<AskedQuestion> asked(Session& session, Id<AskedQuestion> id) {
    return session.one(one_query, read_asked, id);
}

std::vector<AskedQuestion> asked_of(Session& session, Id<NationalReport> report) {
    return session.all(of_query, read_asked, report);
}

bool answer_asked(Session& session, Id<AskedQuestion> id, std::string_view words, Instant at) {
    return session.execute(answer_query, id, words, at) == 1;
}

} // namespace poa::national_reports::store
