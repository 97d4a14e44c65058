-- SPDX-License-Identifier: Apache-2.0
-- What States ask each other about released answers, in writing, for the slot of a report at a meeting.

CREATE TABLE national_reports_asked (
    id          {key},
    report      {int} NOT NULL CONSTRAINT national_reports_asked_report
                REFERENCES national_reports_report (id),
    question    TEXT NOT NULL,                         -- of the survey: the issue
    asked_by    TEXT NOT NULL,                         -- body: "state:..."
    words       TEXT NOT NULL,
    outcome     TEXT NOT NULL,                         -- what is expected of the answer
    asked_at    {int} NOT NULL,
    person      {int} NOT NULL,
    answer      TEXT NOT NULL,                         -- empty: none yet
    answered_at {int}
){strict};
CREATE INDEX national_reports_asked_of ON national_reports_asked (report);
