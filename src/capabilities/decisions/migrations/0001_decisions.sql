-- SPDX-License-Identifier: Apache-2.0
-- Proposals, the questions put on them, and what States did about each. What a State did is never changed or
-- taken away: a withdrawal and a correction stand beside it.

CREATE TABLE decisions_proposal (
    id              {key},
    symbol          TEXT CONSTRAINT decisions_proposal_symbol UNIQUE,            -- once tabled
    decision_symbol TEXT CONSTRAINT decisions_proposal_decision_symbol UNIQUE,   -- once adopted
    stage           TEXT NOT NULL CONSTRAINT decisions_proposal_stage
                    CHECK (stage IN ('draft', 'tabled', 'under_discussion', 'before_the_body', 'in_mediation',
                                     'adopted', 'blocked', 'withdrawn', 'lapsed')),
    proposer        TEXT NOT NULL,                       -- as the journal's on_behalf, or "group:ID"
    title           TEXT NOT NULL,
    agenda_item     TEXT NOT NULL,
    body            TEXT NOT NULL,
    effect          TEXT NOT NULL,
    effect_fields   TEXT NOT NULL,                       -- JSON
    matter          TEXT NOT NULL,
    language        TEXT NOT NULL,
    evidence        TEXT NOT NULL,
    meeting_day     {int},
    resumes_day     {int},
    drafted_at      {int} NOT NULL,
    drafted_by      {int} NOT NULL,                      -- person
    tabled_at       {int},
    ended_at        {int},
    revision        {int} NOT NULL,
    CONSTRAINT decisions_proposal_adopted CHECK ((stage = 'adopted') = (decision_symbol IS NOT NULL)),
    CONSTRAINT decisions_proposal_tabled CHECK (stage IN ('draft', 'withdrawn') OR symbol IS NOT NULL)
){strict};
CREATE INDEX decisions_proposal_by_stage ON decisions_proposal (stage, id);

-- Symbols are counted a year and a series, without gaps.
CREATE TABLE decisions_counter (
    series TEXT NOT NULL,
    year   {int} NOT NULL,
    last   {int} NOT NULL,
    PRIMARY KEY (series, year)
){strict};

CREATE TABLE decisions_sponsor (
    proposal {int} NOT NULL CONSTRAINT decisions_sponsor_proposal REFERENCES decisions_proposal (id),
    state    TEXT NOT NULL CONSTRAINT decisions_sponsor_state REFERENCES members_state (iso3),
    since    {int} NOT NULL,
    left_at  {int},
    PRIMARY KEY (proposal, state)
){strict};

CREATE TABLE decisions_question (
    id              {key},
    proposal        {int} NOT NULL CONSTRAINT decisions_question_proposal REFERENCES decisions_proposal (id),
    asked           TEXT NOT NULL CONSTRAINT decisions_question_asked
                    CHECK (asked IN ('consensus', 'silence', 'non_objection', 'vote')),
    applied         TEXT NOT NULL,                       -- the rule, JSON
    charter_version {int} NOT NULL CONSTRAINT decisions_question_charter REFERENCES charter_version (version),
    text_version    {int} NOT NULL,
    roll_call       {int} NOT NULL CONSTRAINT decisions_question_roll_call CHECK (roll_call IN (0, 1)),
    members         {int} NOT NULL,
    put_at          {int} NOT NULL,
    closes_at       {int},
    ended_at        {int},
    outcome         TEXT,
    taken_back      TEXT NOT NULL,
    in_favour       {int} NOT NULL,
    against         {int} NOT NULL,
    abstaining      {int} NOT NULL,
    objections      {int} NOT NULL,
    CONSTRAINT decisions_question_end
        CHECK ((ended_at IS NOT NULL) = (outcome IS NOT NULL OR taken_back <> ''))
){strict};
CREATE INDEX decisions_question_of ON decisions_question (proposal, id);
CREATE INDEX decisions_question_open ON decisions_question (closes_at, id) WHERE ended_at IS NULL;

-- The States that could take part, as they were when the question was put.
CREATE TABLE decisions_entitled (
    question {int} NOT NULL CONSTRAINT decisions_entitled_question REFERENCES decisions_question (id),
    state    TEXT NOT NULL,
    PRIMARY KEY (question, state)
){strict};

CREATE TABLE decisions_objection (
    id           {key},
    question     {int} NOT NULL,
    state        TEXT NOT NULL,
    grounds      TEXT NOT NULL,
    lodged_at    {int} NOT NULL,
    lodged_by    {int} NOT NULL,                         -- person
    withdrawn_at {int},
    CONSTRAINT decisions_objection_entitled FOREIGN KEY (question, state)
        REFERENCES decisions_entitled (question, state)
){strict};
CREATE INDEX decisions_objection_of ON decisions_objection (question, state, id);
-- One that stands a State: never two, whoever was faster.
CREATE UNIQUE INDEX decisions_objection_standing ON decisions_objection (question, state)
    WHERE withdrawn_at IS NULL;

CREATE TABLE decisions_vote (
    question     {int} NOT NULL,
    state        TEXT NOT NULL,
    voice        TEXT NOT NULL CONSTRAINT decisions_vote_voice CHECK (voice IN ('yes', 'no', 'abstain')),
    cast_at      {int} NOT NULL,
    cast_by      {int} NOT NULL,                         -- person
    corrected    TEXT,
    corrected_at {int},
    PRIMARY KEY (question, state),
    CONSTRAINT decisions_vote_entitled FOREIGN KEY (question, state)
        REFERENCES decisions_entitled (question, state)
){strict};

-- What a State says of its position: before or after the question, a dissociation from a paragraph, a right
-- of reply. Said once, it stands.
CREATE TABLE decisions_statement (
    id        {key},
    proposal  {int} NOT NULL CONSTRAINT decisions_statement_proposal REFERENCES decisions_proposal (id),
    question  {int},
    state     TEXT NOT NULL,
    kind      TEXT NOT NULL CONSTRAINT decisions_statement_kind
              CHECK (kind IN ('before', 'after', 'dissociation', 'reply')),
    paragraph TEXT NOT NULL,                             -- of a dissociation: its key; else empty
    text      TEXT NOT NULL,
    made_at   {int} NOT NULL,
    made_by   {int} NOT NULL
){strict};
CREATE INDEX decisions_statement_of ON decisions_statement (proposal, id);

-- What a decision did: the lines of its effect, as they were when it was adopted.
CREATE TABLE decisions_effect (
    proposal   {int} NOT NULL PRIMARY KEY
               CONSTRAINT decisions_effect_proposal REFERENCES decisions_proposal (id),
    subject    TEXT NOT NULL,
    url        TEXT NOT NULL,
    changes    TEXT NOT NULL,                            -- JSON
    applied_at {int} NOT NULL
){strict};
