// SPDX-License-Identifier: Apache-2.0
// SIGKILL at random moments, many times, while many work: nothing acknowledged is lost, nothing is there
// twice, and the ledger verifies and continues every checkpoint that was ever seen.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { invitePeople, sumOf } from "./people.mjs";
import { engines, Place, sleep } from "./place.mjs";

const rounds = 16;
const people = 6;
const millisecondsMax = 700;
/** Entries are counted here: the calendar of the machine's day adds none. */
const quiet = ["--report-reminders", "false"];

for (const engine of engines) {
  describe(`killed on ${engine}`, () => {
    let place;
    before(async () => (place = await new Place(engine).init()));
    after(() => place.remove());

    test(`${rounds} times at random moments, with ${people} people at work`, async (t) => {
      let server = await place.serve(...quiet);
      const crowd = await invitePeople(server, people);
      sumOf(crowd);
      const seen = join(place.home, "seen-checkpoint");
      const moments = [];
      let acknowledged = 0;
      for (let round = 0; round < rounds; ++round) {
        const before = await server.entries();
        const working = crowd.map((person) => person.work(server));
        const watching = keepNewestCheckpoint(server);
        const moment = Math.floor(Math.random() * millisecondsMax);
        moments.push(moment);
        await sleep(moment);
        await server.kill();
        await Promise.all(working);
        const checkpoint = await watching;
        const [done, unsure] = sumOf(crowd);
        acknowledged += done;

        if (checkpoint) {
          writeFileSync(seen, checkpoint);
          await place.verifies(undefined, "--earlier", seen);
        } else await place.verifies();
        server = await place.serve(...quiet);
        const now = await server.entries();
        const told =
          `round ${round}, killed after ${moments[round]} ms: ${before} entries, ` +
          `${done} acknowledged, ${unsure} unsure, now ${now}`;
        assert.ok(now >= before + done && now <= before + done + unsure, told);
        for (const person of crowd) await person.findsAll(server);
      }
      assert.ok(
        acknowledged > rounds,
        `only ${acknowledged} commands were acknowledged in ${rounds} rounds`,
      );
      const size = await server.settled();
      assert.equal(await place.verifies(server), size);
      assert.deepEqual(server.failures(), []);
      await server.stop();
      t.diagnostic(`${acknowledged} acknowledged commands survived kills after ${moments.join(", ")} ms`);
    });
  });
}

/** Reads checkpoints until the server is gone; gives the last one. */
async function keepNewestCheckpoint(server) {
  let newest;
  for (;;) {
    try {
      const answer = await fetch(`${server.address}/ledger/checkpoint`);
      if (answer.ok) newest = await answer.text();
      else await answer.text();
    } catch {
      return newest;
    }
    await sleep(25);
  }
}
