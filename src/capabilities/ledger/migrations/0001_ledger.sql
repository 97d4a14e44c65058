-- SPDX-License-Identifier: Apache-2.0
-- The journal, one row an act, and the Merkle log made of it.

CREATE TABLE journal (
    id          {key},
    at          {int} NOT NULL,
    act         TEXT NOT NULL,
    on_behalf   TEXT NOT NULL,
    subject     TEXT NOT NULL,
    clause      TEXT NOT NULL,
    audience    {int} NOT NULL CONSTRAINT journal_audience CHECK (audience BETWEEN 0 AND 4),
    person      {int} NOT NULL CONSTRAINT journal_person CHECK (person >= 0),
    leaf        TEXT NOT NULL,   -- the bytes of the public ledger
    sealed_salt {bytes},
    sealed_body TEXT,
    leaf_index  {int} CONSTRAINT journal_leaf_index CHECK (leaf_index >= 0), -- NULL: not yet in the ledger
    CONSTRAINT journal_sealed CHECK ((sealed_salt IS NULL) = (sealed_body IS NULL))
){strict};

CREATE INDEX journal_waiting ON journal (id) WHERE leaf_index IS NULL;
CREATE UNIQUE INDEX journal_leaf ON journal (leaf_index) WHERE leaf_index IS NOT NULL;
CREATE INDEX journal_by_audience ON journal (audience, id);
CREATE INDEX journal_by_subject ON journal (subject, audience, id);

-- One row. `verifier_key` is empty until the first checkpoint is signed.
CREATE TABLE ledger_head (
    one          {int} PRIMARY KEY CONSTRAINT ledger_head_one CHECK (one = 1),
    size         {int} NOT NULL,
    root         {bytes} NOT NULL,
    verifier_key TEXT NOT NULL,
    revision     {int} NOT NULL
){strict};

-- The root of the empty tree is the SHA-256 of nothing.
-- sqlite:
INSERT INTO ledger_head (one, size, root, verifier_key, revision)
VALUES (1, 0, x'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', '', 0);
-- postgres:
INSERT INTO ledger_head (one, size, root, verifier_key, revision)
VALUES (1, 0, decode('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 'hex'), '', 0);
-- both:

CREATE TABLE ledger_tile (
    level  {int} NOT NULL,
    number {int} NOT NULL,
    hashes {bytes} NOT NULL,     -- 32 bytes each, up to 256; grows at its end, never changes before it
    PRIMARY KEY (level, number)
){strict};

CREATE TABLE ledger_checkpoint (
    size {int} PRIMARY KEY,
    note TEXT NOT NULL,
    at   {int} NOT NULL
){strict};
