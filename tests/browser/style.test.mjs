// SPDX-License-Identifier: Apache-2.0
// The style sheet as built: one for both directions, within its budget, without a colour nobody defined.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { gunzipSync } from "node:zlib";
import { logical, physicalLeft, undefinedProperties } from "../../src/web/assets/logical.mjs";
import { classesOf, withoutClasses, withoutUnreadProperties } from "../../src/web/assets/pruning.mjs";
import { root } from "./program.mjs";

const built = join(root, "build/assets");
const manifest = () => JSON.parse(readFileSync(join(built, "manifest.json"), "utf8"));

describe("style", () => {
  test("left and right become start and end", () => {
    const turned = [
      ["a{margin-left:1px;padding-right:2px}", "a{margin-inline-start:1px;padding-inline-end:2px}"],
      ["a{text-align:left}b{text-align:right}", "a{text-align:start}b{text-align:end}"],
      ["a{float:left}", "a{float:inline-start}"],
      ["a{left:0;border-right-width:0}", "a{inset-inline-start:0;border-inline-end-width:0}"],
      ["a{border-top-left-radius:0}", "a{border-start-start-radius:0}"],
    ];
    for (const [from, to] of turned) {
      assert.equal(logical(from), to);
      assert.deepEqual(physicalLeft(to), []);
    }
  });

  test("what cannot be turned is found", () => {
    for (const css of [
      "a{padding:0 1px 0 2px}",
      "a{background-position:right 1px top 0}",
      "a{transform-origin:left top}",
    ])
      assert.equal(physicalLeft(logical(css)).length, 1, css);
    assert.deepEqual(physicalLeft("a{padding:0 1px 3px 1px;content:'a'}"), []);
    assert.deepEqual(undefinedProperties("a{color:var(--x);width:var(--y,1px);--z:1;top:var(--z)}"), ["--x"]);
  });

  test("what no page has goes, and nothing else", () => {
    const unused = /^(x|y-.*)$/;
    const pruned = [
      [".x{a:1}.z{b:2}", ".z{b:2}"],
      [".x,.z{a:1}", ".z{a:1}"],
      [".z:is(.x,.q),p .y-2>a,p{a:1}", "p{a:1}"],
      [".z:not(.x){a:1}", ".z:not(.x){a:1}"],
      ["@media print{.x{a:1}}@media print{.x{a:1}p{b:2}}", "@media print{p{b:2}}"],
      ['@charset "UTF-8";.xx{a:1}@page{margin:1px}', '@charset "UTF-8";.xx{a:1}@page{margin:1px}'],
    ];
    for (const [from, to] of pruned) assert.equal(withoutClasses(from, unused), to);
    const unread = [
      ["a{--x: 1;b:2}", "a{b:2}"],
      ["a{b:2;--x: 1}", "a{b:2}"],
      ["a{--x: 1;b:var(--x)}", "a{--x: 1;b:var(--x)}"],
      ["a{--x: var(--y);--y: 1;b:2}p{--x: 3}", "a{b:2}"],
      ["a{--xy: 1;--x: 2;b:var(--xy,1px)}", "a{--xy: 1;b:var(--xy,1px)}"],
    ];
    for (const [from, to] of unread) assert.equal(withoutUnreadProperties(from), to);
    assert.deepEqual(classesOf("@media print{.b:not(.c){}}p.a .b{}"), ["a", "b"]);
  });

  test("every class of the style sheet stands in what writes pages", () => {
    const folders = ["src/app", "src/capabilities", "src/web"];
    const files = folders.flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true })
        .filter((name) => /\.(cpp|hpp|ts|html)$/.test(name) && !name.includes("tests/"))
        .map((name) => join(root, folder, name)),
    );
    const written = new Set(files.flatMap((file) => readFileSync(file, "utf8").match(/[a-zA-Z][-\w]*/g)));
    // Numbered, or made of a word of the record.
    const families = /^(answer|cluster|passage-level|strength)-/;
    const states = ["show", "disabled"]; // of Bootstrap's buttons, beside :active and :disabled
    const [style] = Object.values(manifest()).filter(({ file }) => file.endsWith(".css"));
    const found = classesOf(readFileSync(join(built, style.file), "utf8"));
    assert.ok(found.length > 50, `only ${found.length} classes were found`);
    assert.deepEqual(
      found.filter((name) => !written.has(name) && !families.test(name) && !states.includes(name)),
      [],
    );
  });

  test("names carry the digest, copies unzip to the same, budgets hold", () => {
    let scripts = 0; // of what any page may load; those who fill in a report load these besides
    const own = { "filling.js": 6 * 1024, "worker.js": 1024 };
    for (const [name, facts] of Object.entries(manifest())) {
      const bytes = readFileSync(join(built, facts.file));
      const zipped = readFileSync(join(built, `${facts.file}.gz`));
      assert.deepEqual(gunzipSync(zipped), bytes, name);
      assert.equal(zipped.readUInt32LE(4), 0, "no time in the copy");
      assert.ok(facts.file.includes(`.${facts.sha256.slice(0, 10)}.`));
      if (name.endsWith(".css")) assert.ok(zipped.length <= 12 * 1024, `${name}: ${zipped.length}`);
      if (name in own) assert.ok(zipped.length <= own[name], `${name}: ${zipped.length}`);
      else if (name.endsWith(".js")) scripts += zipped.length;
    }
    assert.ok(scripts <= 4 * 1024, `scripts: ${scripts}`);
  });

  test("built again it is byte for byte the same, and what else was in the folder stays", () => {
    const folder = mkdtempSync(join(tmpdir(), "poa-assets-"));
    try {
      writeFileSync(join(folder, "notes.txt"), "mine");
      writeFileSync(join(folder, "style.0123456789.css"), "of an earlier run");
      execFileSync(join(root, "script/assets"), [folder], { stdio: "pipe" });
      assert.deepEqual(readdirSync(folder).sort(), [...readdirSync(built), "notes.txt"].sort());
      for (const name of readdirSync(built))
        assert.deepEqual(readFileSync(join(folder, name)), readFileSync(join(built, name)), name);
      assert.equal(
        execFileSync(join(root, "script/assets"), [folder], { encoding: "utf8" }),
        "",
        "nothing to do",
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
