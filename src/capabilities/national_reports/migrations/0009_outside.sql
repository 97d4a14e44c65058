-- SPDX-License-Identifier: Apache-2.0
-- Figures that somebody outside published, each set with its source; never added to what States report.

CREATE TABLE national_reports_outside (
    id             {key},
    indicator      TEXT NOT NULL,
    title          TEXT NOT NULL,
    unit           TEXT NOT NULL,
    source_title   TEXT NOT NULL,
    source_address TEXT NOT NULL,
    source_day     {int} NOT NULL,
    licence        TEXT NOT NULL,
    digest         {bytes} NOT NULL,                   -- SHA-256 of the file
    imported_by    TEXT NOT NULL,                      -- body
    person         {int} NOT NULL,
    at             {int} NOT NULL,
    ended_at       {int}
){strict};

CREATE TABLE national_reports_outside_value (
    data    {int} NOT NULL CONSTRAINT national_reports_outside_value_data
            REFERENCES national_reports_outside (id),
    state   TEXT NOT NULL,                             -- ISO 3166-1 alpha-3
    year    {int} NOT NULL,
    value   TEXT NOT NULL,                             -- as published
    PRIMARY KEY (data, state, year)
){strict};
