-- SPDX-License-Identifier: Apache-2.0
-- A dissociation is from a wording: the version in which the State read the paragraph, and that wording's
-- digest. Null: a statement on the whole, or one made before this was kept.

ALTER TABLE decisions_statement ADD COLUMN text_version {int};
ALTER TABLE decisions_statement ADD COLUMN wording {bytes};
CREATE INDEX decisions_statement_replies ON decisions_statement (state, kind);
CREATE INDEX decisions_proposal_by_item ON decisions_proposal (agenda_item, meeting_day);
CREATE INDEX decisions_proposal_in_mediation ON decisions_proposal (resumes_day) WHERE stage = 'in_mediation';
