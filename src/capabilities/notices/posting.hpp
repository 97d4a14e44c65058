// SPDX-License-Identifier: Apache-2.0
#pragma once
// Sends what waits. A mail goes out only after what it tells of was committed; what a mail server says of it
// changes nothing but the mail.

#include "capabilities/notices/mail.hpp"
#include "capabilities/notices/store.hpp"

#include <functional>
#include <optional>
#include <string>

namespace poa::notices {

/// Takes mails over.
class MailServer {
  public:
    MailServer() = default;
    MailServer(const MailServer&) = delete;
    MailServer& operator=(const MailServer&) = delete;
    virtual ~MailServer() = default;
    /// May take as long as a network may. Does not throw.
    [[nodiscard]] virtual Attempted send(const Mail& mail) = 0;
};

/// Where a person gets mail.
struct Mailbox {
    std::string email;
    std::string language; ///< the person's: "ar"
};

struct Posting {
    storage::Database& database;
    const Clock& clock;
    MailServer& server;
    /// Nothing where there is no such person.
    std::function<std::optional<Mailbox>(storage::Session&, Id<identity::Person>)> mailbox_of;
    std::function<MailText(const KeptNotice&, const std::string& language)> text_of;
    std::string from_name, from;
    std::string list_page; ///< where mails are turned off
};

struct Posted {
    std::int64_t sent = 0, refused = 0, put_off = 0;
    std::string problem; ///< of the server, so that no mail goes; empty: there is none
    [[nodiscard]] std::int64_t all() const { return sent + refused + put_off; }
};

/// Sends at most `posted_at_once` mails whose moment has come. Each is taken for two minutes first, so that
/// of several servers on one database one sends it; one that is killed meanwhile is sent again, under the
/// same Message-ID. Where there is no mail server the rest waits.
inline constexpr int posted_at_once = 20;
[[nodiscard]] Posted post_due(const Posting& posting);

/// The mail of a notice, as it is sent.
[[nodiscard]] Mail mail_of(const Posting& posting, const KeptNotice& notice, const Mailbox& mailbox);

} // namespace poa::notices
