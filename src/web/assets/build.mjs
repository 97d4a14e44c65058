// SPDX-License-Identifier: Apache-2.0
// Builds what browsers load (script/assets calls it): the style sheet from Sass, the islands from TypeScript,
// the icons as they are. Writes each under a name that carries its digest, a gzipped copy beside it, and
// manifest.json. Refuses a result over its budget, with left or right in it, or with a colour nobody defined.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import * as esbuild from "esbuild";
import * as sass from "sass";
import { logical, physicalLeft, undefinedProperties } from "./logical.mjs";
import { withoutClasses, withoutUnreadProperties } from "./pruning.mjs";

const [root, out, stamp] = process.argv.slice(2);
const assets = join(root, "src/web/assets");

// Bytes after gzip. A public page's first load is held to 40 KiB in all (tests/browser); these are its fixed
// part.
const budgets = { ".css": 12 * 1024, ".js": 4 * 1024, ".svg": 1024 };
// Of scripts that only whoever fills in a report ever loads.
const ownBudgets = { "filling.js": 6 * 1024, "worker.js": 1024 };
// Browsers of the last five years or so: what esbuild must not write newer than.
const target = ["chrome100", "firefox100", "safari15.4"];
// Classes of the Bootstrap parts in use that no page has (tests/browser/style.test.mjs looks for more).
const unused = new RegExp(
  "^(btn-(check|link|lg|sm)|caption-top|col-form-label.*|container-.*|form-control-(color|lg|plaintext|sm)" +
    "|form-select-(lg|sm)|table-(active|bordered|borderless|group-divider|hover|responsive.*|sm|striped.*)" +
    "|visually-hidden-focusable)$",
);
const contentTypes = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};

function fail(sentence) {
  console.error(`assets: ${sentence}`);
  process.exit(1);
}

function buildStyle() {
  const compiled = sass.compile(join(assets, "style.scss"), {
    loadPaths: [join(root, "node_modules")],
    quietDeps: true,
    silenceDeprecations: ["import"],
  });
  const css = logical(compiled.css);
  const left = physicalLeft(css);
  if (left.length) fail(`the style sheet knows left from right: ${left.join("; ")}`);
  const unknown = undefinedProperties(css);
  if (unknown.length) fail(`custom properties used but never defined: ${unknown.join(", ")}`);
  const minify = (text) =>
    esbuild.transformSync(text, { loader: "css", minify: true, target, legalComments: "none" }).code;
  return minify(withoutUnreadProperties(withoutClasses(minify(css), unused)));
}

function buildScript(name, format) {
  return esbuild.buildSync({
    entryPoints: [join(assets, "islands", name)],
    bundle: true,
    minify: true,
    format,
    target,
    write: false,
    legalComments: "none",
  }).outputFiles[0].text;
}

function gather() {
  const made = new Map();
  made.set("style.css", buildStyle());
  made.set("islands.js", buildScript("islands.ts", "esm"));
  made.set("question.js", buildScript("question.ts", "esm")); // on pages of questions only
  made.set("filling.js", buildScript("filling.ts", "esm")); // where reports are filled in
  made.set("worker.js", buildScript("worker.ts", "iife")); // of reports that are kept on a device
  made.set("theme.js", buildScript("theme.ts", "iife")); // in the head, and not put off as a module would be
  for (const name of readdirSync(join(assets, "icons")).sort()) {
    if (extname(name) === ".svg") made.set(name, readFileSync(join(assets, "icons", name), "utf8").trim());
  }
  return made;
}

// What an earlier run left, and nothing else that may be in the folder.
function clear(folder) {
  const ours = /^(manifest\.json|\.stamp|[a-z]+\.[0-9a-f]{10}\.(css|js|svg)(\.gz)?)$/;
  for (const name of readdirSync(folder)) if (ours.test(name)) rmSync(join(folder, name));
}

const made = gather();
const spent = {};
const manifest = {};
mkdirSync(out, { recursive: true });
clear(out);
for (const [name, text] of made) {
  const bytes = Buffer.from(text);
  const gzipped = gzipSync(bytes, { level: 9 });
  gzipped[9] = 255; // "unknown system", so that the same bytes come out everywhere; node writes no time
  const digest = createHash("sha256").update(bytes).digest("hex");
  const extension = extname(name);
  const hashed = `${basename(name, extension)}.${digest.slice(0, 10)}${extension}`;
  writeFileSync(join(out, hashed), bytes);
  writeFileSync(join(out, `${hashed}.gz`), gzipped);
  if (!(name in ownBudgets)) spent[extension] = (spent[extension] ?? 0) + gzipped.length;
  else if (gzipped.length > ownBudgets[name])
    fail(`${name} weighs ${gzipped.length} bytes gzipped; the budget is ${ownBudgets[name]}`);
  manifest[name] = {
    file: hashed,
    content_type: contentTypes[extension],
    size: bytes.length,
    gzip_size: gzipped.length,
    sha256: digest,
  };
}
for (const [extension, bytes] of Object.entries(spent)) {
  if (bytes > budgets[extension])
    fail(`${extension} weighs ${bytes} bytes gzipped; the budget is ${budgets[extension]}`);
}
writeFileSync(join(out, "manifest.json"), JSON.stringify(manifest, null, 1) + "\n");
writeFileSync(join(out, ".stamp"), stamp + "\n");
for (const [name, { file, size, gzip_size }] of Object.entries(manifest)) {
  console.log(`assets: ${name} -> ${file}, ${size} bytes, ${gzip_size} gzipped`);
}
