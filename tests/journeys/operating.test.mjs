// SPDX-License-Identifier: Apache-2.0
// What an operator asks of the command line, and where it says no rather than pass something over.
import assert from "node:assert/strict";
import { existsSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { engines, Place, refused } from "./place.mjs";

for (const engine of engines) {
  describe(`an operator's verbs on ${engine}`, () => {
    let place;
    before(async () => (place = await new Place(engine).init({ withSecretariat: false })));
    after(() => place.remove());

    test("a ledger keeps its name and its key", async () => {
      refused(
        await place.poa("init", "--origin", "another.example/ledger"),
        /has its name already/,
        /localhost\/poa/,
      );
      const key = join(place.data, "ledger.key");
      renameSync(key, join(place.home, "kept"));
      refused(await place.poa("init"), /signed with the key localhost\/poa/, /ledger\.key\.guard/);
      assert.ok(!existsSync(key), "no new one was made");
      renameSync(join(place.home, "kept"), key);
      assert.match((await place.does("init")).out, /Nothing to do/);
    });

    test("another text under a known symbol is a new version only where that is said", async () => {
      const mine = join(place.home, "mine.txt");
      const other = join(place.home, "other.txt");
      writeFileSync(mine, "A/99/7\n\n1. The first words about lighthouses.\n");
      await place.does("import", mine);
      writeFileSync(mine, "A/99/7\n\n1. Other words about harbours.\n");
      writeFileSync(other, "A/99/7\n\n1. Quite other words.\n");
      const entries = await place.journalRows();
      for (const file of [mine, other]) {
        const done = await place.poa("import", file);
        assert.equal(done.code, 1, done.all);
        assert.match(done.err, /A\/99\/7 is on the record already/);
        assert.ok(done.err.includes(`poa import --new-version ${file}`), done.err);
      }
      assert.equal(await place.journalRows(), entries, "nothing was recorded");
      assert.match((await place.does("import", "--new-version", mine)).out, /a-99-7, version 2/);
      assert.match((await place.does("import", mine)).out, /unchanged: version 2/);
      assert.match((await place.does("ledger verify")).out, /2 versions of documents compared.*all agree/);
    });

    test("a one-time link has the address readers use", async () => {
      const account = ["--email", "first@example.org", "--name", "First"];
      const first = ["--public-url", "https://poa.example", ...account];
      const done = await place.does("identity create-first-account", ...first);
      assert.match(done.out, /https:\/\/poa\.example\/welcome\?token=/);
      writeFileSync(join(place.data, "poa.conf"), "listen = 127.0.0.1:8099\n");
      const again = await place.does("identity reset-password", "--email", "first@example.org");
      assert.match(again.out, /http:\/\/127\.0\.0\.1:8099\/welcome\?token=/);
      rmSync(join(place.data, "poa.conf"));
    });

    test("verification over the network says what it could not check", async () => {
      const server = await place.serve();
      const done = await place.poa("ledger verify", "--url", server.address);
      assert.equal(done.code, 0, done.all);
      assert.match(done.out, /^Verified: /m);
      assert.match(done.out, /^Not checked: .*documents/m);
      await server.stop();
    });
  });
}
