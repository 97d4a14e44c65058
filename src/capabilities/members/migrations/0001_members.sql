-- SPDX-License-Identifier: Apache-2.0
-- The reference data as it was loaded, whole and as text, and the keys that other tables refer to.

CREATE TABLE members_reference (
    name      TEXT PRIMARY KEY CONSTRAINT members_reference_name CHECK (name IN ('members', 'organisations')),
    digest    {bytes} NOT NULL,   -- SHA-256 of content
    content   TEXT NOT NULL,      -- JSON
    loaded_at {int} NOT NULL
){strict};

-- A State or organisation that left the data keeps its row, so that what refers to it stands.
CREATE TABLE members_state (
    iso3      TEXT PRIMARY KEY CONSTRAINT members_state_iso3 CHECK (length(iso3) = 3),
    is_listed {int} NOT NULL CONSTRAINT members_state_is_listed CHECK (is_listed IN (0, 1))
){strict};

CREATE TABLE members_organisation (
    key       TEXT PRIMARY KEY CONSTRAINT members_organisation_key CHECK (length(key) > 0),
    is_listed {int} NOT NULL CONSTRAINT members_organisation_is_listed CHECK (is_listed IN (0, 1))
){strict};
