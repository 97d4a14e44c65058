// SPDX-License-Identifier: Apache-2.0
#pragma once
// What runs beside the requests for notices: the record is followed, States are reminded, mails are sent.

#include "app/instance.hpp"
#include "app/notifying.hpp"
#include "app/repeating.hpp"
#include "capabilities/members/members.hpp"
#include "capabilities/notices/pages_mail.hpp"
#include "capabilities/notices/queries.hpp"
#include "capabilities/notices/smtp.hpp"

#include <memory>
#include <mutex>

namespace poa::app {

/// Where people get mail, for the rooms that may not know.
[[nodiscard]] notices::MailboxOf mailboxes();
/// As the settings have it; reads the password's file. Throws MachineFailure where that cannot be read.
[[nodiscard]] notices::SmtpSettings smtp_settings(const Settings& settings);
[[nodiscard]] notices::Letterhead letterhead(const Settings& settings);
/// Of the platform that the settings describe, by that server. `server`, database and clock must outlive it.
[[nodiscard]] notices::Posting posting_of(Instance& instance, notices::MailServer& server);

class Mailroom {
  public:
    /// Begins at once. Without a mail server in the settings nothing is sent: notices wait and can be read.
    Mailroom(Instance& instance, charter::CurrentCharter& charter, const members::CurrentRegister& states);
    /// A mail that is just being sent is broken off: it waits for the next start.
    ~Mailroom();
    Mailroom(const Mailroom&) = delete;
    Mailroom& operator=(const Mailroom&) = delete;

    /// Something was committed. Cheap, any thread, does not throw.
    void wake() noexcept;

  private:
    [[nodiscard]] std::chrono::milliseconds follow();
    [[nodiscard]] std::chrono::milliseconds remind();
    [[nodiscard]] std::chrono::milliseconds post();
    void note_problem(const std::string& problem);

    Instance& instance_;
    charter::CurrentCharter& charter_;
    const members::CurrentRegister& states_;
    RecordFollower follower_;
    std::unique_ptr<notices::Smtp> server_; ///< none: no mail is sent
    std::string problem_;                   ///< of the mail server, as last logged
    std::unique_ptr<Repeating> posting_, reminding_, following_;
};

} // namespace poa::app
