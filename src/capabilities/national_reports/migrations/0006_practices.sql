-- SPDX-License-Identifier: Apache-2.0
-- Answers that a State agrees to share in the library of practices.

CREATE TABLE national_reports_practice (
    report     {int} NOT NULL CONSTRAINT national_reports_practice_report
               REFERENCES national_reports_report (id),
    question   TEXT NOT NULL,
    title      TEXT NOT NULL,
    language   TEXT NOT NULL,                          -- of title and answer
    offered_at {int} NOT NULL,
    offered_by {int} NOT NULL,                         -- person
    note       {int} NOT NULL,                         -- in the library; 0: none so far
    PRIMARY KEY (report, question)
){strict};
