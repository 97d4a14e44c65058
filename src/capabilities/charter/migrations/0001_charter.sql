-- SPDX-License-Identifier: Apache-2.0
-- The charter in force and those before it, States' affirmations of their commitment, and the register of
-- processes on the same matter.

-- Whole charters, every clause written out; nothing is ever changed or taken away here. Version 1 is the one
-- the mechanism was founded with.
CREATE TABLE charter_version (
    version {int} PRIMARY KEY CONSTRAINT charter_version_number CHECK (version > 0),
    text    TEXT NOT NULL,
    digest  {bytes} NOT NULL,                        -- SHA-256 of the text
    since   {int} NOT NULL,
    reason  TEXT NOT NULL                            -- "founding", or the decision that brought it into force
){strict};

CREATE TABLE charter_affirmation (
    state       TEXT PRIMARY KEY CONSTRAINT charter_affirmation_state REFERENCES members_state (iso3),
    level       TEXT NOT NULL CONSTRAINT charter_affirmation_level
                CHECK (level IN ('head_of_state', 'head_of_government', 'minister', 'representative')),
    statement   TEXT NOT NULL,                       -- the State's own words; may be empty
    affirmed_at {int} NOT NULL
){strict};

CREATE TABLE charter_process (
    key      TEXT PRIMARY KEY,
    title    TEXT NOT NULL,
    mandate  TEXT NOT NULL,                          -- symbol of the resolution or decision it rests on
    part     TEXT NOT NULL CONSTRAINT charter_process_part
             CHECK (part IN ('predecessor', 'same_matter', 'other')),
    from_day {int} NOT NULL,
    to_day   {int},
    recorded_at {int} NOT NULL,
    CONSTRAINT charter_process_days CHECK (to_day IS NULL OR to_day >= from_day)
){strict};
