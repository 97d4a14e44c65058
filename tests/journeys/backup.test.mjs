// SPDX-License-Identifier: Apache-2.0
// A backup is taken while people work, restored elsewhere, verified and served from.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { engines, Place, poa, program, sleep } from "./place.mjs";

const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();

for (const engine of engines) {
  describe(`backup on ${engine}`, () => {
    let place;
    let server;
    let copies;
    let copy;
    before(async () => {
      place = await new Place(engine).init({ withPapers: true });
      writeFileSync(join(place.data, "poa.conf"), 'platform-name = "The rehearsal"\n');
      server = await place.serve();
      copies = mkdtempSync(join(tmpdir(), "poa-copies-"));
      copy = join(copies, "first");
    });
    after(async () => {
      await place.remove();
      rmSync(copies, { recursive: true, force: true });
    });
    /** A new place, not yet with anything in it, and the backup restored there. */
    const restoreTo = async (from, prepare = () => {}) => {
      const made = new Place(engine);
      prepare(made);
      return { made, done: await made.poa("restore", "--from", from) };
    };

    test("it is consistent while commands run", async () => {
      const token = await server.signIn();
      let going = true;
      let changes = 0;
      const working = (async () => {
        let { revision } = (await server.get("/account", { token })).json;
        while (going) {
          const answer = await server.post(
            "/identity/change_profile",
            { name: `Desk ${++changes}`, language: "en", revision },
            { token },
          );
          assert.ok(answer.status < 300, answer.text);
          revision += 1;
        }
      })();
      await sleep(150);
      const before = await server.entries();
      const done = await place.does("backup", "--to", copy);
      const behind = await server.entries();
      going = false;
      await working;
      assert.match(done.out, /signing key is not in it/);
      const manifest = JSON.parse(readFileSync(join(copy, "manifest.json"), "utf8"));
      assert.equal(manifest.database.engine, engine.toLowerCase());
      assert.ok(manifest.files.length >= 5, "the papers' files");
      assert.ok(manifest.ledger.entries <= behind && manifest.ledger.entries > 0);
      assert.deepEqual(manifest.problems, []);
      assert.ok(behind > before, "commands went on meanwhile");
    });

    test("neither key nor guard is in it, and only its owner can read it", () => {
      const names = filesIn(copy);
      assert.ok(!names.some((name) => /ledger\.key/.test(name)), names.join("\n"));
      const secret = readFileSync(join(place.data, "ledger.key"), "utf8").trim();
      for (const name of names) {
        assert.ok(!readFileSync(name).includes(secret.slice(-30)), `${name} holds the key`);
        assert.equal(statSync(name).mode & 0o077, 0, `${name} can be read by others`);
      }
      assert.equal(statSync(copy).mode & 0o077, 0);
    });

    test("what was acknowledged before it began is in it, the record verifies, and it serves", async () => {
      const token = await server.signIn();
      const { revision } = (await server.get("/account", { token })).json;
      const changed = await server.post(
        "/identity/change_profile",
        { name: "The last word", language: "fr", revision },
        { token },
      );
      assert.ok(changed.status < 300, changed.text);
      await server.settled();
      const entries = await server.entries();
      const second = join(copies, "second");
      await place.does("backup", "--to", second);
      const { made, done } = await restoreTo(second);
      assert.equal(done.code, 0, done.all);
      assert.match(done.out, /verified/);
      assert.match(done.out, /signing key is not here/, "what to do next");
      assert.match(done.out, /accept-rollback/);
      assert.equal(await made.verifies(), entries);
      const without = await made.poa("serve", "--listen", "127.0.0.1:0");
      assert.equal(without.code, 1);
      assert.match(without.err, /ledger\.key/);

      for (const name of ["ledger.key", "ledger.key.guard"])
        cpSync(join(place.data, name), join(made.data, name));
      const again = await made.serve();
      assert.equal((await again.get("/readyz", { accept: "*/*" })).status, 200, "nothing was signed since");
      const { json } = await again.get("/account", { token });
      assert.deepEqual([json.name, json.language, json.revision], ["The last word", "fr", revision + 1]);
      assert.match(
        (await again.get("/", { accept: "text/html" })).text,
        /The rehearsal/,
        "the settings came along",
      );
      for (const path of ["/documents", "/documents/a-78-76", "/states/egy", "/search?q=capacity"])
        assert.equal((await again.get(path)).text.length, (await server.get(path)).text.length, path);
      await again.signIn();
      await again.settled();
      await made.verifies(again);
      await again.stop();
      await made.remove();
    });

    test("an older copy does not sign until the loss is accepted, on the record", async () => {
      await server.signIn();
      await server.settled();
      const { made, done } = await restoreTo(copy, (fresh) => {
        mkdirSync(fresh.data, { recursive: true });
        for (const name of ["ledger.key", "ledger.key.guard"])
          cpSync(join(place.data, name), join(fresh.data, name));
      });
      assert.equal(done.code, 0, done.all);
      assert.match(done.out, /does not sign/);
      assert.match(done.out, /accept-rollback/);
      const entries = await made.verifies();
      let again = await made.serve();
      assert.equal((await again.get("/states")).status, 200, "it serves");
      assert.equal(await again.notReady(), "the ledger does not sign\n", "before anything waits");
      assert.match(again.text, /older copy/, "the log says why");
      await again.signIn();
      assert.equal((await again.get("/ledger")).json.size, entries, "it does not sign");
      await again.stop();
      await made.does("ledger accept-rollback");
      again = await made.serve();
      const size = await again.settled();
      assert.ok(size > entries);
      assert.match(
        (await again.get("/ledger")).text,
        /ledger\.accept_rollback/,
        "the break stands in the record",
      );
      await made.verifies(again);
      await again.stop();
      await made.remove();
    });

    test("every tampered or missing file is named, all at once, and nothing is restored", async () => {
      const tampered = join(copies, "tampered");
      cpSync(copy, tampered, { recursive: true });
      const [first, second] = filesIn(join(tampered, "files"));
      appendFileSync(first, "x");
      rmSync(second);
      const database = filesIn(tampered).find((name) => /poa\.(sqlite|dump)$/.test(name));
      const bytes = readFileSync(database);
      bytes[Math.floor(bytes.length / 2)] ^= 1;
      writeFileSync(database, bytes);
      writeFileSync(join(tampered, "poa.conf"), 'platform-name = "The rehearsal!"\n');
      const { made, done } = await restoreTo(tampered);
      assert.equal(done.code, 1, done.all);
      for (const name of [first, second, database, join(tampered, "poa.conf")])
        assert.ok(done.err.includes(name), `${name} is named in:\n${done.err}`);
      assert.ok(!existsSync(made.data), "nothing was made");
      if (made.database)
        assert.equal(made.sql("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").trim(), "0");
      await made.remove();
    });

    test("a backup that was cut off is none", async () => {
      const cut = join(copies, "cut");
      cpSync(copy, cut, { recursive: true });
      const manifest = join(cut, "manifest.json");
      truncateSync(manifest, statSync(manifest).size - 40);
      const half = await restoreTo(cut);
      assert.equal(half.done.code, 1);
      assert.match(half.done.err, /manifest\.json/);
      rmSync(manifest);
      const none = await restoreTo(cut);
      assert.equal(none.done.code, 1);
      assert.match(none.done.err, /manifest\.json/);
      const nowhere = await restoreTo(join(copies, "nowhere"));
      assert.equal(nowhere.done.code, 1);
      assert.match(nowhere.done.err, /nowhere/);
      for (const { made } of [half, none, nowhere]) await made.remove();
    });

    test("nothing is ever restored over a database, or backed up over a backup", async () => {
      const entries = await server.entries();
      const over = await place.poa("restore", "--from", copy);
      assert.equal(over.code, 1, over.all);
      assert.match(over.err, /already/);
      assert.equal(await server.entries(), entries);
      const twice = await place.poa("backup", "--to", copy);
      assert.equal(twice.code, 1);
      assert.match(twice.err, /not empty/);
      assert.ok(existsSync(join(copy, "manifest.json")), "the backup that was there stays");
    });

    test("a backup that cannot be written leaves nothing that looks complete", async () => {
      writeFileSync(join(copies, "file"), "");
      const done = await place.poa("backup", "--to", join(copies, "file/below"));
      assert.equal(done.code, 1);
      assert.match(done.err, /file\/below/);
      const onFile = await place.poa("backup", "--to", join(copies, "file"));
      assert.equal(onFile.code, 1);
      assert.match(onFile.err, /not a folder/);
    });

    test("a backup or restore that is killed leaves nothing that looks whole, and is run again", async () => {
      const made = new Place(engine);
      const end = (verb, ...rest) =>
        new Promise((answer) => {
          const child = spawn(program, [verb, ...rest], { stdio: "ignore" });
          setTimeout(() => child.kill("SIGKILL"), Math.random() * 150);
          child.on("close", (code) => answer(code));
        });
      for (let round = 0; round < 6; ++round) {
        const folder = join(copies, `killed-${round}`);
        const code = await end("backup", ...place.where, "--to", folder);
        if (code === 0) assert.ok(existsSync(join(folder, "manifest.json")));
        if (existsSync(join(folder, "manifest.json"))) {
          const whole = await restoreTo(folder);
          assert.equal(whole.done.code, 0, whole.done.all);
          await whole.made.remove();
        } else {
          const refused = await restoreTo(folder);
          assert.equal(refused.done.code, 1, "no manifest, no backup");
          await refused.made.remove();
        }
      }
      let code;
      for (let round = 0; round < 6 && code !== 0; ++round) {
        code = await end("restore", ...made.where, "--from", copy);
        if (code !== 0 && !made.database)
          assert.ok(
            !existsSync(join(made.data, "poa.sqlite")) || (await made.poa("ledger verify")).code === 0,
          );
      }
      if (code !== 0) {
        // On PostgreSQL a kill after the load leaves a whole database; anywhere else it is simply run again.
        const again = await made.poa("restore", "--from", copy);
        assert.ok(again.code === 0 || /already/.test(again.err), again.all);
      }
      await made.verifies();
      await made.remove();
    });

    test(
      "a backup of the other kind of database is told apart",
      { skip: engines.length < 2 && "PostgreSQL is not under test" },
      async () => {
        const other = new Place(engine === "SQLite" ? "PostgreSQL" : "SQLite");
        const done = await other.poa("restore", "--from", copy);
        assert.equal(done.code, 1);
        assert.match(done.err, /--database/);
        await other.remove();
      },
    );

    if (engine === "PostgreSQL") {
      test("missing tools are named with their package; restoring into tables is refused", async () => {
        const bare = mkdtempSync(join(copies, "bin-"));
        symlinkSync("/bin/true", join(bare, "true"));
        const done = await poa(["backup", ...place.where, "--to", join(copies, "toolless")], {
          env: { PATH: bare },
        });
        assert.equal(done.code, 1, done.all);
        assert.match(done.err, /pg_dump/);
        assert.match(done.err, /postgresql-client/);
        assert.ok(!existsSync(join(copies, "toolless")));
        const full = new Place(engine);
        full.sql("CREATE TABLE others (one int)");
        const refused = await full.poa("restore", "--from", copy);
        assert.equal(refused.code, 1);
        assert.match(refused.err, /already/);
        await full.remove();
      });
    }

    test("the original never noticed, and verifies", async () => {
      assert.deepEqual(server.failures(), []);
      await server.settled();
      await place.verifies(server);
      await server.stop();
    });
  });
}
