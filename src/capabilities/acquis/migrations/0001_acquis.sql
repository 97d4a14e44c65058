-- SPDX-License-Identifier: Apache-2.0
-- The framework as it was registered, each registration whole: what it holds is their sum, with what was
-- decided. And what is known of the framework: guidance, practices, questions, gaps. Rows of registrations
-- and of versions are added and never changed or taken away.

CREATE TABLE acquis_registration (
    number        {int} PRIMARY KEY CONSTRAINT acquis_registration_number CHECK (number > 0),
    title         TEXT NOT NULL,
    digest        {bytes} NOT NULL,   -- SHA-256 of content
    content       TEXT NOT NULL,      -- JSON as it came
    on_behalf     TEXT NOT NULL,
    registered_at {int} NOT NULL
){strict};

CREATE TABLE acquis_note (
    id        {key},
    kind      TEXT NOT NULL CONSTRAINT acquis_note_kind CHECK (length(kind) > 0),
    about     TEXT NOT NULL,          -- "item:norm-f", "recommendation:KEY", "pillar:norms", "framework"
    author    TEXT NOT NULL,          -- "state:XXA", "organisation:KEY", "secretariat", "chair"
    revision  {int} NOT NULL,         -- of its newest version
    withdrawn {int}                   -- when; its versions stay
){strict};
CREATE INDEX acquis_note_about ON acquis_note (about, kind);
CREATE INDEX acquis_note_of_kind ON acquis_note (kind);
CREATE INDEX acquis_note_author ON acquis_note (author);

CREATE TABLE acquis_note_version (
    note       {int} NOT NULL CONSTRAINT acquis_note_version_note REFERENCES acquis_note (id),
    revision   {int} NOT NULL CONSTRAINT acquis_note_version_revision CHECK (revision > 0),
    title      TEXT NOT NULL,
    language   TEXT NOT NULL,
    fields     TEXT NOT NULL,         -- JSON object of texts, as its kind declares them
    by_body    TEXT NOT NULL,         -- on whose behalf this version was written
    written_at {int} NOT NULL,
    PRIMARY KEY (note, revision)
){strict};
