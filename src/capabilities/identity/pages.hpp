// SPDX-License-Identifier: Apache-2.0
#pragma once
// What a person gets of the own account, and of those who act for a body.

#include "base/time.hpp"

#include <boost/describe/class.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace poa::identity {

struct AppointmentRow {
    std::int64_t appointment = 0;
    std::string role;
    std::string body;
    Day from;
    std::optional<Day> to;
    std::string stage; ///< "scheduled", "current", "ended"
    std::string name;  ///< empty: not for this reader
    std::string email;
    bool may_end = false;
};
BOOST_DESCRIBE_STRUCT(AppointmentRow, (), (appointment, role, body, from, to, stage, name, email, may_end))

struct SessionRow {
    std::int64_t session = 0;
    std::string browser;
    Instant started;
    Instant last_used;
    bool is_this_one = false;
};
BOOST_DESCRIBE_STRUCT(SessionRow, (), (session, browser, started, last_used, is_this_one))

/// /account
struct AccountPage {
    std::string email;
    std::string name;
    std::string language;
    std::int64_t revision = 0;
    std::vector<AppointmentRow> appointments;
    std::vector<SessionRow> sessions;
};
BOOST_DESCRIBE_STRUCT(AccountPage, (), (email, name, language, revision, appointments, sessions))

/// /bodies/{body}: audience Member States; names only for the body and the secretariat.
struct BodyPage {
    std::string body;
    std::string title;
    std::vector<AppointmentRow> rows;
    bool may_appoint = false;
};
BOOST_DESCRIBE_STRUCT(BodyPage, (), (body, title, rows, may_appoint))

/// Pages that are only a form.
struct FormPage {
    std::string about;
};
BOOST_DESCRIBE_STRUCT(FormPage, (), (about))

// Outcomes of commands, for programs.

struct SignInOutcome {
    std::int64_t person = 0;
    std::string token; ///< send as Authorization: Bearer
};
BOOST_DESCRIBE_STRUCT(SignInOutcome, (), (person, token))

struct PlainOutcome {
    bool done = true;
};
BOOST_DESCRIBE_STRUCT(PlainOutcome, (), (done))

struct LinkOutcome {
    std::int64_t person = 0;
    std::string address; ///< same-site; told only once
    Instant expires;
};
BOOST_DESCRIBE_STRUCT(LinkOutcome, (), (person, address, expires))

struct AppointOutcome {
    std::int64_t appointment = 0;
};
BOOST_DESCRIBE_STRUCT(AppointOutcome, (), (appointment))

} // namespace poa::identity
