-- SPDX-License-Identifier: Apache-2.0
-- Where a note comes from that nobody wrote as one: the address of a State's report.

ALTER TABLE acquis_note ADD COLUMN origin TEXT NOT NULL DEFAULT '';
