-- SPDX-License-Identifier: Apache-2.0
-- The way of a report from stage to stage, and organisations that a State lets help it.

CREATE TABLE national_reports_step (
    report   {int} NOT NULL CONSTRAINT national_reports_step_report REFERENCES national_reports_report (id),
    number   {int} NOT NULL,                           -- from 1
    verb     {int} NOT NULL CONSTRAINT national_reports_step_verb CHECK (verb BETWEEN 0 AND 5),
    stage    {int} NOT NULL CONSTRAINT national_reports_step_stage CHECK (stage BETWEEN 0 AND 4),
                                                       -- after the act
    revision {int} NOT NULL,                           -- of the report after the act
    note     TEXT NOT NULL,                            -- reason; may be empty
    person   {int} NOT NULL,
    at       {int} NOT NULL,
    PRIMARY KEY (report, number)
){strict};

CREATE TABLE national_reports_help (
    report       {int} NOT NULL CONSTRAINT national_reports_help_report
                 REFERENCES national_reports_report (id),
    organisation TEXT NOT NULL,                        -- key
    until        {int} NOT NULL,                       -- last day
    allowed_at   {int} NOT NULL,
    allowed_by   {int} NOT NULL,                       -- person
    ended_at     {int},                                -- ended before its day
    PRIMARY KEY (report, organisation)
){strict};
CREATE INDEX national_reports_help_of ON national_reports_help (organisation);
