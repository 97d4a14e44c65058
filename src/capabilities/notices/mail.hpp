// SPDX-License-Identifier: Apache-2.0
#pragma once
// A mail and its header (RFC 5322, 2045 to 2047, 3834, 2369). The body is put together by the library that
// sends it (smtp.hpp).

#include "base/time.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace poa::notices {

/// What a mail says, in one language.
struct MailText {
    std::string language; ///< "ar"
    std::string subject;
    std::string plain;
    std::string html;
};

struct Mail {
    std::string from_name, from; ///< of the platform
    std::string to;              ///< address
    MailText text;
    std::string message_id; ///< without the angle brackets
    Instant date;
    std::string list_page; ///< where such mails are turned off; empty: this one cannot be
};

/// A text as it may stand in a header line: as it is where it is short and plain ASCII, else as encoded words
/// of UTF-8 (RFC 2047), folded. Control characters become spaces, so no text can begin a header line of its
/// own.
[[nodiscard]] std::string header_text(std::string_view text);
/// "Sun, 22 Nov 2026 13:14:24 +0000".
[[nodiscard]] std::string header_date(Instant instant);
/// The same for the same notice, whenever and however often it is sent: who gets a mail twice sees it once.
[[nodiscard]] std::string message_id_of(std::int64_t person, std::string_view natural_key,
                                        std::string_view from);
/// All lines but those of the body's own.
[[nodiscard]] std::vector<std::string> header_lines(const Mail& mail);

/// What a mail server said, to be kept and shown: one line of printable text, at most 200 characters.
[[nodiscard]] std::string kept_reply(std::string_view reply);

} // namespace poa::notices
