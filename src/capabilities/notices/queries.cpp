// SPDX-License-Identifier: Apache-2.0
#include "capabilities/notices/queries.hpp"

#include "capabilities/notices/permissions.hpp"

#include <algorithm>

namespace poa::notices {
namespace {

constexpr int undelivered_max = 500;

NoticeRow row_of(const KeptNotice& kept, bool sends_mail) {
    NoticeRow row;
    row.notice = kept.id.number;
    row.kind = name_of(kept.notice.kind);
    row.address = kept.notice.address;
    row.about = kept.notice.about;
    row.year = kept.notice.year;
    row.until = kept.notice.until;
    row.at = kept.at;
    row.is_read = kept.read_at.has_value();
    row.mail = sends_mail ? name_of(kept.mail) : "none";
    return row;
}

} // namespace

Result<MyNoticesPage> my_notices(storage::Session& session, const identity::Actor& actor, std::int64_t page,
                                 bool sends_mail) {
    if (!actor.is_signed_in()) return refuse(Refusal::Kind::not_signed_in, "access.sign_in");
    MyNoticesPage made;
    made.sends_mail = sends_mail;
    made.page = page;
    made.sees_undelivered = permissions().permits("notices.retry_mails", actor);
    made.unread = store::unread(session, actor.person());
    made.newest = store::newest(session, actor.person()).number;
    auto kept = store::notices_of(session, actor.person(), (page - 1) * notices_a_page, notices_a_page + 1);
    made.has_more = std::ssize(kept) > notices_a_page;
    if (made.has_more) kept.pop_back();
    for (const KeptNotice& each : kept) made.rows.push_back(row_of(each, sends_mail));
    const auto unwanted = store::unwanted(session, actor.person());
    for (const NoticeKindSpec& kind : notice_kinds())
        if (kind.is_optional && std::ranges::find(unwanted, kind.name) == unwanted.end())
            made.mails.emplace_back(kind.name);
    return made;
}

Result<UndeliveredPage> undelivered_mails(storage::Session& session, const identity::Actor& actor,
                                          const MailboxOf& mailbox_of, bool sends_mail) {
    auto permit = permissions().check("notices.retry_mails", actor);
    if (!permit) return refuse(permit.error());
    UndeliveredPage page{sends_mail, store::count_mails(session, MailStage::waiting), {}};
    for (const Undelivered& each : store::undelivered(session, undelivered_max)) {
        const auto mailbox = mailbox_of(session, each.person);
        UndeliveredRow row;
        row.person = each.person.number;
        row.name = identity::name_of_person(session, each.person).value_or("");
        row.email = mailbox ? mailbox->email : "";
        row.stage = name_of(each.stage);
        row.mails = each.mails;
        row.tries = each.tries;
        row.since = each.since;
        if (each.stage == MailStage::waiting) row.next_try = each.next_try;
        row.reason = each.reason;
        page.rows.push_back(std::move(row));
    }
    return page;
}

} // namespace poa::notices
