-- SPDX-License-Identifier: Apache-2.0
-- Files that stand as evidence in answers. Their bytes lie beside the database under their digest; a row says
-- that a report may speak of them. An answer names those that belong to it, in every version it had.

CREATE TABLE national_reports_evidence (
    report       {int} NOT NULL CONSTRAINT national_reports_evidence_report
                 REFERENCES national_reports_report (id),
    digest       {bytes} NOT NULL,                     -- SHA-256
    name         TEXT NOT NULL,                        -- as it was called when it came
    content_type TEXT NOT NULL,                        -- as its bytes say
    bytes        {int} NOT NULL CONSTRAINT national_reports_evidence_bytes CHECK (bytes > 0),
    at           {int} NOT NULL,
    person       {int} NOT NULL,
    PRIMARY KEY (report, digest)
){strict};
