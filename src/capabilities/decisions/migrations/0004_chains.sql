-- SPDX-License-Identifier: Apache-2.0
-- The chain of acts that founds the mechanism: its steps as the charter had them when it was begun, and what
-- took each. Rows are added and never changed or taken away.

CREATE TABLE decisions_chain (
    id              {key},
    name            TEXT NOT NULL CONSTRAINT decisions_chain_name UNIQUE,      -- "founding"
    charter_version {int} NOT NULL CONSTRAINT decisions_chain_charter REFERENCES charter_version (version),
    begun_at        {int} NOT NULL
){strict};

CREATE TABLE decisions_chain_step (
    chain    {int} NOT NULL CONSTRAINT decisions_chain_step_chain REFERENCES decisions_chain (id),
    position {int} NOT NULL CONSTRAINT decisions_chain_step_position CHECK (position > 0),
    step     TEXT NOT NULL,
    PRIMARY KEY (chain, position)
){strict};

CREATE TABLE decisions_chain_act (
    chain       {int} NOT NULL,
    position    {int} NOT NULL,
    symbol      TEXT NOT NULL,
    day         {int} NOT NULL,
    manner      TEXT NOT NULL CONSTRAINT decisions_chain_act_manner CHECK (manner IN ('consensus', 'vote')),
    source      TEXT NOT NULL,
    proposal    {int} CONSTRAINT decisions_chain_act_proposal REFERENCES decisions_proposal (id),
    recorded_at {int} NOT NULL,
    PRIMARY KEY (chain, position),
    CONSTRAINT decisions_chain_act_step FOREIGN KEY (chain, position)
        REFERENCES decisions_chain_step (chain, position)
){strict};
