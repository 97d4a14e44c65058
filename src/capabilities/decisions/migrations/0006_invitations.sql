-- SPDX-License-Identifier: Apache-2.0
-- States that were asked to read a draft before it is tabled, and to sponsor it.

CREATE TABLE decisions_invitation (
    proposal   {int} NOT NULL CONSTRAINT decisions_invitation_proposal REFERENCES decisions_proposal (id),
    state      TEXT NOT NULL CONSTRAINT decisions_invitation_state REFERENCES members_state (iso3),
    invited_at {int} NOT NULL,
    invited_by {int} NOT NULL,                           -- person
    ended_at   {int},
    PRIMARY KEY (proposal, state)
){strict};
CREATE INDEX decisions_invitation_to ON decisions_invitation (state, proposal) WHERE ended_at IS NULL;
