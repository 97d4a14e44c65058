// SPDX-License-Identifier: Apache-2.0
// Two server processes on one PostgreSQL: commands to both, every entry once, one ledger.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { invitePeople, sumOf } from "./people.mjs";
import { engines, Place, sleep, verifiesFrom } from "./place.mjs";

/** All leaves that the ledger serves, taken out of its entry bundles. */
async function leavesOf(server, size) {
  const leaves = [];
  for (let number = 0; leaves.length < size; ++number) {
    const width = Math.min(256, size - number * 256);
    const path = String(number).padStart(3, "0") + (width < 256 ? `.p/${width}` : "");
    const answer = await fetch(`${server.address}/ledger/tile/entries/${path}`);
    assert.equal(answer.status, 200, path);
    const bundle = Buffer.from(await answer.arrayBuffer());
    for (let at = 0; at < bundle.length; at += 2 + bundle.readUInt16BE(at))
      leaves.push(bundle.subarray(at + 2, at + 2 + bundle.readUInt16BE(at)).toString("latin1"));
  }
  return leaves;
}

const missing = engines.length < 2 && "PostgreSQL is not under test: POA_TEST_POSTGRES is not set";

describe("two servers on one PostgreSQL", { skip: missing }, () => {
  let place;
  let one;
  let two;
  before(async () => {
    if (missing) return;
    place = await new Place("PostgreSQL").init();
    // Entries are counted here: the calendar of the machine's day adds none.
    one = await place.serve("--report-reminders", "false");
    two = await place.serve("--report-reminders", "false");
  });
  after(() => place?.remove());

  test("take commands at the same time, and every one is in the ledger once", async (t) => {
    const crowd = [...(await invitePeople(one, 4)), ...(await invitePeople(two, 4, 4))];
    sumOf(crowd);
    await one.settled();
    const before = await one.entries();
    const until = Date.now() + 3000;
    await Promise.all(crowd.map((person, i) => person.work(i % 2 ? one : two, () => Date.now() > until)));
    const [done, unsure] = sumOf(crowd);
    assert.equal(unsure, 0, "no connection went");
    assert.ok(done > 20, `only ${done} commands in three seconds`);
    await one.settled();
    const size = await two.settled();
    assert.equal(size, before + done);
    const leaves = await leavesOf(one, size);
    assert.equal(leaves.length, size);
    assert.equal(new Set(leaves).size, size, "no entry is there twice");
    for (const person of crowd) {
      await person.findsAll(one);
      await person.findsAll(two);
    }
    t.diagnostic(`${done} commands`);
  });

  test("serve the same checkpoint, and what one is told the other shows", async () => {
    const read = (server) => fetch(`${server.address}/ledger/checkpoint`).then((answer) => answer.text());
    assert.equal(await read(one), await read(two));
    const token = await one.signIn();
    assert.equal(
      (await two.get("/account", { token })).status,
      200,
      "signed in to one is signed in to both",
    );
    const size = await one.settled();
    for (let tries = 0; tries < 100 && (await two.get("/ledger")).json.size !== size; ++tries)
      await sleep(20);
    assert.equal(await read(one), await read(two));
    assert.equal(await verifiesFrom(one.address), await verifiesFrom(two.address));
  });

  test("one goes, the other goes on; one is killed, the other goes on", async () => {
    await one.stop();
    await two.signIn();
    const three = await place.serve();
    const signing = Array.from({ length: 6 }, () => three.signIn().catch(() => undefined));
    await sleep(30);
    await three.kill();
    await Promise.all(signing);
    await two.signIn();
    await two.settled();
    await place.verifies(two);
    assert.deepEqual(two.failures(), []);
    await two.stop();
  });
});
