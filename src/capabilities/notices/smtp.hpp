// SPDX-License-Identifier: Apache-2.0
#pragma once
// A mail server reached by SMTP (RFC 5321), with libcurl.

#include "base/bytes.hpp"
#include "capabilities/notices/posting.hpp"

#include <memory>
#include <string>

namespace poa::notices {

struct SmtpSettings {
    std::string server; ///< "smtp://mail.example.org:587" (STARTTLS) or "smtps://mail.example.org:465" (TLS)
    /// Without TLS, for a mail server on this machine that has none. Then there is no sign-in either.
    bool in_clear = false;
    std::string user; ///< empty: no sign-in
    Secret password;
    std::string authorities; ///< file of certificates to trust instead of the system's; empty: the system's
    int seconds_max = 30;    ///< for one mail
};

/// Keeps its connection from mail to mail. One thread at a time.
class Smtp final : public MailServer {
  public:
    explicit Smtp(SmtpSettings settings);
    ~Smtp() override;
    [[nodiscard]] Attempted send(const Mail& mail) override;
    /// Breaks off what is being sent, and sends nothing more: that waits. Any thread.
    void stop();

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

} // namespace poa::notices
