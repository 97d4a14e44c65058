// SPDX-License-Identifier: Apache-2.0
#include "capabilities/notices/posting.hpp"

#include <span>
#include <utility>
#include <vector>

namespace poa::notices {
namespace {

constexpr std::int64_t taken_seconds = 120;

struct Taken {
    KeptNotice notice;
    std::optional<Mailbox> mailbox;
};

/// Where nothing is due nothing is written: a commit tells every open page that the record has moved on.
std::vector<Taken> take(const Posting& posting) {
    const bool is_due = posting.database.read([&](storage::Session& session) {
        return !store::due_mails(session, posting.clock.now(), 1).empty();
    });
    if (!is_due) return {};
    return posting.database.write([&](storage::Session& session) {
        const Instant now = posting.clock.now();
        std::vector<Taken> taken;
        for (KeptNotice& due : store::due_mails(session, now, posted_at_once)) {
            store::set_next_try(session, due.id, now.plus_seconds(taken_seconds));
            auto mailbox = posting.mailbox_of(session, due.notice.person);
            taken.push_back({std::move(due), std::move(mailbox)});
        }
        return taken;
    });
}

Attempted attempt(const Posting& posting, const Taken& taken) {
    if (is_too_old(taken.notice.mail_since, posting.clock.now())) return {Attempt::refused, "too old"};
    if (!taken.mailbox) return {Attempt::refused, "no such person"};
    return posting.server.send(mail_of(posting, taken.notice, *taken.mailbox));
}

void settle(const Posting& posting, const Taken& taken, const Attempted& attempted) {
    posting.database.write([&](storage::Session& session) {
        const Instant now = posting.clock.now();
        store::settle_mail(session, taken.notice.id,
                           after_attempt(taken.notice.tries, attempted.attempt, now), now,
                           attempted.attempt == Attempt::accepted ? std::string() : attempted.reason);
    });
}

/// Untried, because there is no server; all in one commit. Before the one that was tried: where that one is
/// what the server cannot digest, it comes last next time and does not stand in the way of all.
void give_back(const Posting& posting, std::span<const Taken> untried) {
    if (untried.empty()) return;
    posting.database.write([&](storage::Session& session) {
        const Instant again = posting.clock.now().plus_seconds(server_again_seconds - 1);
        for (const Taken& taken : untried) store::set_next_try(session, taken.notice.id, again);
    });
}

} // namespace

Mail mail_of(const Posting& posting, const KeptNotice& notice, const Mailbox& mailbox) {
    Mail mail;
    mail.from_name = posting.from_name;
    mail.from = posting.from;
    mail.to = mailbox.email;
    mail.text = posting.text_of(notice, mailbox.language);
    mail.message_id = message_id_of(notice.notice.person.number, notice.notice.natural_key, posting.from);
    mail.date = notice.at;
    if (spec_of(notice.notice.kind).is_optional) mail.list_page = posting.list_page;
    return mail;
}

Posted post_due(const Posting& posting) {
    Posted posted;
    const std::vector<Taken> all = take(posting);
    std::size_t tried = 0;
    while (tried < all.size() && posted.problem.empty()) {
        const Taken& taken = all[tried++];
        const Attempted attempted = attempt(posting, taken);
        settle(posting, taken, attempted);
        switch (attempted.attempt) {
        case Attempt::accepted:
            ++posted.sent;
            break;
        case Attempt::refused:
            ++posted.refused;
            break;
        case Attempt::no_server:
            posted.problem = attempted.reason.empty() ? "?" : attempted.reason;
            [[fallthrough]];
        case Attempt::later:
            ++posted.put_off;
            break;
        }
    }
    const auto untried = std::span(all).subspan(tried);
    give_back(posting, untried);
    posted.put_off += std::ssize(untried);
    return posted;
}

} // namespace poa::notices
