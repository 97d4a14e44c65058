-- SPDX-License-Identifier: Apache-2.0
-- The States that may take part are the same for one question after another: a list is kept once and never
-- changes, and a question names the one it was put to. That who objects or votes stands in it is what the
-- commands ask; the list was two hundred rows a question before.

CREATE TABLE decisions_electorate (
    id     {key},
    states TEXT NOT NULL CONSTRAINT decisions_electorate_states UNIQUE   -- ISO3, in order, a space between
){strict};
ALTER TABLE decisions_question ADD COLUMN electorate {int}
    CONSTRAINT decisions_question_electorate REFERENCES decisions_electorate (id);

-- sqlite:
CREATE TABLE decisions_listed AS
    SELECT question, group_concat(state, ' ') AS states
    FROM (SELECT question, state FROM decisions_entitled ORDER BY question, state) GROUP BY question;
-- postgres:
CREATE TABLE decisions_listed AS
    SELECT question, string_agg(state, ' ' ORDER BY state COLLATE "C") AS states
    FROM decisions_entitled GROUP BY question;
-- both:
INSERT INTO decisions_electorate (states) SELECT DISTINCT states FROM decisions_listed;
UPDATE decisions_question SET electorate = (
    SELECT e.id FROM decisions_listed l JOIN decisions_electorate e ON e.states = l.states
    WHERE l.question = decisions_question.id);
DROP TABLE decisions_listed;

-- postgres:
ALTER TABLE decisions_objection DROP CONSTRAINT decisions_objection_entitled;
ALTER TABLE decisions_objection ADD CONSTRAINT decisions_objection_question
    FOREIGN KEY (question) REFERENCES decisions_question (id);
ALTER TABLE decisions_vote DROP CONSTRAINT decisions_vote_entitled;
ALTER TABLE decisions_vote ADD CONSTRAINT decisions_vote_question
    FOREIGN KEY (question) REFERENCES decisions_question (id);
-- sqlite:
CREATE TABLE decisions_objection_kept (
    id           {key},
    question     {int} NOT NULL CONSTRAINT decisions_objection_question REFERENCES decisions_question (id),
    state        TEXT NOT NULL,
    grounds      TEXT NOT NULL,
    lodged_at    {int} NOT NULL,
    lodged_by    {int} NOT NULL,                         -- person
    withdrawn_at {int}
){strict};
INSERT INTO decisions_objection_kept
    SELECT id, question, state, grounds, lodged_at, lodged_by, withdrawn_at
    FROM decisions_objection ORDER BY id;
DROP TABLE decisions_objection;
ALTER TABLE decisions_objection_kept RENAME TO decisions_objection;
CREATE INDEX decisions_objection_of ON decisions_objection (question, state, id);
CREATE UNIQUE INDEX decisions_objection_standing ON decisions_objection (question, state)
    WHERE withdrawn_at IS NULL;
CREATE TABLE decisions_vote_kept (
    question     {int} NOT NULL CONSTRAINT decisions_vote_question REFERENCES decisions_question (id),
    state        TEXT NOT NULL,
    voice        TEXT NOT NULL CONSTRAINT decisions_vote_voice CHECK (voice IN ('yes', 'no', 'abstain')),
    cast_at      {int} NOT NULL,
    cast_by      {int} NOT NULL,                         -- person
    corrected    TEXT,
    corrected_at {int},
    PRIMARY KEY (question, state)
){strict};
INSERT INTO decisions_vote_kept
    SELECT question, state, voice, cast_at, cast_by, corrected, corrected_at FROM decisions_vote;
DROP TABLE decisions_vote;
ALTER TABLE decisions_vote_kept RENAME TO decisions_vote;
-- both:
DROP TABLE decisions_entitled;

-- Beside which question none may be put is asked each time one is: proposals on the charter are few.
CREATE INDEX decisions_proposal_on_charter ON decisions_proposal (id) WHERE matter = 'charter';
