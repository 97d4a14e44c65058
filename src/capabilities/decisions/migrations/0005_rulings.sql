-- SPDX-License-Identifier: Apache-2.0
-- Rulings of the Chair on points of order, with the appeal that a State made against one. Its question is a
-- vote like others, on the ruling and not on the proposal.

CREATE TABLE decisions_ruling (
    id          {key},
    proposal    {int} NOT NULL CONSTRAINT decisions_ruling_proposal REFERENCES decisions_proposal (id),
    raised_by   TEXT NOT NULL CONSTRAINT decisions_ruling_raised_by REFERENCES members_state (iso3),
    point       TEXT NOT NULL,
    ruling      TEXT NOT NULL,
    clause      TEXT NOT NULL,                           -- or rule of procedure, as the Chair names it
    ruled_at    {int} NOT NULL,
    ruled_by    {int} NOT NULL,                          -- person
    appealed_by TEXT CONSTRAINT decisions_ruling_appealed_by REFERENCES members_state (iso3),
    reasons     TEXT NOT NULL,                           -- of the appeal
    appealed_at {int},
    question    {int} CONSTRAINT decisions_ruling_question REFERENCES decisions_question (id),
    CONSTRAINT decisions_ruling_appeal
        CHECK ((appealed_by IS NULL) = (question IS NULL) AND (appealed_at IS NULL) = (question IS NULL))
){strict};
CREATE INDEX decisions_ruling_of ON decisions_ruling (proposal, id);

-- Of a vote on a ruling: which. Null: the question is on the proposal.
ALTER TABLE decisions_question ADD COLUMN ruling {int};
CREATE INDEX decisions_question_appeal ON decisions_question (proposal, id) WHERE ruling IS NOT NULL;
