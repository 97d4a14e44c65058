-- SPDX-License-Identifier: Apache-2.0
-- What people are told, and its copy by mail. Times in microseconds since 1970, UTC.

CREATE TABLE notices_notice (
    id          {key},
    person      {int} NOT NULL,
    kind        TEXT NOT NULL,
    natural_key TEXT NOT NULL,                -- what happened: 'entry:412', 'turn:XXA:2027-06-14:30'
    address     TEXT NOT NULL,                -- of the page it is about, on this platform
    about       TEXT NOT NULL,                -- which one it is, for the page: 'POA/2026/L.3'; may be empty
    year        {int},
    until       {int},                        -- the last moment it matters, where that is public
    at          {int} NOT NULL,
    read_at     {int},
    mail        {int} NOT NULL CONSTRAINT notices_notice_mail CHECK (mail BETWEEN 0 AND 3),
                                              -- waiting, sent, given up, not wanted
    mail_since  {int} NOT NULL,               -- queued, or put back into the queue
    tries       {int} NOT NULL,
    next_try    {int} NOT NULL,
    settled_at  {int},                        -- sent or given up
    reason      TEXT NOT NULL,                -- why it did not go, as the mail server said it; else empty
    CONSTRAINT notices_notice_once UNIQUE (person, natural_key)
){strict};
CREATE INDEX notices_notice_of ON notices_notice (person, id);
CREATE INDEX notices_notice_waiting ON notices_notice (next_try, id) WHERE mail = 0;
CREATE INDEX notices_notice_given_up ON notices_notice (person) WHERE mail = 2;

-- Kinds that a person does not want by mail; they stand on the person's page all the same.
CREATE TABLE notices_unwanted (
    person {int} NOT NULL,
    kind   TEXT NOT NULL,
    PRIMARY KEY (person, kind)
){strict};

-- What is done once and never again: a State reminded of a day.
CREATE TABLE notices_done (
    what TEXT NOT NULL PRIMARY KEY,
    at   {int} NOT NULL
){strict};

-- How far the ledger was read. What happened before there were notices is told to nobody.
CREATE TABLE notices_followed (
    one        {int} NOT NULL PRIMARY KEY CONSTRAINT notices_followed_one CHECK (one = 1),
    next_place {int} NOT NULL
){strict};
INSERT INTO notices_followed (one, next_place) SELECT 1, COALESCE(MAX(leaf_index) + 1, 0) FROM journal;
