// SPDX-License-Identifier: Apache-2.0
#include "capabilities/notices/store.hpp"

#include <limits>

namespace poa::notices {
namespace store {
namespace {

using storage::Query;
using storage::Row;

#define NOTICE_COLUMNS                                                                                       \
    "id, person, kind, natural_key, address, year, until, at, read_at, mail, mail_since, tries, next_try, "  \
    "reason, about"

constexpr Query add_query{
    "notices.add", "INSERT INTO notices_notice (person, kind, natural_key, address, year, until, at, mail, "
                   "mail_since, tries, "
                   "next_try, reason, about) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $7, 0, $7, '', $9) "
                   "ON CONFLICT (person, natural_key) DO NOTHING"};
constexpr Query of_person_query{
    "notices.of_person",
    "SELECT " NOTICE_COLUMNS " FROM notices_notice WHERE person = $1 "
    "ORDER BY (CASE WHEN read_at IS NULL THEN 0 ELSE 1 END), id DESC LIMIT $3 OFFSET $2"};
constexpr Query unread_query{"notices.unread",
                             "SELECT COUNT(*) FROM notices_notice WHERE person = $1 AND read_at IS NULL"};
constexpr Query newest_query{"notices.newest", "SELECT MAX(id) FROM notices_notice WHERE person = $1"};
constexpr Query read_query{"notices.mark_read",
                           "UPDATE notices_notice SET read_at = $4 WHERE person = $1 AND "
                           "id >= $2 AND id <= $3 AND read_at IS NULL"};
constexpr Query unwanted_query{"notices.unwanted",
                               "SELECT kind FROM notices_unwanted WHERE person = $1 ORDER BY kind"};
constexpr Query clear_unwanted_query{"notices.clear_unwanted",
                                     "DELETE FROM notices_unwanted WHERE person = $1"};
constexpr Query add_unwanted_query{"notices.add_unwanted",
                                   "INSERT INTO notices_unwanted (person, kind) VALUES ($1, $2)"};
constexpr Query due_query{"notices.due_mails",
                          "SELECT " NOTICE_COLUMNS " FROM notices_notice WHERE mail = 0 AND next_try <= $1 "
                          "ORDER BY next_try, id LIMIT $2"};
constexpr Query next_query{"notices.next_mail", "SELECT MIN(next_try) FROM notices_notice WHERE mail = 0"};
constexpr Query set_next_query{"notices.set_next_try",
                               "UPDATE notices_notice SET next_try = $2 WHERE id = $1 AND mail = 0"};
constexpr Query settle_query{"notices.settle_mail",
                             "UPDATE notices_notice SET mail = $2, tries = $3, next_try = $4, settled_at = "
                             "$5, reason = $6 WHERE id = $1 AND mail = 0"};
constexpr Query undelivered_query{
    "notices.undelivered",
    "SELECT person, mail, COUNT(*), MAX(tries), MIN(at), MIN(next_try), MAX(reason) FROM notices_notice "
    "WHERE mail = 2 OR (mail = 0 AND tries > 0) GROUP BY person, mail ORDER BY 5 DESC, person, mail LIMIT "
    "$1"};
constexpr Query again_query{"notices.try_again",
                            "UPDATE notices_notice SET mail = 0, tries = 0, next_try = $2, mail_since = $2, "
                            "settled_at = NULL WHERE (mail = 2 OR (mail = 0 AND next_try > $2)) AND "
                            "(person = $1 OR $1 = 0)"};
constexpr Query count_query{"notices.count_mails", "SELECT COUNT(*) FROM notices_notice WHERE mail = $1"};
constexpr Query done_query{"notices.mark_done", "INSERT INTO notices_done (what, at) VALUES ($1, $2) "
                                                "ON CONFLICT (what) DO NOTHING"};
constexpr Query is_done_query{"notices.is_done", "SELECT 1 FROM notices_done WHERE what = $1"};
constexpr Query followed_query{"notices.followed", "SELECT next_place FROM notices_followed WHERE one = 1"};
constexpr Query set_followed_query{"notices.set_followed",
                                   "UPDATE notices_followed SET next_place = $1 WHERE one = 1"};

#undef NOTICE_COLUMNS

KeptNotice read_notice(const Row& row) {
    auto number_at = [](const Row& r, int column) { return r.integer(column); };
    auto instant_at = [](const Row& r, int column) { return r.instant(column); };
    const auto kind = parse_notice_kind(row.text(2));
    require(kind.has_value(), "a notice's kind reads back");
    KeptNotice kept;
    kept.id = row.id<Notice>(0);
    kept.notice = {row.id<identity::Person>(1), *kind, row.string(3), row.string(4), row.maybe(5, number_at),
                   row.maybe(6, instant_at)};
    kept.at = row.instant(7);
    kept.read_at = row.maybe(8, instant_at);
    kept.mail = static_cast<MailStage>(row.integer(9));
    kept.mail_since = row.instant(10);
    kept.tries = static_cast<int>(row.integer(11));
    kept.next_try = row.instant(12);
    kept.reason = row.string(13);
    kept.notice.about = row.string(14);
    return kept;
}

} // namespace

bool add_notice(storage::Session& session, const Notice& notice, MailStage mail, Instant now) {
    return session.execute(add_query, notice.person, name_of(notice.kind), notice.natural_key, notice.address,
                           notice.year, notice.until, now, mail, notice.about) > 0;
}

std::vector<KeptNotice> notices_of(storage::Session& session, PersonId person, std::int64_t from,
                                   std::int64_t count) {
    return session.all(of_person_query, read_notice, person, from, count);
}

std::int64_t unread(storage::Session& session, PersonId person) {
    return session.number(unread_query, person).value_or(0);
}

Id<Notice> newest(storage::Session& session, PersonId person) {
    return Id<Notice>{session.number(newest_query, person).value_or(0)};
}

std::int64_t mark_read(storage::Session& session, PersonId person, Id<Notice> from, Id<Notice> through,
                       Instant now) {
    return session.execute(read_query, person, from, through, now);
}

std::vector<std::string> unwanted(storage::Session& session, PersonId person) {
    return session.all(
        unwanted_query, [](const Row& row) { return row.string(0); }, person);
}

void set_unwanted(storage::Session& session, PersonId person, const std::vector<std::string>& kinds) {
    session.execute(clear_unwanted_query, person);
    for (const std::string& kind : kinds) session.execute(add_unwanted_query, person, kind);
}

std::vector<KeptNotice> due_mails(storage::Session& session, Instant now, int count) {
    return session.all(due_query, read_notice, now, count);
}

std::optional<Instant> next_mail(storage::Session& session) {
    const auto found = session.number(next_query);
    if (!found) return std::nullopt;
    return Instant{*found};
}

void set_next_try(storage::Session& session, Id<Notice> id, Instant at) {
    session.execute(set_next_query, id, at);
}

void settle_mail(storage::Session& session, Id<Notice> id, const AfterAttempt& after, Instant now,
                 std::string_view reason) {
    const std::optional<Instant> settled =
        after.stage == MailStage::waiting ? std::nullopt : std::optional(now);
    session.execute(settle_query, id, after.stage, after.tries, after.next_try, settled, reason);
}

std::vector<Undelivered> undelivered(storage::Session& session, int count) {
    return session.all(
        undelivered_query,
        [](const Row& row) {
            return Undelivered{row.id<identity::Person>(0),
                               static_cast<MailStage>(row.integer(1)),
                               row.integer(2),
                               row.integer(3),
                               row.instant(4),
                               row.instant(5),
                               row.string(6)};
        },
        count);
}

std::int64_t try_again(storage::Session& session, PersonId person, Instant now) {
    return session.execute(again_query, person, now);
}

std::int64_t count_mails(storage::Session& session, MailStage stage) {
    return session.number(count_query, stage).value_or(0);
}

bool is_done(storage::Session& session, std::string_view what) {
    return session.number(is_done_query, what).has_value();
}

bool mark_done(storage::Session& session, std::string_view what, Instant now) {
    return session.execute(done_query, what, now) > 0;
}

std::int64_t followed(storage::Session& session) {
    return session.number(followed_query).value_or(0);
}

void set_followed(storage::Session& session, std::int64_t next_place) {
    session.execute(set_followed_query, next_place);
}

} // namespace store

bool queue(ledger::Work& work, const Notice& notice) {
    MailStage mail = MailStage::waiting;
    if (spec_of(notice.kind).is_optional)
        for (const std::string& kind : store::unwanted(work.session(), notice.person))
            if (kind == name_of(notice.kind)) mail = MailStage::unwanted;
    return store::add_notice(work.session(), notice, mail, work.now());
}

bool is_first(ledger::Work& work, std::string_view what) {
    return store::mark_done(work.session(), what, work.now());
}

} // namespace poa::notices
