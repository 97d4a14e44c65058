// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/store_practices.hpp"

namespace poa::national_reports::store {
namespace {

using storage::Query;
using storage::Row;
using storage::Session;

constexpr Query offer_query{
    "national_reports.offer_practice",
    "INSERT INTO national_reports_practice (report, question, title, language, offered_at, offered_by, note) "
    "VALUES ($1, $2, $3, $4, $5, $6, 0)"};
constexpr Query take_back_query{"national_reports.take_back_practice",
                                "DELETE FROM national_reports_practice WHERE report = $1 AND question = $2"};
constexpr Query note_query{"national_reports.practice_note",
                           "UPDATE national_reports_practice SET note = $3 WHERE report = $1 AND "
                           "question = $2"};
constexpr Query all_query{"national_reports.practices",
                          "SELECT question, title, language, offered_at, offered_by, note FROM "
                          "national_reports_practice WHERE report = $1 ORDER BY question"};

} // namespace

void offer_practice(Session& session, Id<NationalReport> report, const OfferedPractice& practice) {
    session.execute(offer_query, report, practice.question, practice.title, practice.language, practice.at,
                    practice.by);
}

void take_back_practice(Session& session, Id<NationalReport> report, std::string_view question) {
    session.execute(take_back_query, report, question);
}

void set_practice_note(Session& session, Id<NationalReport> report, std::string_view question,
                       std::int64_t note) {
    session.execute(note_query, report, question, note);
}

std::vector<OfferedPractice> practices(Session& session, Id<NationalReport> report) {
    return session.all(
        all_query,
        [](const Row& row) {
            return OfferedPractice{row.string(0),  row.string(1),  row.string(2),
                                   row.instant(3), row.integer(4), row.integer(5)};
        },
        report);
}

} // namespace poa::national_reports::store
