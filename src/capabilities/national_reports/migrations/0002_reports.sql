-- SPDX-License-Identifier: Apache-2.0
-- Reports of States: answers as they are being filled in with their history, releases that never change.

CREATE TABLE national_reports_report (
    id           {key},
    state        TEXT NOT NULL,                        -- ISO 3166-1 alpha-3
    survey       {int} NOT NULL CONSTRAINT national_reports_report_survey
                 REFERENCES national_reports_survey (id),
    year         {int} NOT NULL CONSTRAINT national_reports_report_year CHECK (year BETWEEN 2000 AND 2200),
    stage        {int} NOT NULL CONSTRAINT national_reports_report_stage CHECK (stage BETWEEN 0 AND 4),
    revision     {int} NOT NULL,                       -- counts every change; what an approver has read
    opened_at    {int} NOT NULL,
    opened_by    {int} NOT NULL,                       -- person
    submitted_at {int},                                -- of the newest release
    release      {int} NOT NULL,                       -- number of the newest; 0: none
    CONSTRAINT national_reports_report_once UNIQUE (state, survey, year)
){strict};
CREATE INDEX national_reports_report_year ON national_reports_report (year, state);

CREATE TABLE national_reports_answer (
    report     {int} NOT NULL CONSTRAINT national_reports_answer_report
               REFERENCES national_reports_report (id),
    question   TEXT NOT NULL,
    answer     TEXT NOT NULL,                          -- JSON, as answer.hpp writes it
    sharing    TEXT NOT NULL,
    revision   {int} NOT NULL,
    origin     TEXT NOT NULL,                          -- "report:12", "import"; empty: typed
    confirmed  {int} NOT NULL CONSTRAINT national_reports_answer_confirmed CHECK (confirmed IN (0, 1)),
    changed_at {int} NOT NULL,
    changed_by {int} NOT NULL,                         -- person
    PRIMARY KEY (report, question)
){strict};

-- Every text an answer ever had, and every text that came too late to be it: nothing typed is lost.
CREATE TABLE national_reports_answer_version (
    report     {int} NOT NULL CONSTRAINT national_reports_answer_version_report
               REFERENCES national_reports_report (id),
    question   TEXT NOT NULL,
    number     {int} NOT NULL,                         -- from 1, in the order they came
    answer     TEXT NOT NULL,
    revision   {int} NOT NULL,                         -- of the answer it became; 0: it stands beside
    base       {int} NOT NULL,                         -- the revision its author had seen
    origin     TEXT NOT NULL,
    at         {int} NOT NULL,
    person     {int} NOT NULL,
    settled_at {int},                                  -- of one beside: when a person chose
    PRIMARY KEY (report, question, number)
){strict};
CREATE INDEX national_reports_answer_beside ON national_reports_answer_version (report, revision);

CREATE TABLE national_reports_task (
    report   {int} NOT NULL CONSTRAINT national_reports_task_report REFERENCES national_reports_report (id),
    section  TEXT NOT NULL,
    ministry TEXT NOT NULL,                            -- as the capital calls it; may be empty
    person   {int} NOT NULL,                           -- 0: nobody yet
    due      {int},
    state    {int} NOT NULL CONSTRAINT national_reports_task_state CHECK (state IN (0, 1)), -- open, ready
    set_at   {int} NOT NULL,
    PRIMARY KEY (report, section)
){strict};

CREATE TABLE national_reports_comment (
    id       {key},
    report   {int} NOT NULL CONSTRAINT national_reports_comment_report
             REFERENCES national_reports_report (id),
    question TEXT NOT NULL,
    text     TEXT NOT NULL,
    person   {int} NOT NULL,
    at       {int} NOT NULL,
    settled  {int} NOT NULL CONSTRAINT national_reports_comment_settled CHECK (settled IN (0, 1))
){strict};
CREATE INDEX national_reports_comment_of ON national_reports_comment (report, question);

CREATE TABLE national_reports_release (
    report       {int} NOT NULL CONSTRAINT national_reports_release_report
                 REFERENCES national_reports_report (id),
    number       {int} NOT NULL,                       -- from 1
    digest       {bytes} NOT NULL,                     -- of what was released, as the journal has it
    at           {int} NOT NULL,
    approved_by  {int} NOT NULL,                       -- person
    withdrawn_at {int},
    PRIMARY KEY (report, number)
){strict};

-- The answers of releases. Rows of a release that was withdrawn are taken out of view by its
-- withdrawn_at; audience is the number of base/audience.hpp.
CREATE TABLE national_reports_released (
    report   {int} NOT NULL,
    number   {int} NOT NULL,
    question TEXT NOT NULL,
    ordinal  {int} NOT NULL,                           -- place in the survey
    answer   TEXT NOT NULL,
    audience {int} NOT NULL CONSTRAINT national_reports_released_audience CHECK (audience BETWEEN 0 AND 4),
    counted  {int} NOT NULL CONSTRAINT national_reports_released_counted CHECK (counted IN (0, 1)),
    parties  TEXT NOT NULL,                            -- by comma
    PRIMARY KEY (report, number, question),
    CONSTRAINT national_reports_released_of FOREIGN KEY (report, number)
        REFERENCES national_reports_release (report, number)
){strict};
CREATE INDEX national_reports_released_question ON national_reports_released (question, report, number);
