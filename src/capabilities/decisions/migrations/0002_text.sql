-- SPDX-License-Identifier: Apache-2.0
-- The negotiated text. A row of a paragraph holds from one version up to before another: the newest version
-- is read from the rows that still stand, however many versions there were, and no version ever changes.

CREATE TABLE decisions_text (
    proposal {int} NOT NULL PRIMARY KEY
             CONSTRAINT decisions_text_proposal REFERENCES decisions_proposal (id),
    language TEXT NOT NULL,                              -- authentic for the negotiation
    newest   {int} NOT NULL,                             -- version
    last_key {int} NOT NULL,                             -- number in the last key given: keys come back never
    last_amendment {int} NOT NULL,                       -- number given last
    revision {int} NOT NULL                              -- of a draft: how often it was written anew
){strict};

CREATE TABLE decisions_text_version (
    proposal  {int} NOT NULL CONSTRAINT decisions_text_version_text REFERENCES decisions_text (proposal),
    version   {int} NOT NULL,
    cause     TEXT NOT NULL CONSTRAINT decisions_text_version_cause
              CHECK (cause IN ('begun', 'amended', 'compiled', 'reworded', 'moved', 'marked', 'undone')),
    paragraph TEXT NOT NULL,                             -- key, where it is about one
    amendment {int},                                     -- number, where one was accepted
    restored  {int},                                     -- version, where changes were undone
    made_at   {int} NOT NULL,
    made_by   {int} NOT NULL,                            -- person, 0: with the proposal
    PRIMARY KEY (proposal, version)
){strict};

CREATE TABLE decisions_paragraph (
    proposal     {int} NOT NULL CONSTRAINT decisions_paragraph_text REFERENCES decisions_text (proposal),
    key          TEXT NOT NULL,
    from_version {int} NOT NULL,
    to_version   {int},                                  -- the first that has it otherwise; null: it stands
    place        TEXT NOT NULL,
    text         TEXT NOT NULL,
    agreed       {int} NOT NULL CONSTRAINT decisions_paragraph_agreed CHECK (agreed IN (0, 1)),
    PRIMARY KEY (proposal, key, from_version),
    CONSTRAINT decisions_paragraph_span CHECK (to_version > from_version)
){strict};
CREATE UNIQUE INDEX decisions_paragraph_standing ON decisions_paragraph (proposal, key)
    WHERE to_version IS NULL;

-- Language versions: each made of a wording of its paragraph, known by its digest.
CREATE TABLE decisions_translation (
    id         {key},
    proposal   {int} NOT NULL CONSTRAINT decisions_translation_text REFERENCES decisions_text (proposal),
    key        TEXT NOT NULL,
    language   TEXT NOT NULL,
    version    {int} NOT NULL,                           -- of the text it was made of
    wording    {bytes} NOT NULL,                         -- SHA-256 of that paragraph
    text       TEXT NOT NULL,
    made_at    {int} NOT NULL,
    made_by    {int} NOT NULL,
    superseded {int} NOT NULL
){strict};
CREATE UNIQUE INDEX decisions_translation_standing ON decisions_translation (proposal, language, key)
    WHERE superseded = 0;

CREATE TABLE decisions_amendment (
    id         {key},
    proposal   {int} NOT NULL CONSTRAINT decisions_amendment_text REFERENCES decisions_text (proposal),
    number     {int} NOT NULL,
    parent     {int} NOT NULL,                           -- number; 0: to the text
    replaces   {int} NOT NULL,                           -- number; 0: none
    made_for   TEXT NOT NULL,                            -- "state:XXA", "chair"
    attributed {int} NOT NULL CONSTRAINT decisions_amendment_attributed CHECK (attributed IN (0, 1)),
    kind       TEXT NOT NULL CONSTRAINT decisions_amendment_kind
               CHECK (kind IN ('replace', 'insert_before', 'insert_after', 'remove', 'move')),
    target     TEXT NOT NULL,
    beside     TEXT NOT NULL,
    text       TEXT NOT NULL,
    base       TEXT NOT NULL,
    version    {int} NOT NULL,
    reason     TEXT NOT NULL,
    stage      TEXT NOT NULL CONSTRAINT decisions_amendment_stage
               CHECK (stage IN ('open', 'accepted', 'set_aside', 'withdrawn', 'superseded')),
    made_at    {int} NOT NULL,
    made_by    {int} NOT NULL,
    ended_at   {int},
    ended_in   {int} NOT NULL,                           -- version; 0: none
    CONSTRAINT decisions_amendment_number UNIQUE (proposal, number),
    CONSTRAINT decisions_amendment_end CHECK ((stage = 'open') = (ended_at IS NULL))
){strict};
CREATE INDEX decisions_amendment_open ON decisions_amendment (proposal, number) WHERE stage = 'open';
CREATE INDEX decisions_amendment_ended ON decisions_amendment (proposal, ended_in);

-- What States declared on paragraphs, with what they declared before.
CREATE TABLE decisions_position (
    id          {key},
    proposal    {int} NOT NULL CONSTRAINT decisions_position_text REFERENCES decisions_text (proposal),
    paragraph   TEXT NOT NULL,                           -- key; empty: the whole text
    state       TEXT NOT NULL CONSTRAINT decisions_position_state REFERENCES members_state (iso3),
    kind        TEXT NOT NULL CONSTRAINT decisions_position_kind
                CHECK (kind IN ('support', 'can_live_with', 'reservation', 'objection')),
    told        TEXT NOT NULL CONSTRAINT decisions_position_told
                CHECK (told IN ('chair', 'states', 'public')),
    words       TEXT NOT NULL,
    version     {int} NOT NULL,
    wording     {bytes} NOT NULL,                        -- SHA-256 of the paragraph then
    declared_at {int} NOT NULL,
    declared_by {int} NOT NULL,
    ended_at    {int}
){strict};
CREATE UNIQUE INDEX decisions_position_standing ON decisions_position (proposal, paragraph, state)
    WHERE ended_at IS NULL;
