// SPDX-License-Identifier: Apache-2.0
// What an operator may meet: damage, files of another kind, rights and settings that are wrong. Each gets a
// sentence that says what and what to do; the server does not start, or serves what it safely can.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { engines, Place, refused, secretariat } from "./place.mjs";

/** Overwrites `bytes` at `offset` of a file. */
function overwrite(path, offset, bytes) {
  const file = openSync(path, "r+");
  writeSync(file, bytes, 0, bytes.length, offset);
  closeSync(file);
}

describe("what does not fit", () => {
  for (const engine of engines) {
    describe(`on ${engine}`, () => {
      let place;
      before(async () => (place = await new Place(engine).init({ withSecretariat: false })));
      after(() => place.remove());
      const serve = () => place.poa("serve", "--listen", "127.0.0.1:0");
      const zeros = engine === "SQLite" ? "zeroblob(32)" : `'\\x${"00".repeat(32)}'`;

      test("a database of a newer version", async () => {
        place.sql(
          "INSERT INTO schema_migration (capability, number, name, digest, applied_at) " +
            `VALUES ('of_a_newer_version', 1, 'proposals', ${zeros}, 0)`,
        );
        for (const verb of ["init", "backup"])
          refused(
            await place.poa(verb, ...(verb === "backup" ? ["--to", join(place.home, "copy")] : [])),
            /newer/,
            /of_a_newer_version 0001/,
            /Install the newer version/,
          );
        refused(await serve(), /newer/, /of_a_newer_version 0001/);
        place.sql("DELETE FROM schema_migration WHERE capability = 'of_a_newer_version'");
        await place.verifies();
      });

      test("a database of an older version", async () => {
        place.sql(
          "UPDATE schema_migration SET capability = 'x' || capability WHERE capability = 'documents'",
        );
        refused(await serve(), /older|newer/, /documents/);
        place.sql("UPDATE schema_migration SET capability = 'documents' WHERE capability = 'xdocuments'");
      });

      test("a migration that was changed", async () => {
        const all = place.sql("SELECT count(*) FROM schema_migration").trim();
        place.sql(
          `UPDATE schema_migration SET digest = ${zeros} WHERE capability = 'ledger' AND number = 1`,
        );
        refused(await serve(), /ledger 0001/, /changed/);
        refused(await place.poa("init"), /ledger 0001/, /changed/);
        assert.equal(place.sql("SELECT count(*) FROM schema_migration").trim(), all);
      });
    });
  }

  describe("in a folder", () => {
    let template;
    let place;
    before(async () => (template = await new Place().init({ withPapers: true })));
    after(() => template.remove());
    /** A copy of the template to damage. */
    const fresh = () => {
      place = new Place();
      cpSync(template.data, place.data, { recursive: true });
      return place;
    };
    const serve = (...settings) => place.poa("serve", "--listen", "127.0.0.1:0", ...settings);
    const within = (name, act) =>
      test(name, async (t) => {
        fresh();
        try {
          await act(t);
        } finally {
          await place.remove();
        }
      });

    within("no data folder at all", async () => {
      rmSync(place.data, { recursive: true });
      refused(await serve(), new RegExp(place.data), /poa init/);
      refused(await place.poa("ledger verify"), new RegExp(place.data), /poa init/);
      assert.ok(!existsSync(place.data), "nothing is made by looking");
    });

    within("a data folder without a database", async () => {
      rmSync(join(place.data, "poa.sqlite"));
      refused(await serve(), /poa\.sqlite/, /poa init/);
    });

    within("a foreign SQLite database", async () => {
      rmSync(join(place.data, "poa.sqlite"));
      execFileSync("sqlite3", [join(place.data, "poa.sqlite"), "CREATE TABLE recipes (title TEXT)"]);
      for (const done of [await serve(), await place.poa("init"), await place.poa("import", template.data)])
        refused(done, /poa\.sqlite/, /foreign|another program/);
    });

    within("a file that is no database, and an empty one", async () => {
      writeFileSync(join(place.data, "poa.sqlite"), "Dear secretariat,\n".repeat(500));
      refused(await serve(), /poa\.sqlite/, /not an SQLite database/, /backup/);
      writeFileSync(join(place.data, "poa.sqlite"), "");
      refused(await serve(), /poa\.sqlite/, /empty/);
    });

    within("a first page that was overwritten", async () => {
      overwrite(join(place.data, "poa.sqlite"), 100, Buffer.alloc(3000, 0xa5));
      refused(await serve(), /poa\.sqlite/, /backup|restore/i);
    });

    within(
      "pages in the middle that were overwritten: told, never served as if right, never backed up",
      async () => {
        const file = join(place.data, "poa.sqlite");
        const size = statSync(file).size;
        // Every second page in the middle half.
        for (let at = Math.floor(size / 4 / 4096) * 4096; at < (size * 3) / 4; at += 8192)
          overwrite(file, at, Buffer.alloc(4096, 0xa5));
        refused(await place.poa("backup", "--to", join(place.home, "copy")), /damaged|malformed|corrupt/i);
        assert.ok(!existsSync(join(place.home, "copy")), "a damaged database makes no backup");
        const verified = await place.poa("ledger verify", "--quiet");
        if (verified.code === 0)
          assert.match(verified.out, /^Verified/m, "the ledger's own pages were spared");
        else assert.match(verified.all, /WRONG|malformed|corrupt|damaged|backup/i);
        let server;
        try {
          server = await place.serve();
        } catch (problem) {
          assert.match(problem.message, /ended with 1/);
          assert.match(problem.message, /malformed|damaged|corrupt|backup/i);
          return;
        }
        const statuses = new Map();
        for (const path of [
          "/",
          "/states",
          "/states/egy",
          "/documents",
          "/documents/a-78-76",
          "/documents/a-78-76/sections/egy",
          "/search?q=capacity",
          "/ledger",
          "/sign-in",
          "/healthz",
          "/readyz",
        ]) {
          const { status, text } = await server.get(path, { accept: "text/html" });
          statuses.set(path, status);
          if (status >= 500 && path !== "/readyz")
            assert.match(text, /reference/i, `${path} gives a reference to tell the operator`);
        }
        assert.equal(statuses.get("/healthz"), 200);
        const told = [...statuses.values()].some((status) => status >= 500);
        if (told) assert.match(server.text, /malformed|corrupt|damaged/i, "the log names the reason");
        await server.stop();
      },
    );

    within("a missing file of a document: named, and the rest is served", async () => {
      const folder = join(place.data, "files");
      const outer = readdirSync(folder).sort()[0];
      const inner = readdirSync(join(folder, outer))[0];
      rmSync(join(folder, outer, inner));
      const server = await place.serve();
      assert.equal((await server.get("/documents")).status, 200);
      assert.equal((await server.get("/search?q=capacity")).status, 200);
      const ready = await server.get("/readyz", { accept: "*/*" });
      assert.match(
        server.text + ready.text,
        new RegExp(`${outer}/?${inner.slice(0, 8)}`),
        "the operator is told which",
      );
      const copy = await place.poa("backup", "--to", join(place.home, "copy"));
      assert.equal(copy.code, 1, "a backup says that something is missing");
      assert.match(copy.err, new RegExp(`${outer}/?${inner.slice(0, 8)}`));
      assert.ok(existsSync(join(place.home, "copy/manifest.json")), "and is made all the same");
      await server.stop();
      const verified = await place.poa("ledger verify");
      assert.equal(verified.code, 1, "so does verification");
      assert.match(verified.out, /Verified: .*\n/, "the ledger itself is right");
      const missing = `${outer}${inner.slice(0, 8)}`;
      assert.match(verified.out, new RegExp(`WRONG: document .*file.* is missing: ${missing}`));
    });

    within("an altered passage and an altered digest: verification names both", async () => {
      assert.match((await place.does("ledger verify")).out, /versions of documents compared.*; all agree/);
      place.sql("UPDATE document_passage SET text = text || ' not' WHERE anchor = 'egy/para-17'");
      const zeros = place.database ? `'\\x${"00".repeat(32)}'` : "zeroblob(32)";
      place.sql(
        `UPDATE document_version SET source_digest = ${zeros} ` +
          "WHERE document = (SELECT id FROM document WHERE slug = 'canada')",
      );
      const verified = await place.poa("ledger verify");
      assert.equal(verified.code, 1, verified.all);
      assert.match(verified.out, /WRONG: document a-78-76, en, version 1: its passages were altered/);
      assert.match(verified.out, /WRONG: document canada, en, version 1: the column source_digest was/);
    });

    within("an altered file of a document is never given out", async () => {
      const folder = join(place.data, "files");
      const outer = readdirSync(folder).sort()[0];
      const path = join(folder, outer, readdirSync(join(folder, outer))[0]);
      overwrite(path, 100, Buffer.from("(altered)"));
      const copy = await place.poa("backup", "--to", join(place.home, "copy"));
      assert.equal(copy.code, 1);
      assert.match(copy.err, new RegExp(path), "named");
      const manifest = JSON.parse(readFileSync(join(place.home, "copy/manifest.json"), "utf8"));
      assert.ok(!manifest.files.some((file) => path.endsWith(file.sha256.slice(2))), "not in the backup");
    });

    within("no signing key", async () => {
      renameSync(join(place.data, "ledger.key"), join(place.home, "elsewhere"));
      refused(await serve(), /ledger\.key/, /cannot be found|missing/);
    });

    within("a signing key that others can read", async () => {
      chmodSync(join(place.data, "ledger.key"), 0o640);
      refused(await serve(), /ledger\.key/, /chmod 600/);
    });

    within("a signing key that is none", async () => {
      writeFileSync(join(place.data, "ledger.key"), "not a key\n");
      refused(await serve(), /ledger\.key/, /not a signing key/);
    });

    within("another ledger's key, or no guard: it serves, does not sign, and says so", async () => {
      const other = await new Place().init();
      try {
        cpSync(join(other.data, "ledger.key"), join(place.data, "ledger.key"));
        await standsStill(place, /signed by the key/);
      } finally {
        await other.remove();
      }
      cpSync(join(template.data, "ledger.key"), join(place.data, "ledger.key"));
      rmSync(join(place.data, "ledger.key.guard"));
      await standsStill(place, /ledger\.key\.guard/);
      await place.does("ledger accept-rollback");
      const server = await place.serve();
      await server.settled();
      assert.equal((await server.get("/readyz", { accept: "*/*" })).status, 200);
      await server.stop();
      await place.verifies();
    });

    within("a port that is taken", async () => {
      const holder = createServer();
      const port = await new Promise((answer) =>
        holder.listen(0, "127.0.0.1", () => answer(holder.address().port)),
      );
      try {
        refused(
          await place.poa("serve", "--listen", `127.0.0.1:${port}`),
          new RegExp(String(port)),
          /in use/i,
        );
      } finally {
        holder.close();
      }
    });

    within("an address that is none", async () => {
      refused(await place.poa("serve", "--listen", "nowhere"), /listen/, /nowhere/);
      refused(await place.poa("serve", "--listen", "192.0.2.1:8080"), /192\.0\.2\.1/);
    });

    within("settings that are not known, or cannot be used", async () => {
      const conf = join(place.data, "poa.conf");
      writeFileSync(conf, 'lisen = "127.0.0.1:0"\n');
      const unknown = await serve();
      assert.notEqual(unknown.code, 0, unknown.all);
      assert.match(unknown.err, /lisen/);
      writeFileSync(conf, "workers = 0\npage-cache-kib = -1\n");
      const check = await place.poa("config check");
      assert.equal(check.code, 1, check.all);
      assert.match(check.err, /workers/);
      assert.match(check.err, /page-cache-kib/, "all at once");
      const started = await place.poa("serve", "--listen", "127.0.0.1:0");
      assert.notEqual(started.code, 0);
      writeFileSync(conf, 'platform-name = "An exercise"\nexercise = true\n');
      assert.equal((await place.poa("config check")).code, 0);
      const server = await place.serve();
      assert.match((await server.get("/", { accept: "text/html" })).text, /An exercise/);
      await server.stop();
    });

    within("paths to import that are not there, or are no documents", async () => {
      refused(await place.poa("import", join(place.home, "nothing.txt")), /nothing\.txt/);
      const entries = await place.journalRows();
      const odd = join(place.home, "odd");
      mkdirSync(odd);
      writeFileSync(join(odd, "broken.pdf"), "%PDF-1.7\nthis is not a document");
      writeFileSync(join(odd, "broken.docx"), "PK\x03\x04 nor is this");
      writeFileSync(join(odd, "binary.txt"), Buffer.from([0xc3, 0x28, 0xff, 0x80]));
      const done = await place.poa("import", odd);
      assert.notEqual(done.code, 0, done.all);
      for (const name of ["broken.pdf", "broken.docx", "binary.txt"])
        assert.match(done.all, new RegExp(name), "each is named");
      assert.equal(await place.journalRows(), entries, "nothing was recorded");
    });
  });
});

/** It serves and does not sign, and tells the operator why. */
async function standsStill(place, why) {
  const server = await place.serve();
  assert.match(server.text, why, "told at the start");
  assert.equal((await server.get("/states")).status, 200);
  assert.equal(await server.notReady(), "the ledger does not sign\n", "before anything waits; no path");
  const { json } = await server.get("/ledger");
  await server.post("/identity/sign_in", secretariat);
  const { json: after } = await server.get("/ledger");
  assert.equal(after.size, json.size, "nothing is signed");
  await server.stop();
}
