-- SPDX-License-Identifier: Apache-2.0
-- Survey templates, each version whole; a decision makes one the version in use.

CREATE TABLE national_reports_survey (
    id         {key},
    key        TEXT NOT NULL,
    version    {int} NOT NULL CONSTRAINT national_reports_survey_version CHECK (version > 0),
    stage      {int} NOT NULL CONSTRAINT national_reports_survey_stage CHECK (stage IN (0, 1, 2)),
                                                       -- draft, in use, replaced
    content    TEXT NOT NULL,                          -- JSON, as survey_file.hpp writes it
    digest     {bytes} NOT NULL,                       -- SHA-256 of content
    revision   {int} NOT NULL,                         -- of a draft
    made_by    TEXT NOT NULL,                          -- body: "secretariat", "state:..."
    made_at    {int} NOT NULL,
    adopted_at {int},
    decision   TEXT NOT NULL,                          -- symbol; empty while it is a draft
    CONSTRAINT national_reports_survey_once UNIQUE (key, version)
){strict};
