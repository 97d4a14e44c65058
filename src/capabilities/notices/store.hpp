// SPDX-License-Identifier: Apache-2.0
#pragma once
// Rows of the notices to types and back; the SQL stands in store.cpp.

#include "capabilities/notices/delivery.hpp"
#include "capabilities/notices/notices.hpp"
#include "storage/database.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace poa::notices {

struct KeptNotice {
    Id<Notice> id;
    Notice notice;
    Instant at;
    std::optional<Instant> read_at;
    MailStage mail = MailStage::waiting;
    Instant mail_since;
    int tries = 0;
    Instant next_try;
    std::string reason;
};

/// Mails of one person that did not go, or not yet.
struct Undelivered {
    Id<identity::Person> person;
    MailStage stage = MailStage::given_up; ///< or waiting, after a failure
    std::int64_t mails = 0;
    std::int64_t tries = 0; ///< the most of one
    Instant since;          ///< the oldest of them
    Instant next_try;
    std::string reason; ///< of one of them
};

namespace store {

using PersonId = Id<identity::Person>;

/// False where the person has one with that key.
[[nodiscard]] bool add_notice(storage::Session& session, const Notice& notice, MailStage mail, Instant now);
/// Unread ones first, each newest first.
[[nodiscard]] std::vector<KeptNotice> notices_of(storage::Session& session, PersonId person,
                                                 std::int64_t from, std::int64_t count);
[[nodiscard]] std::int64_t unread(storage::Session& session, PersonId person);
/// The newest notice of the person; unknown where there is none.
[[nodiscard]] Id<Notice> newest(storage::Session& session, PersonId person);
/// How many became read.
std::int64_t mark_read(storage::Session& session, PersonId person, Id<Notice> from, Id<Notice> through,
                       Instant now);

[[nodiscard]] std::vector<std::string> unwanted(storage::Session& session, PersonId person);
void set_unwanted(storage::Session& session, PersonId person, const std::vector<std::string>& kinds);

/// Mails whose moment has come, the longest due first.
[[nodiscard]] std::vector<KeptNotice> due_mails(storage::Session& session, Instant now, int count);
[[nodiscard]] std::optional<Instant> next_mail(storage::Session& session);
void set_next_try(storage::Session& session, Id<Notice> id, Instant at);
void settle_mail(storage::Session& session, Id<Notice> id, const AfterAttempt& after, Instant now,
                 std::string_view reason);
[[nodiscard]] std::vector<Undelivered> undelivered(storage::Session& session, int count);
/// Given-up mails into the queue again, and those that wait for another try to its head; of one person, or of
/// all where it is unknown. How many.
std::int64_t try_again(storage::Session& session, PersonId person, Instant now);
[[nodiscard]] std::int64_t count_mails(storage::Session& session, MailStage stage);

[[nodiscard]] bool is_done(storage::Session& session, std::string_view what);
[[nodiscard]] bool mark_done(storage::Session& session, std::string_view what, Instant now);
[[nodiscard]] std::int64_t followed(storage::Session& session); ///< the next place of the ledger to be read
void set_followed(storage::Session& session, std::int64_t next_place);

} // namespace store
} // namespace poa::notices
