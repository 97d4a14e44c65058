-- SPDX-License-Identifier: Apache-2.0
-- Documents, their language versions and passages; what cites what; what repeats what; the search index.

CREATE TABLE document (
    id                 {key},
    slug               TEXT NOT NULL CONSTRAINT document_slug UNIQUE,
    symbol             TEXT CONSTRAINT document_symbol UNIQUE,   -- NULL: a paper without one
    title              TEXT NOT NULL,
    kind               TEXT NOT NULL,
    day                {int},                                    -- NULL: not dated
    session            TEXT NOT NULL,
    agenda_item        TEXT NOT NULL,
    distribution       TEXT NOT NULL,
    original_languages TEXT NOT NULL,                            -- codes, by space
    submitted_by       TEXT NOT NULL,                            -- state:CAN, organisation:...; empty: nobody
    submitted_by_name  TEXT NOT NULL,
    part_of            {int} CONSTRAINT document_part_of REFERENCES document (id),
    audience           {int} NOT NULL CONSTRAINT document_audience CHECK (audience BETWEEN 0 AND 4),
    created_at         {int} NOT NULL,
    changed_at         {int} NOT NULL,
    withdrawn_at       {int},
    revision           {int} NOT NULL
){strict};
CREATE INDEX document_newest ON document (created_at, id);
CREATE INDEX document_by_kind ON document (kind, created_at, id);
CREATE INDEX document_submitted ON document (submitted_by, created_at, id);

CREATE TABLE document_version (
    id                {key},
    document          {int} NOT NULL CONSTRAINT document_version_document REFERENCES document (id),
    language          TEXT NOT NULL,
    number            {int} NOT NULL CONSTRAINT document_version_number CHECK (number > 0),
    is_current        {int} NOT NULL CONSTRAINT document_version_is_current CHECK (is_current IN (0, 1)),
    translation       TEXT NOT NULL CONSTRAINT document_version_translation
                      CHECK (translation IN ('original', 'official', 'unofficial')),
    translator        TEXT NOT NULL,
    title             TEXT NOT NULL,
    source_digest     {bytes} NOT NULL,
    source_file_name  TEXT NOT NULL,
    source_media_type TEXT NOT NULL,
    imported_at       {int} NOT NULL,
    imported_by       TEXT NOT NULL,
    passages          {int} NOT NULL,
    CONSTRAINT document_version_once UNIQUE (document, language, number)
){strict};
CREATE UNIQUE INDEX document_version_current ON document_version (document, language) WHERE is_current = 1;

-- key: version * 1048576 + ordinal, so a version's passages lie side by side and are read by one range scan.
CREATE TABLE document_passage (
    key     {int} PRIMARY KEY,
    kind    {int} NOT NULL CONSTRAINT document_passage_kind CHECK (kind BETWEEN 0 AND 9),
    level   {int} NOT NULL,
    anchor  TEXT NOT NULL,
    label   TEXT NOT NULL,
    number  TEXT NOT NULL,
    reply   TEXT NOT NULL,
    section TEXT NOT NULL,
    text    TEXT NOT NULL,
    marks   TEXT NOT NULL,
    page    {int},
    lines   TEXT NOT NULL,
    joined  TEXT NOT NULL
){strict};
CREATE UNIQUE INDEX document_passage_anchor ON document_passage (anchor, key);
CREATE INDEX document_passage_outline ON document_passage (kind, key);

CREATE TABLE document_reply (
    version   {int} NOT NULL CONSTRAINT document_reply_version REFERENCES document_version (id),
    ordinal   {int} NOT NULL,
    anchor    TEXT NOT NULL,
    name      TEXT NOT NULL,
    state     TEXT NOT NULL,                                     -- ISO 3166 alpha-3; empty: no State
    language  TEXT NOT NULL,                                     -- of the original; empty: not stated
    day       {int},
    first_key {int} NOT NULL,
    last_key  {int} NOT NULL,
    PRIMARY KEY (version, ordinal)
){strict};
CREATE INDEX document_reply_state ON document_reply (state, version);

CREATE TABLE document_citation (
    passage {int} NOT NULL CONSTRAINT document_citation_passage REFERENCES document_passage (key),
    symbol  TEXT NOT NULL,
    version {int} NOT NULL,
    PRIMARY KEY (passage, symbol)
){strict};
CREATE INDEX document_citation_symbol ON document_citation (symbol, passage);

-- What the importer saw: JSON, for people.
CREATE TABLE document_import (
    version   {int} PRIMARY KEY CONSTRAINT document_import_version REFERENCES document_version (id),
    remarks   TEXT NOT NULL,
    left_over TEXT NOT NULL
){strict};

-- Two texts (a whole document, anchor '', or one reply) of which one repeats the other. The left one is
-- a paper.
CREATE TABLE document_comparison (
    id            {key},
    left_version  {int} NOT NULL CONSTRAINT document_comparison_left REFERENCES document_version (id),
    left_anchor   TEXT NOT NULL,
    right_version {int} NOT NULL CONSTRAINT document_comparison_right REFERENCES document_version (id),
    right_anchor  TEXT NOT NULL,
    shared        {real} NOT NULL,
    made_at       {int} NOT NULL,
    CONSTRAINT document_comparison_once UNIQUE (left_version, left_anchor, right_version, right_anchor)
){strict};
CREATE INDEX document_comparison_right_side ON document_comparison (right_version, right_anchor);

CREATE TABLE document_comparison_pair (
    comparison {int} NOT NULL CONSTRAINT document_comparison_pair_of REFERENCES document_comparison (id),
    ordinal    {int} NOT NULL,
    left_key   {int},
    right_key  {int},
    overlap    {real} NOT NULL,
    equal      {int} NOT NULL,
    PRIMARY KEY (comparison, ordinal),
    CONSTRAINT document_comparison_pair_side CHECK (left_key IS NOT NULL OR right_key IS NOT NULL)
){strict};

CREATE TABLE document_sketch (
    sketch_key {int} NOT NULL,
    version    {int} NOT NULL CONSTRAINT document_sketch_version REFERENCES document_version (id),
    anchor     TEXT NOT NULL,
    PRIMARY KEY (sketch_key, version, anchor)
){strict};
CREATE INDEX document_sketch_of ON document_sketch (version);

-- One row a passage that can be found: its tokens, with those of its facets, as one text.
CREATE TABLE search_passage (
    passage  {int} PRIMARY KEY CONSTRAINT search_passage_of REFERENCES document_passage (key),
    document {int} NOT NULL,
    version  {int} NOT NULL,
    kind     {int} NOT NULL,
-- postgres:
    vector   TSVECTOR NOT NULL,
-- both:
    tokens   TEXT NOT NULL
){strict};
CREATE INDEX search_passage_version ON search_passage (version, passage);
-- sqlite:
CREATE VIRTUAL TABLE search_index USING fts5(
    tokens, content='search_passage', content_rowid='passage', tokenize='ascii', columnsize=0);
-- postgres:
CREATE INDEX search_index ON search_passage USING gin (vector);
-- both:

-- In how many indexed passages a token is.
CREATE TABLE search_token (
    token    TEXT PRIMARY KEY,
    passages {int} NOT NULL
){strict};

-- Words as they stand in the texts, folded, for "did you mean".
CREATE TABLE search_word (
    id       {key},
    language TEXT NOT NULL,
    word     TEXT NOT NULL,
    passages {int} NOT NULL,
    CONSTRAINT search_word_once UNIQUE (language, word)
){strict};
CREATE TABLE search_shape (
    shape {int} NOT NULL,
    word  {int} NOT NULL CONSTRAINT search_shape_word REFERENCES search_word (id),
    PRIMARY KEY (shape, word)
){strict};

-- How far a rebuild has come; no row: none is running.
CREATE TABLE search_rebuild (
    one        {int} PRIMARY KEY CONSTRAINT search_rebuild_one CHECK (one = 1),
    after_key  {int} NOT NULL,
    until_key  {int} NOT NULL,
    started_at {int} NOT NULL
){strict};
