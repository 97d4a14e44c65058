-- SPDX-License-Identifier: Apache-2.0
-- What States undertake of their own free will, each step they told of it; and goals agreed together.

CREATE TABLE commitments_commitment (
    id           {key},
    state        TEXT NOT NULL,                        -- ISO 3166-1 alpha-3
    title        TEXT NOT NULL,
    words        TEXT NOT NULL,
    language     TEXT NOT NULL,                        -- of title and words
    item         TEXT NOT NULL,                        -- of the framework: "norm-f"; may be empty
    goal         TEXT NOT NULL,                        -- key of an agreed goal; may be empty
    need         {int} NOT NULL,                       -- of the list of needs; 0: none
    shown_by     TEXT NOT NULL,                        -- what will show it
    due          {int},
    stage        {int} NOT NULL CONSTRAINT commitments_commitment_stage CHECK (stage BETWEEN 0 AND 4),
                                                       -- planned, under way, done, changed, withdrawn
    revision     {int} NOT NULL,                       -- counts the steps
    published_at {int} NOT NULL
){strict};
CREATE INDEX commitments_commitment_item ON commitments_commitment (item);
CREATE INDEX commitments_commitment_state ON commitments_commitment (state);

-- Steps are added and never changed.
CREATE TABLE commitments_step (
    commitment {int} NOT NULL CONSTRAINT commitments_step_of REFERENCES commitments_commitment (id),
    number     {int} NOT NULL,                         -- from 1
    kind       {int} NOT NULL CONSTRAINT commitments_step_kind CHECK (kind BETWEEN 0 AND 2),
                                                       -- published, reported, reaffirmed
    stage      {int} NOT NULL CONSTRAINT commitments_step_stage CHECK (stage BETWEEN 0 AND 4),
    words      TEXT NOT NULL,
    evidence   TEXT NOT NULL,                          -- addresses, one a line
    at         {int} NOT NULL,
    person     {int} NOT NULL,
    PRIMARY KEY (commitment, number)
){strict};

CREATE TABLE commitments_goal (
    key       TEXT NOT NULL,
    version   {int} NOT NULL CONSTRAINT commitments_goal_version CHECK (version > 0),
    title     TEXT NOT NULL,
    text      TEXT NOT NULL,
    language  TEXT NOT NULL,
    indicator TEXT NOT NULL,                           -- of the catalogue of indicators
    year      {int} NOT NULL,                          -- by which it is to be reached
    states    {int} NOT NULL,                          -- at a level that counts; 0: no number was agreed
    proposal  {int} NOT NULL,
    symbol    TEXT NOT NULL,                           -- of the decision
    since     {int} NOT NULL,
    PRIMARY KEY (key, version)
){strict};
