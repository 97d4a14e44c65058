-- SPDX-License-Identifier: Apache-2.0
-- People, their appointments, and how they sign in. Times in microseconds, days in days, both since 1970,
-- UTC.

CREATE TABLE identity_person (
    id {key},
    email TEXT NOT NULL CONSTRAINT identity_person_email UNIQUE, -- canonical form, the sign-in name
    name TEXT NOT NULL CONSTRAINT identity_person_named CHECK (length(name) BETWEEN 1 AND 200),
    language TEXT NOT NULL
        CONSTRAINT identity_person_language CHECK (language IN ('ar', 'zh', 'en', 'fr', 'ru', 'es')),
    password_hash TEXT, -- none until the invitation is accepted
    password_set_at {int},
    made_at {int} NOT NULL,
    made_by {int} REFERENCES identity_person (id), -- none: the command line
    revision {int} NOT NULL DEFAULT 1
) {strict};

CREATE TABLE identity_appointment (
    id {key},
    person {int} NOT NULL REFERENCES identity_person (id),
    role TEXT NOT NULL,
    body TEXT NOT NULL, -- 'state:FRA', 'organisation:...', 'chair', 'secretariat'
    from_day {int} NOT NULL,
    to_day {int},
    basis TEXT NOT NULL, -- the credentials or decision it rests on; may be empty
    appointed_at {int} NOT NULL,
    appointed_by {int} REFERENCES identity_person (id), -- none: the command line
    ended_at {int},
    ended_by {int} REFERENCES identity_person (id),
    CONSTRAINT identity_appointment_days CHECK (to_day IS NULL OR to_day >= from_day),
    CONSTRAINT identity_appointment_ended CHECK (ended_by IS NULL OR ended_at IS NOT NULL)
) {strict};
CREATE INDEX identity_appointment_of_person ON identity_appointment (person);
CREATE INDEX identity_appointment_of_body ON identity_appointment (body, role);

CREATE TABLE identity_session (
    id {key},
    token_digest {bytes} NOT NULL CONSTRAINT identity_session_token UNIQUE,
    person {int} NOT NULL REFERENCES identity_person (id),
    browser TEXT NOT NULL, -- coarse: 'Firefox on Windows'
    started {int} NOT NULL,
    last_used {int} NOT NULL
) {strict};
CREATE INDEX identity_session_of_person ON identity_session (person);

-- A browser that has signed in to an account: only for counting failures, it opens nothing.
CREATE TABLE identity_known_browser (
    token_digest {bytes} NOT NULL,
    person {int} NOT NULL REFERENCES identity_person (id),
    last_used {int} NOT NULL,
    PRIMARY KEY (person, token_digest)
) {strict};

-- One-time links: invitations and password resets.
CREATE TABLE identity_link (
    token_digest {bytes} NOT NULL PRIMARY KEY,
    person {int} NOT NULL REFERENCES identity_person (id),
    purpose TEXT NOT NULL
        CONSTRAINT identity_link_purpose CHECK (purpose IN ('invitation', 'password_reset')),
    made_at {int} NOT NULL,
    expires_at {int} NOT NULL
) {strict};
CREATE INDEX identity_link_of_person ON identity_link (person);

-- Failures to sign in; see sign_in_limit.hpp. Accounts and clients are digests; 32 zero bytes stand for
-- "all".
CREATE TABLE identity_sign_in_failures (
    account {bytes} NOT NULL,
    client {bytes} NOT NULL,
    failures {int} NOT NULL,
    first_at {int} NOT NULL,
    last_at {int} NOT NULL,
    PRIMARY KEY (account, client)
) {strict};
CREATE INDEX identity_sign_in_failures_last ON identity_sign_in_failures (last_at);
