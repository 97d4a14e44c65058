-- SPDX-License-Identifier: Apache-2.0
-- Documents on the record that stand as reports: pointed at, not taken apart.

CREATE TABLE national_reports_source (
    id            {key},
    body          TEXT NOT NULL,                       -- "state:ALB", "organisation:pacific-islands-forum"
    year          {int} NOT NULL CONSTRAINT national_reports_source_year CHECK (year BETWEEN 2000 AND 2200),
    document      TEXT NOT NULL,                       -- slug
    symbol        TEXT NOT NULL,
    passages      TEXT NOT NULL,                       -- a line each: item, colon, anchor
    registered_by TEXT NOT NULL,                       -- body
    person        {int} NOT NULL,
    at            {int} NOT NULL,
    ended_at      {int}
){strict};
CREATE INDEX national_reports_source_year ON national_reports_source (year, body);
