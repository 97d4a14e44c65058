// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/store_needs.hpp"

namespace poa::national_reports::store {
namespace {

using storage::Query;
using storage::Row;
using storage::Session;

constexpr Query find_query{"national_reports.find_need",
                           "SELECT id FROM national_reports_need WHERE report = $1 AND question = $2 AND "
                           "entry = $3"};
constexpr Query add_query{
    "national_reports.add_need",
    "INSERT INTO national_reports_need (report, state, year, survey, question, entry, item, area, words, "
    "urgency, wanted, note, audience, stage, said, release, since, changed_at, gone_at) VALUES ($1, $2, $3, "
    "$4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 0, '', $14, $15, $15, NULL) RETURNING id"};
constexpr Query renew_query{
    "national_reports.renew_need",
    "UPDATE national_reports_need SET item = $2, area = $3, words = $4, urgency = $5, wanted = $6, "
    "note = $7, audience = $8, release = $9, gone_at = NULL WHERE id = $1"};
constexpr Query clear_parties{"national_reports.clear_need_parties",
                              "DELETE FROM national_reports_need_party WHERE need = $1"};
constexpr Query add_party{"national_reports.add_need_party",
                          "INSERT INTO national_reports_need_party (need, party) VALUES ($1, $2)"};
constexpr Query parties_query{"national_reports.need_parties",
                              "SELECT party FROM national_reports_need_party WHERE need = $1 ORDER BY party"};
constexpr Query remove_query{
    "national_reports.remove_needs",
    "UPDATE national_reports_need SET gone_at = $3 WHERE report = $1 AND gone_at IS NULL AND (release < $2 "
    "OR $2 = 0)"};
constexpr Query one_query{"national_reports.need",
                          "SELECT " POA_NEED_COLUMNS " FROM national_reports_need n WHERE n.id = $1 "
                          "AND n.gone_at IS NULL"};
constexpr Query settle_query{
    "national_reports.settle_need",
    "UPDATE national_reports_need SET stage = $2, said = $3, changed_at = $4 WHERE id = $1"};

} // namespace

KeptNeed read_need(const Row& row) {
    KeptNeed need;
    need.id = row.id<Need>(0);
    need.report = row.id<NationalReport>(1);
    need.state = row.string(2);
    need.year = row.integer(3);
    need.survey = row.string(4);
    need.entry = {row.string(5),  row.string(6),  row.string(7),
                  row.string(8),  row.string(9),  row.string(10),
                  row.string(11), row.string(12), {}};
    need.entry.sharing.audience = static_cast<Audience>(row.integer(13));
    need.stage = static_cast<NeedStage>(row.integer(14));
    need.said = row.string(15);
    need.release = row.integer(16);
    need.since = row.instant(17);
    return need;
}

void put_need(Session& session, const KeptNeed& need, Instant at) {
    const NeedEntry& of = need.entry;
    std::optional<std::int64_t> id = session.number(find_query, need.report, of.question, of.entry);
    if (id)
        session.execute(renew_query, *id, of.item, of.area, of.words, of.urgency, of.wanted, of.note,
                        of.sharing.audience, need.release);
    else
        id = session.number(add_query, need.report, need.state, need.year, need.survey, of.question, of.entry,
                            of.item, of.area, of.words, of.urgency, of.wanted, of.note, of.sharing.audience,
                            need.release, at);
    session.execute(clear_parties, *id);
    if (of.sharing.audience != Audience::parties) return;
    for (const std::string& party : of.sharing.parties) session.execute(add_party, *id, party);
}

void remove_needs(Session& session, Id<NationalReport> report, std::int64_t number, Instant at) {
    session.execute(remove_query, report, number, at);
}

std::optional<KeptNeed> need(Session& session, Id<Need> id) {
    auto found = session.one(one_query, read_need, id);
    if (found)
        found->entry.sharing.parties = session.all(
            parties_query, [](const Row& row) { return row.string(0); }, id);
    return found;
}

void settle_need(Session& session, Id<Need> id, NeedStage stage, std::string_view said, Instant at) {
    session.execute(settle_query, id, stage, said, at);
}

} // namespace poa::national_reports::store
