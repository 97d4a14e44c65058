-- SPDX-License-Identifier: Apache-2.0
-- What was tabled and what ended in a year is found by its day: the activities of a year are a public page,
-- and the record only grows.

CREATE INDEX decisions_proposal_tabled ON decisions_proposal (tabled_at, id) WHERE tabled_at IS NOT NULL;
CREATE INDEX decisions_question_ended ON decisions_question (ended_at, id) WHERE ended_at IS NOT NULL;
