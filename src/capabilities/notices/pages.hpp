// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a person gets of the own notices, and the secretariat of mails that do not arrive.

#include "base/time.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace poa::notices {

struct NoticeRow {
    std::int64_t notice = 0;
    std::string kind;
    std::string address; ///< of the page it is about
    std::string about;   ///< which one: "POA/2026/L.3"; may be empty
    std::optional<std::int64_t> year;
    std::optional<Instant> until;
    Instant at;
    bool is_read = false;
    std::string mail; ///< "waiting", "sent", "given_up", "unwanted"; "none" where the platform sends none
};
BOOST_DESCRIBE_STRUCT(NoticeRow, (), (notice, kind, address, about, year, until, at, is_read, mail))

/// /my-notices: the reader's own.
struct MyNoticesPage {
    bool sends_mail = false; ///< the platform does at all
    std::int64_t unread = 0;
    std::int64_t newest = 0; ///< what "all as read" means: up to this one
    std::int64_t page = 1;
    bool has_more = false;
    bool sees_undelivered = false;  ///< whose mails do not arrive: for the secretariat
    std::vector<std::string> mails; ///< optional kinds that come by mail too
    std::vector<NoticeRow> rows;    ///< unread ones first
};
BOOST_DESCRIBE_STRUCT(MyNoticesPage, (),
                      (sends_mail, unread, newest, page, has_more, sees_undelivered, mails, rows))

struct UndeliveredRow {
    std::int64_t person = 0;
    std::string name, email;
    std::string stage; ///< "waiting", "given_up"
    std::int64_t mails = 0, tries = 0;
    Instant since;
    std::optional<Instant> next_try; ///< of waiting ones
    std::string reason;              ///< as the mail server said it
};
BOOST_DESCRIBE_STRUCT(UndeliveredRow, (), (person, name, email, stage, mails, tries, since, next_try, reason))

/// /notices/undelivered: for the secretariat; whose mail does not arrive, and never what it is about.
struct UndeliveredPage {
    bool sends_mail = false;
    std::int64_t waiting = 0; ///< all mails in the queue
    std::vector<UndeliveredRow> rows;
};
BOOST_DESCRIBE_STRUCT(UndeliveredPage, (), (sends_mail, waiting, rows))

} // namespace poa::notices
