// SPDX-License-Identifier: Apache-2.0
// A mechanism decides, over HTTP, as strangers would use it: consensus with a dissociation, an objection that
// stops it, a vote, a charter amendment that changes the calendar, and a server killed around an objection.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { engines, Place, secretariat, sleep } from "./place.mjs";

const password = "seven quiet rivers meet";
/**
 * The agreed charter, founded so long ago that no machine's clock is before it; its questions are put on any
 * day and declared at once, as a machine's clock is no meeting's.
 */
const charter = `charter: sample-mechanism
title: {en: Sample mechanism}
kind: own
based_on: agreed-2025
founding:
  no_act_before: 2020-01-01
  after_working_group: false
  first_plenary: 2020-07-20
decisions:
  least_minutes_open: 0
  at_meetings: false
`;

for (const engine of engines) {
  describe(`decisions on ${engine}`, () => {
    let place;
    let server;
    const people = {};

    /** An account with that appointment; its bearer token. */
    async function appoint(name, role, body) {
      const token = await server.signIn(secretariat);
      const email = `${name}@example.org`;
      const invited = await server.post(
        "/identity/invite_person",
        { email, name: `Sample ${name}`, language: "en", role, body, basis: "Sample credentials" },
        { token },
      );
      assert.equal(invited.status, 201, invited.text);
      const link = new URL(invited.json.address, server.address).searchParams.get("token");
      const accepted = await server.post("/identity/accept_invitation", {
        token: link,
        new_password: password,
      });
      assert.ok(accepted.status < 300, accepted.text);
      people[name] = await server.signIn({ email, password });
    }
    const act = (who, id, verb, body = {}) =>
      server.post(`/decisions/${id}/${verb}`, body, { token: people[who] });
    const read = async (id, who) => (await server.get(`/decisions/${id}`, { token: people[who] })).json;
    async function tabled(effect, fields = {}, title = "A sample proposal", who = "fiji") {
      const made = await server.post(
        "/decisions/draft_proposal",
        {
          title,
          body: "plenary",
          effect,
          effect_fields: fields,
          language: "en",
          text: "The first paragraph.\n\nThe second paragraph.",
        },
        { token: people[who] },
      );
      assert.equal(made.status, 201, made.text);
      const id = made.json.proposal;
      const draft = await read(id, who);
      const seen = { revision: draft.revision, version: draft.draft_version };
      const done = await act(who, id, "table_proposal", seen);
      assert.equal(done.status, 200, done.text);
      return id;
    }
    async function put(id, asked = "by_rule", roll_call = false) {
      const version = (await read(id)).text_version;
      const done = await act("chair", id, "put_question", { asked, roll_call, version });
      assert.equal(done.status, 200, done.text);
      return done.json.question;
    }
    const close = async (id, question) => {
      const done = await act("chair", id, "close_question", { question });
      assert.equal(done.status, 200, done.text);
      return done.json;
    };
    const codes = (answer) => answer.json.reasons.map((reason) => reason.code);

    before(async () => {
      place = new Place(engine);
      const file = join(place.home, "sample-mechanism.yaml");
      writeFileSync(file, charter);
      await place.does("init", "--charter", file);
      await place.makeSecretariat();
      server = await place.serve();
      await appoint("fiji", "head_of_delegation", "state:FJI");
      await appoint("kenya", "head_of_delegation", "state:KEN");
      await appoint("chile", "head_of_delegation", "state:CHL");
    });
    after(() => place.remove());

    test("the Chair takes office", async () => {
      await appoint("chair", "chair", "chair");
    });

    test("one objection stops it; once withdrawn, consensus with a dissociation", async () => {
      const id = await tabled("statement.express");
      const question = await put(id);
      const objection = { question, grounds: "The second paragraph." };
      assert.equal((await act("kenya", id, "lodge_objection", objection)).status, 200);
      const again = await act("kenya", id, "lodge_objection", { question });
      assert.equal(again.status, 409);
      assert.deepEqual(codes(again), ["decisions.objected_already"]);
      assert.equal((await read(id)).question.objections, 1);
      assert.equal((await act("kenya", id, "withdraw_objection", { question })).status, 200);
      const dissociation = { kind: "dissociation", paragraph: "p2", version: 1, text: "" };
      const said = await act("kenya", id, "explain_position", dissociation);
      assert.equal(said.status, 200, said.text);
      const done = await close(id, question);
      assert.equal(done.outcome, "adopted_by_consensus");
      const page = await read(id);
      assert.equal(page.head.stage, "adopted");
      assert.ok(page.text[1].dissociated.length === 1, JSON.stringify(page.text));
      const shown = await server.get(`/decisions/${id}`, { accept: "text/html" });
      assert.match(shown.text, /politically, not legally, binding/);
    });

    test("a vote only after consensus failed, by roll-call, each State once", async () => {
      const id = await tabled("procedure.decide", {}, "The list of speakers is closed");
      const early = await act("chair", id, "put_question", { asked: "vote", version: 1 });
      assert.deepEqual(codes(early), ["decisions.vote_not_yet"]);
      const first = await put(id);
      assert.equal((await act("kenya", id, "lodge_objection", { question: first })).status, 200);
      assert.equal((await close(id, first)).outcome, "blocked");
      const question = await put(id, "vote", true);
      const voices = { fiji: "yes", chile: "yes", kenya: "no" };
      for (const [who, voice] of Object.entries(voices))
        assert.equal((await act(who, id, "cast_vote", { question, voice })).status, 200);
      assert.deepEqual(codes(await act("kenya", id, "cast_vote", { question, voice: "yes" })), [
        "decisions.voted_already",
      ]);
      assert.equal((await close(id, question)).outcome, "adopted_by_vote");
    });

    test("a charter amendment changes the calendar in the moment of its adoption", async () => {
      const months = async () =>
        (await server.get("/charters/in-force")).text.match(/plenary\.every_months.{0,200}?"(\d+)/s)?.[1];
      const before = await months();
      const id = await tabled(
        "charter.amend",
        { base_version: 1, clauses: "plenary.every_months = 24" },
        "A plenary every two years",
      );
      assert.deepEqual((await read(id)).changes.map((change) => change.after), ["24"]);
      const question = await put(id);
      const other = await tabled("statement.express", {}, "Another proposal");
      const waits = await act("chair", other, "put_question", { asked: "by_rule", version: 1 });
      assert.deepEqual(codes(waits), ["decisions.charter_in_question"]);
      await close(id, question);
      const versions = (await server.get("/charters/versions")).json;
      assert.equal(versions.rows[0].version, 2);
      assert.notEqual(before, await months());
    });

    test("a draft is shared with one State, which sponsors it; nobody else sees it", async () => {
      const made = await server.post(
        "/decisions/draft_proposal",
        {
          title: "A shared draft",
          body: "plenary",
          effect: "statement.express",
          language: "en",
          text: "The first paragraph, see {p7}.",
        },
        { token: people.fiji },
      );
      const id = made.json.proposal;
      const status = async (who) => (await server.get(`/decisions/${id}`, { token: people[who] })).status;
      assert.equal(await status("kenya"), 404);
      assert.equal((await act("fiji", id, "share_draft", { state: "KEN" })).status, 200);
      assert.deepEqual(
        [await status("kenya"), await status("chile"), await status("chair"), await status()],
        [200, 404, 404, 404],
      );
      assert.equal((await act("kenya", id, "join_sponsors")).status, 200);
      const draft = await read(id, "fiji");
      const seen = { revision: draft.revision, version: draft.draft_version };
      const broken = await act("fiji", id, "table_proposal", seen);
      assert.deepEqual(codes(broken), ["decisions.draft_reference"]);
      assert.match(broken.text, /Paragraph 1 refers to a paragraph that is not there: \{p7\}/);
      const text = "The first paragraph.";
      const revised = await act("fiji", id, "revise_draft", { version: draft.draft_version, text });
      assert.equal(revised.status, 200, revised.text);
      const stale = await act("fiji", id, "table_proposal", seen);
      assert.deepEqual([stale.status, ...codes(stale)], [409, "decisions.draft_reads_otherwise"]);
      const tabled = await act("fiji", id, "table_proposal", { ...seen, version: seen.version + 1 });
      assert.equal(tabled.status, 200, tabled.text);
    });

    test("who confirms what has changed is refused, with a link to what changed", async () => {
      const id = await tabled("statement.express", {}, "A text that moves");
      assert.equal((await act("chair", id, "open_discussion")).status, 200);
      const text = "Another first paragraph.";
      const rewritten = await act("chair", id, "rewrite_paragraph", { version: 1, paragraph: "p1", text });
      assert.equal(rewritten.status, 200, rewritten.text);
      const stale = await act("chair", id, "put_question", { asked: "by_rule", version: 1 });
      assert.deepEqual([stale.status, ...codes(stale)], [409, "decisions.text_changed"]);
      const changes = await server.get(stale.json.reasons[0].facts.changes, { accept: "text/html" });
      assert.match(changes.text, /Another/);
      await close(id, await put(id));
    });

    test("a State appeals against a ruling of the Chair, and the vote overrules it", async () => {
      const id = await tabled("statement.express", {}, "A point of order");
      const question = await put(id);
      const ruled = await act("chair", id, "rule_on_point_of_order", {
        state: "KEN",
        point: "Whether the list of speakers is closed.",
        ruling: "It is closed.",
        clause: "Rule 71",
      });
      assert.equal(ruled.status, 200, ruled.text);
      const { rulings } = await read(id);
      assert.equal(rulings[0].standing, "stands");
      const reasons = "It is open.";
      const appealed = await act("kenya", id, "appeal_ruling", { ruling: rulings[0].id, reasons });
      assert.equal(appealed.status, 200, appealed.text);
      const appeal = (await read(id)).rulings[0];
      assert.equal(appeal.standing, "appealed");
      assert.deepEqual(codes(await act("chair", id, "close_question", { question })), [
        "decisions.appeal_open",
      ]);
      for (const [who, voice] of [["kenya", "yes"], ["chile", "yes"], ["fiji", "no"]])
        assert.equal((await act(who, id, "cast_vote", { question: appeal.vote.id, voice })).status, 200);
      assert.equal((await act("chair", id, "close_question", { question: appeal.vote.id })).status, 200);
      assert.equal((await read(id)).rulings[0].standing, "overruled");
      const page = await server.get(`/decisions/${id}`, { accept: "text/html" });
      assert.match(page.text, /Overruled by a majority of those present and voting/);
      assert.equal((await close(id, question)).outcome, "adopted_by_consensus");
    });

    test("nobody else has a way: the secretariat, the Chair and visitors are refused", async () => {
      const id = await tabled("statement.express", {}, "Who decides");
      const question = await put(id);
      people.desk = await server.signIn(secretariat);
      for (const who of ["desk", "chair"])
        assert.equal((await act(who, id, "lodge_objection", { question })).status, 403);
      assert.equal((await act("desk", id, "close_question", { question })).status, 403);
      assert.equal((await server.post(`/decisions/${id}/lodge_objection`, { question })).status, 401);
      await close(id, question);
    });

    test("killed around an objection: it is there once, or was never acknowledged", async () => {
      for (let round = 0; round < 5; ++round) {
        const id = await tabled("statement.express", {}, `Round ${round}`);
        const question = await put(id);
        const sent = act("kenya", id, "lodge_objection", { question }).catch(() => undefined);
        await sleep(round * 2);
        await server.kill();
        const answer = await sent;
        server = await place.serve();
        const kept = (await read(id)).question.objections;
        if (answer?.status === 200) assert.equal(kept, 1, "what was acknowledged is there");
        const again = await act("kenya", id, "lodge_objection", { question });
        assert.ok(again.status === 200 || codes(again)[0] === "decisions.objected_already", again.text);
        assert.equal((await read(id)).question.objections, 1);
        assert.equal((await close(id, question)).outcome, "blocked");
      }
    });

    test("the ledger verifies", async () => {
      await server.settled();
      await place.verifies(server);
      assert.deepEqual(server.failures(), []);
      await server.stop();
    });
  });
}
