-- SPDX-License-Identifier: Apache-2.0
-- Question sets, the positions that answer them with the passages they rest on, the claims of a summary and
-- the words it counts with.

CREATE TABLE views_question_set (
    version     {int} PRIMARY KEY CONSTRAINT views_question_set_version CHECK (version > 0),
    title       TEXT NOT NULL,
    digest      {bytes} NOT NULL,                    -- SHA-256 of the questions, as they were read
    imported_at {int} NOT NULL
){strict};

CREATE TABLE views_variable (
    question_set {int} NOT NULL CONSTRAINT views_variable_set REFERENCES views_question_set (version),
    ordinal      {int} NOT NULL,
    key          TEXT NOT NULL,
    group_key    TEXT NOT NULL,
    kind         {int} NOT NULL CONSTRAINT views_variable_kind CHECK (kind BETWEEN 0 AND 5),
    allowed      TEXT NOT NULL,                      -- JSON: ["annual", ...]
    accepts      TEXT NOT NULL,                      -- JSON: [["annual_or_biennial", "annual"], ...]
    description  TEXT NOT NULL,
    PRIMARY KEY (question_set, ordinal),
    CONSTRAINT views_variable_key UNIQUE (question_set, key)
){strict};

-- Who holds positions. A State's key is its body, so what is read of it and what it says of itself meet.
CREATE TABLE views_actor (
    key      TEXT PRIMARY KEY CONSTRAINT views_actor_key_form
             CHECK (key LIKE 'state:%' OR key LIKE 'organisation:%'),
    kind     {int} NOT NULL CONSTRAINT views_actor_kind CHECK (kind IN (0, 1)),
    code     TEXT NOT NULL CONSTRAINT views_actor_code UNIQUE,
    name     TEXT NOT NULL,
    language TEXT NOT NULL,                          -- of its paper, as the coding has it; empty: not said
    day      {int}                                   -- of its paper
){strict};

-- What holds now for one actor and one question: the reading of a coder, what coders agreed on, or the word
-- of the actor itself. `change` counts all changes of all positions, so what changed since can be asked for.
CREATE TABLE views_position (
    id           {key},
    question_set {int} NOT NULL CONSTRAINT views_position_set REFERENCES views_question_set (version),
    actor        TEXT NOT NULL CONSTRAINT views_position_actor REFERENCES views_actor (key),
    variable     TEXT NOT NULL,
    answer       TEXT NOT NULL,                      -- JSON; 'null' where it was withdrawn
    strength     {int} NOT NULL CONSTRAINT views_position_strength CHECK (strength BETWEEN 0 AND 3),
    origin       {int} NOT NULL CONSTRAINT views_position_origin CHECK (origin BETWEEN 0 AND 3),
    document     TEXT NOT NULL,                      -- slug; empty: no passage was found
    anchor       TEXT NOT NULL,                      -- of the passage
    quote        TEXT NOT NULL,                      -- the phrase it rests on
    locator      TEXT NOT NULL,                      -- the beginning of its sentence
    note         TEXT NOT NULL,
    coder        TEXT NOT NULL,
    change       {int} NOT NULL,
    revision     {int} NOT NULL,
    changed_at   {int} NOT NULL,
    CONSTRAINT views_position_once UNIQUE (question_set, actor, variable),
    CONSTRAINT views_position_variable FOREIGN KEY (question_set, variable)
        REFERENCES views_variable (question_set, key)
){strict};
CREATE INDEX views_position_change ON views_position (change);
CREATE INDEX views_position_variable ON views_position (question_set, variable);

-- How each coder reads the same cell: the first, the second, any more.
CREATE TABLE views_reading (
    position {int} NOT NULL CONSTRAINT views_reading_position REFERENCES views_position (id),
    coder    TEXT NOT NULL,
    answer   TEXT NOT NULL,                          -- JSON; 'null': reads no answer
    strength {int} NOT NULL CONSTRAINT views_reading_strength CHECK (strength BETWEEN 0 AND 3),
    quote    TEXT NOT NULL,
    note     TEXT NOT NULL,
    read_at  {int} NOT NULL,
    PRIMARY KEY (position, coder)
){strict};
CREATE INDEX views_reading_coder ON views_reading (coder, position);

-- Claims and bands, whole and as they were given: JSON. The newest version holds.
CREATE TABLE views_reference (
    name     TEXT NOT NULL CONSTRAINT views_reference_name CHECK (name IN ('claims', 'bands')),
    version  {int} NOT NULL CONSTRAINT views_reference_version CHECK (version > 0),
    digest   {bytes} NOT NULL,
    content  TEXT NOT NULL,
    kept_at  {int} NOT NULL,
    PRIMARY KEY (name, version)
){strict};
