// SPDX-License-Identifier: Apache-2.0
#pragma once
// The text of a mail in the language of who gets it.

#include "capabilities/notices/mail.hpp"
#include "capabilities/notices/store.hpp"

#include <string>

namespace poa::notices {

/// Of the platform that mails come from.
struct Letterhead {
    std::string platform_name; ///< source string or the operator's own
    std::string public_url;    ///< "https://poa.example"
    bool exercise = false;     ///< the mail says so first
};

/// Plain text, and the same as HTML without styles, pictures or anything that is fetched.
[[nodiscard]] MailText draw_mail(const Letterhead& head, const KeptNotice& notice,
                                 const std::string& language);
/// That mail from this platform arrives.
[[nodiscard]] MailText draw_test_mail(const Letterhead& head, const std::string& language);

} // namespace poa::notices
