-- SPDX-License-Identifier: Apache-2.0
-- Needs that reports name, one row an entry: made with a release, revised and gone with it.

CREATE TABLE national_reports_need (
    id         {key},
    report     {int} NOT NULL CONSTRAINT national_reports_need_report REFERENCES national_reports_report (id),
    state      TEXT NOT NULL,                          -- ISO 3166-1 alpha-3, of the report
    year       {int} NOT NULL,                         -- of the report
    survey     TEXT NOT NULL,                          -- its key
    question   TEXT NOT NULL,
    entry      TEXT NOT NULL,                          -- which one of the answer, as needs.hpp makes it
    item       TEXT NOT NULL,                          -- "norm-f"; may be empty
    area       TEXT NOT NULL,                          -- key of an option; may be empty
    words      TEXT NOT NULL,                          -- the State's own; may be empty
    urgency    TEXT NOT NULL,
    wanted     TEXT NOT NULL,                          -- by when, as the State says
    note       TEXT NOT NULL,
    audience   {int} NOT NULL CONSTRAINT national_reports_need_audience CHECK (audience BETWEEN 0 AND 4),
    stage      {int} NOT NULL CONSTRAINT national_reports_need_stage CHECK (stage BETWEEN 0 AND 2),
                                                       -- open, met, withdrawn
    said       TEXT NOT NULL,                          -- what the State says of the stage
    release    {int} NOT NULL,                         -- number of the newest release that has it
    since      {int} NOT NULL,
    changed_at {int} NOT NULL,
    gone_at    {int},                                  -- no release that stands has it any more
    CONSTRAINT national_reports_need_once UNIQUE (report, question, entry)
){strict};
CREATE INDEX national_reports_need_item ON national_reports_need (item, area);
CREATE INDEX national_reports_need_state ON national_reports_need (state, year);

-- Who sees a need that is for named parties.
CREATE TABLE national_reports_need_party (
    need  {int} NOT NULL CONSTRAINT national_reports_need_party_of REFERENCES national_reports_need (id),
    party TEXT NOT NULL,
    PRIMARY KEY (need, party)
){strict};
