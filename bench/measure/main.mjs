// SPDX-License-Identifier: Apache-2.0
// Everything "Must reach" in one run (bench/run calls it): a table on the screen, and in bench/results.md.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, release, totalmem } from "node:os";
import { dirname, join } from "node:path";
import { papers } from "./corpus.mjs";
import { measureCommands, measureProofs } from "./durable.mjs";
import { Figures } from "./figures.mjs";
import { measureFilling } from "./filling.mjs";
import { measureGrowth } from "./growth.mjs";
import { imported, made, program, version } from "./ours.mjs";
import { run } from "./processes.mjs";
import { measureKept, measureReads } from "./reads.mjs";
import { measureFirstLoad, measureImport, measureStart } from "./resources.mjs";
import { measureCharters, measureLive, measureReports, measureTexts, measureViews } from "./rooms.mjs";

const parts = {
  reads: {
    title: "Reads, beside Fastify with better-sqlite3",
    words: "Nothing kept: both read the same SQLite file for every request. 64 connections.",
    measure: measureReads,
  },
  kept: {
    title: "The kept page, beside nginx",
    words: "nginx serves the same bytes with the same headers as a static file, one worker. 64 connections.",
    measure: measureKept,
  },
  resources: {
    title: "Memory, start, import, first load",
    words:
      "First load: page, style sheet, scripts and icon with their heads, compressed, as they go over the " +
      "wire.",
    measure: async (with_) => {
      await measureStart(with_);
      measureImport(with_);
      await measureFirstLoad(with_);
    },
  },
  durable: {
    title: "Durable commands",
    words:
      "synchronous=FULL; each command writes a row and a journal entry; the ledger is signed behind them.",
    measure: (with_) => measureCommands(with_),
  },
  growth: {
    title: "Cost against size",
    words:
      "One connection, nothing kept; ×1, ×10, ×100 in turn. Compared is what one answer takes of the " +
      "server's processor, all threads together. Allowed is the growth of the logarithm of the number of " +
      "passages (of entries), times that of the answer: for a search, the matches it ranks (2,000 at most).",
    measure: async (with_) => {
      measureProofs(with_);
      await measureGrowth(with_);
    },
  },
  views: {
    title: "The summary of views",
    words: "All questions answered by all States; then ten times as many States.",
    measure: measureViews,
  },
  charter: {
    title: "Charters",
    words: "Calendar, check, burden and simulation, inside one process.",
    measure: measureCharters,
  },
  decisions: {
    title: "Decisions",
    words:
      "Texts of 60 pages inside one process; then the real program with a stream a screen, on two cores " +
      "together with what loads it.",
    measure: (with_) => {
      measureTexts(with_);
      measureLive(with_);
    },
  },
  reports: {
    title: "National reports",
    words: "Twenty years of reports; then ten times as many States. What is given is processor time.",
    measure: measureReports,
  },
  filling: {
    title: "Filling in a report",
    words:
      "The real program over HTTP, synchronous=FULL; wording in six languages, all questions answered; the " +
      "slowest and the heaviest of the six languages.",
    measure: measureFilling,
  },
};

const [root, ...wanted] = process.argv.slice(2);
const quick = wanted.includes("--quick");
const named = wanted.filter((word) => word !== "--quick");
const unknown = named.filter((word) => !(word in parts));
if (unknown.length > 0) {
  console.error(`bench: no part ${unknown.join(", ")}; there are ${Object.keys(parts).join(", ")}`);
  process.exit(2);
}

const work = mkdtempSync(join(root, "build/bench-"));
process.on("exit", () => rmSync(work, { recursive: true, force: true }));
const figures = new Figures();
const programs = join(dirname(program(root)), "bench");
const data = made(root, join(work, "data"));
imported(root, data, papers(root));

for (const [name, part] of Object.entries(parts)) {
  if (named.length > 0 && !named.includes(name)) continue;
  figures.section(part.title, part.words);
  await part.measure({ root, work, data, quick, figures, programs });
}

const load = readFileSync("/proc/loadavg", "utf8").split(" ")[0];
const peers = JSON.parse(readFileSync(join(root, "bench/peer/package.json"), "utf8")).dependencies;
const said = (program, args) =>
  run("sh", ["-c", `${program} ${args} 2>&1 || true`])
    .trim()
    .split("\n")[0];
const facts = [
  ["date", new Date().toISOString().slice(0, 10)],
  [
    "machine",
    `${cpus().length} × ${cpus()[0].model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ` +
      `Linux ${release()}`,
  ],
  ["load of the machine at the end", load],
  ["platform", `${version(root)}, ${said("git", "describe --always --dirty")}, ${said("c++", "--version")}`],
  [
    "peer",
    `Node.js ${process.version}, ` +
      Object.entries(peers)
        .map(([name, at]) => `${name} ${at}`)
        .join(", "),
  ],
  ["nginx", said("nginx", "-v").replace("nginx version: ", "")],
  ["load generator", said("wrk", "-v").replace(/ Copyright.*/, "")],
];
const missed = figures.missed;
const text = `# Results of bench/run

${facts.map(([name, value]) => `- ${name}: ${value}`).join("\n")}

Medians of runs taken in turn (A B A B ...); shares are medians of pairs. Servers are held to one core, the
load to another.

${figures.markdown()}`;
console.log(missed.length === 0 ? "\nbench: all targets met" : `\nbench: missed: ${missed.length}`);
for (const row of missed) console.log(`  ${row.figure}: ${row.value} (${row.target})`);
const results = !quick && named.length === 0 ? "bench/results.md" : "build/bench-results.md";
writeFileSync(join(root, results), text);
console.log(`bench: wrote ${results}`);
