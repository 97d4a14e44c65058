-- SPDX-License-Identifier: Apache-2.0
-- What the mechanism agreed, each version by the decision that made it. Rows are added and never changed
-- or taken away: a further version ends the one before it.

CREATE TABLE decisions_agreed (
    kind       TEXT NOT NULL CONSTRAINT decisions_agreed_kind
               CHECK (kind IN ('acquis_item', 'recommendation', 'group', 'programme_of_work',
                               'survey_template', 'capacity_areas', 'fund', 'label', 'office',
                               'accreditation', 'outcome', 'transmission')),
    key        TEXT NOT NULL,
    version    {int} NOT NULL CONSTRAINT decisions_agreed_version CHECK (version > 0),
    title      TEXT NOT NULL,
    text       TEXT NOT NULL,
    attributes TEXT NOT NULL,                            -- JSON object of texts
    since      {int} NOT NULL,
    proposal   {int} NOT NULL CONSTRAINT decisions_agreed_proposal REFERENCES decisions_proposal (id),
    decision   TEXT NOT NULL,                            -- its symbol
    ends       {int} NOT NULL CONSTRAINT decisions_agreed_ends CHECK (ends IN (0, 1)),
    PRIMARY KEY (kind, key, version)
){strict};
CREATE INDEX decisions_agreed_by ON decisions_agreed (proposal);
