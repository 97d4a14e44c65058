// SPDX-License-Identifier: Apache-2.0
// A disk that fills up, and one that cannot be written.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { Place, refused } from "./place.mjs";

/** A small disk of its own for a place, or nothing where this machine does not allow one. */
function smallDisk(mebibytes) {
  const folder = mkdtempSync(join(tmpdir(), "poa-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${mebibytes}m,mode=700`, "tmpfs", folder], {
      stdio: "pipe",
    });
  } catch {
    rmSync(folder, { recursive: true, force: true });
    return undefined;
  }
  return {
    folder,
    remount: (how) => execFileSync("mount", ["-o", `remount,${how}`, folder], { stdio: "pipe" }),
    remove: () => {
      execFileSync("umount", ["-l", folder], { stdio: "pipe" });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
const noSmallDisk = "no small disk can be mounted here (that needs root, and a container that allows it)";

describe("a small disk", () => {
  test("when it is full, changes are refused in words, reading goes on, and room mends it", async (t) => {
    const disk = smallDisk(24);
    if (!disk) return t.skip(noSmallDisk);
    const place = new Place("SQLite", disk.folder);
    try {
      await place.init();
      const server = await place.serve();
      const token = await server.signIn();
      const { json: account } = await server.get("/account", { token });
      const filler = join(disk.folder, "filler");
      const file = openSync(filler, "w");
      assert.throws(() => {
        for (;;) writeSync(file, Buffer.alloc(4096, 1));
      }, /ENOSPC/);
      closeSync(file);

      let revision = account.revision;
      let full;
      for (let i = 0; i < 400 && !full; ++i) {
        const name = `Desk ${i} ${"x".repeat(100)}`;
        const answer = await server.post(
          "/identity/change_profile",
          { name, language: "en", revision },
          { token },
        );
        if (answer.status >= 400) full = answer;
        else revision += 1;
      }
      assert.ok(full, "the disk filled up");
      assert.equal(full.status, 507, full.text);
      assert.equal(full.json.reasons[0].code, "request.storage_full");
      for (const path of ["/", "/states", "/ledger", "/healthz"])
        assert.equal((await server.get(path, { accept: "*/*" })).status, 200, `${path} is still read`);
      assert.match(server.text, /full|no space/i, "the operator is told");
      const copy = join(disk.folder, "backup");
      refused(await place.poa("backup", "--to", copy), /No space left|full/i);
      assert.ok(!existsSync(copy), "a failed backup leaves nothing");

      rmSync(filler);
      const { json: now } = await server.get("/account", { token });
      assert.equal(now.revision, revision, "what was refused was not done");
      const answer = await server.post(
        "/identity/change_profile",
        { name: "Desk", language: "en", revision },
        { token },
      );
      assert.ok(answer.status < 300, answer.text);
      await server.settled();
      await place.verifies(server);
      await server.stop();
    } finally {
      await place.remove();
      disk.remove();
    }
  });

  test("a data folder that cannot be written is named, and nothing starts", async (t) => {
    const disk = smallDisk(24);
    if (!disk) return t.skip(noSmallDisk);
    const place = new Place("SQLite", disk.folder);
    try {
      await place.init();
      disk.remount("ro");
      for (const [verb, ...rest] of [["serve", "--listen", "127.0.0.1:0"], ["init"], ["ledger verify"]])
        refused(await place.poa(verb, ...rest), new RegExp(place.data), /cannot be (?:read and )?written/);
      disk.remount("rw");
      await place.verifies();
    } finally {
      await place.remove();
      disk.remove();
    }
  });
});
