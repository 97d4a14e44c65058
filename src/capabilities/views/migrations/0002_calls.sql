-- SPDX-License-Identifier: Apache-2.0
-- Calls for views: their deadlines and extensions, reminders, what came in, and consultations.

CREATE TABLE views_call (
    id                   {key},
    slug                 TEXT NOT NULL CONSTRAINT views_call_slug UNIQUE,
    title                TEXT NOT NULL,
    mandate_symbol       TEXT NOT NULL,
    mandate_paragraph    TEXT NOT NULL,
    questions            TEXT NOT NULL,                  -- empty: none asked
    called               {int} NOT NULL CONSTRAINT views_call_called CHECK (called IN (0, 1)),
    stakeholders_invited {int} NOT NULL CONSTRAINT views_call_stakeholders
                         CHECK (stakeholders_invited IN (0, 1)),
    stakeholder_words    {int} NOT NULL CONSTRAINT views_call_stakeholder_words
                         CHECK (stakeholder_words >= 0), -- most words of a stakeholder's paper; 0: no limit
    languages            TEXT NOT NULL,                  -- codes, by space
    audience             {int} NOT NULL CONSTRAINT views_call_audience CHECK (audience IN (3, 4)),
    opening              {int} NOT NULL,
    deadline             {int} NOT NULL,                 -- the first; see views_call_extension
    announcement         TEXT NOT NULL,
    reminder_days        TEXT NOT NULL,                  -- planned; days, by space
    opened_at            {int} NOT NULL,
    opened_by            TEXT NOT NULL,
    closed_at            {int},                          -- NULL: not closed for good
    revision             {int} NOT NULL,
    CONSTRAINT views_call_order CHECK (deadline >= opening)
){strict};
CREATE INDEX views_call_newest ON views_call (opened_at, id);

CREATE TABLE views_call_extension (
    call           {int} NOT NULL CONSTRAINT views_call_extension_call REFERENCES views_call (id),
    number         {int} NOT NULL,
    from_day       {int} NOT NULL,
    to_day         {int} NOT NULL,
    reason         TEXT NOT NULL,
    after_deadline {int} NOT NULL,
    decided_at     {int} NOT NULL,
    decided_by     TEXT NOT NULL,
    PRIMARY KEY (call, number),
    CONSTRAINT views_call_extension_later CHECK (to_day > from_day)
){strict};

CREATE TABLE views_call_reminder (
    call        {int} NOT NULL CONSTRAINT views_call_reminder_call REFERENCES views_call (id),
    number      {int} NOT NULL,
    day         {int} NOT NULL,
    text        TEXT NOT NULL,
    channel     TEXT NOT NULL,
    reminded    TEXT NOT NULL,                           -- ISO3, by space
    recorded_at {int} NOT NULL,
    recorded_by TEXT NOT NULL,
    PRIMARY KEY (call, number)
){strict};

CREATE TABLE views_consultation (
    id          {key},
    call        {int} NOT NULL CONSTRAINT views_consultation_call REFERENCES views_call (id),
    number      {int} NOT NULL,
    day         {int} NOT NULL,
    place       TEXT NOT NULL,
    held_by     TEXT NOT NULL,
    states      TEXT NOT NULL,                           -- ISO3, by space
    document    TEXT NOT NULL,                           -- slug of its record
    recorded_at {int} NOT NULL,
    recorded_by TEXT NOT NULL,
    CONSTRAINT views_consultation_once UNIQUE (call, number)
){strict};

CREATE TABLE views_submission (
    id           {key},
    call         {int} NOT NULL CONSTRAINT views_submission_call REFERENCES views_call (id),
    number       {int} NOT NULL,
    actor        TEXT NOT NULL,                          -- state:CAN, organisation:...
    kind         {int} NOT NULL CONSTRAINT views_submission_kind CHECK (kind IN (0, 1)),
    was_called   {int} NOT NULL,
    language     TEXT NOT NULL,
    source       {int} NOT NULL CONSTRAINT views_submission_source CHECK (source BETWEEN 0 AND 3),
    received_at  {int} NOT NULL,
    day_only     {int} NOT NULL,
    deadline     {int} NOT NULL,                         -- that held when it came
    late         {int} NOT NULL CONSTRAINT views_submission_late CHECK (late IN (0, 1)),
    channel      TEXT NOT NULL,
    document     TEXT NOT NULL,
    section      TEXT NOT NULL,
    own_document {int} NOT NULL,
    consultation {int} CONSTRAINT views_submission_consultation REFERENCES views_consultation (id),
    superseded   {int} NOT NULL CONSTRAINT views_submission_superseded CHECK (superseded IN (0, 1)),
    withdrawn_at {int},
    recorded_at  {int} NOT NULL,
    recorded_by  TEXT NOT NULL,
    CONSTRAINT views_submission_once UNIQUE (call, number),
    CONSTRAINT views_submission_of_consultation CHECK ((source = 3) = (consultation IS NOT NULL))
){strict};
CREATE UNIQUE INDEX views_submission_stands ON views_submission (call, actor)
    WHERE superseded = 0 AND withdrawn_at IS NULL;
CREATE INDEX views_submission_actor ON views_submission (actor, call);
