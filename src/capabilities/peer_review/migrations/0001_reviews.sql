-- SPDX-License-Identifier: Apache-2.0
-- Voluntary reviews by peers: who is reviewed, who reviews, what was said, and who would review.

CREATE TABLE peer_review_review (
    id             {key},
    state          TEXT NOT NULL,                      -- ISO 3166-1 alpha-3
    scope          {int} NOT NULL CONSTRAINT peer_review_review_scope CHECK (scope IN (0, 1)), -- desk, visit
    procedure_key  TEXT NOT NULL,
    items          TEXT NOT NULL,                      -- keys of the framework with blanks between
    report_year    {int} NOT NULL,                     -- 0: no report is the subject
    report_survey  TEXT NOT NULL,
    known_to       {int} NOT NULL CONSTRAINT peer_review_review_known_to CHECK (known_to IN (1, 3, 4)),
    shown_to       {int} NOT NULL CONSTRAINT peer_review_review_shown_to CHECK (shown_to IN (1, 3, 4)),
    stage          {int} NOT NULL CONSTRAINT peer_review_review_stage CHECK (stage BETWEEN 0 AND 8),
    revision       {int} NOT NULL,
    volunteered_at {int} NOT NULL,
    paired_at      {int},
    finished_at    {int}
){strict};
CREATE INDEX peer_review_review_state ON peer_review_review (state, id);

CREATE TABLE peer_review_reviewer (
    review    {int} NOT NULL CONSTRAINT peer_review_reviewer_review REFERENCES peer_review_review (id),
    state     TEXT NOT NULL,
    standing  {int} NOT NULL CONSTRAINT peer_review_reviewer_standing CHECK (standing BETWEEN 0 AND 4),
    conflicts TEXT NOT NULL,                           -- empty: it declares that it has none
    at        {int} NOT NULL,
    PRIMARY KEY (review, state)
){strict};
CREATE INDEX peer_review_reviewer_state ON peer_review_reviewer (state, review);

CREATE TABLE peer_review_statement (
    id            {key},
    review        {int} NOT NULL CONSTRAINT peer_review_statement_review REFERENCES peer_review_review (id),
    kind          {int} NOT NULL CONSTRAINT peer_review_statement_kind CHECK (kind BETWEEN 0 AND 8),
    parent        {int} NOT NULL,                      -- statement; 0: none
    author        TEXT NOT NULL,                       -- "state:XXB", "organisation:KEY"
    text          TEXT NOT NULL,
    about         TEXT NOT NULL,
    audience      {int} NOT NULL,
    evidence      {int} NOT NULL CONSTRAINT peer_review_statement_evidence CHECK (evidence BETWEEN 0 AND 4),
    evidence_text TEXT NOT NULL,
    choice        TEXT NOT NULL,
    struck        {int} NOT NULL CONSTRAINT peer_review_statement_struck CHECK (struck IN (0, 1)),
    person        {int} NOT NULL,
    at            {int} NOT NULL
){strict};
CREATE INDEX peer_review_statement_of ON peer_review_statement (review, id);

-- States that say they would review others, until a day.
CREATE TABLE peer_review_volunteer (
    state     TEXT PRIMARY KEY,
    until_day {int} NOT NULL,
    words     TEXT NOT NULL,                           -- what it knows well; may be empty
    joined_at {int} NOT NULL,
    left_at   {int}
){strict};
