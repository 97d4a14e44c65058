// SPDX-License-Identifier: Apache-2.0
// Durable commands and ledger proofs, by programs of their own (bench/*.cpp).
import { join } from "node:path";
import { number } from "./figures.mjs";
import { run } from "./processes.mjs";

const lines = (said) =>
  said
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
/** Not held to one core, as we are: writers and disk are what is measured. */
const anywhere = (program, args) => run("taskset", ["-c", "0-1023", program, ...args]);

export function measureCommands({ programs, work, quick, figures }) {
  for (const row of lines(anywhere(join(programs, "bench_commands"), [work, quick ? "2" : "7"]))) {
    const who = row.writers === 1 ? "one writer" : `${row.writers} writers`;
    figures.add(
      `durable commands, ${who}`,
      `${number(row.commands_per_second)}/s (99 % within ${number(row.p99_milliseconds)} ms, worst ` +
        `${number(row.worst_milliseconds)} ms); ` +
        `bare SQLite, one INSERT a commit: ${number(row.bare_per_second)}/s; ` +
        `${number(100 * row.share)} % of it`,
      "at least 60 %",
      row.share >= 0.6,
    );
  }
}

export function measureProofs({ programs, work, quick, figures }) {
  const rows = lines(anywhere(join(programs, "bench_ledger_proofs"), quick ? [work, "quick"] : [work]));
  const [first] = rows;
  const last = rows.at(-1);
  for (const [what, field] of [
    ["receipt", "receipt_microseconds"],
    ["consistency proof", "consistency_microseconds"],
  ]) {
    const growth = last[field] / first[field];
    const allowed = Math.log(last.entries) / Math.log(first.entries);
    figures.add(
      `ledger ${what} out of ${rows.map((row) => number(row.entries)).join(", ")} entries`,
      `${rows.map((row) => number(row[field])).join(", ")} µs of processor: ×${number(growth)}`,
      `logarithmic: at most ×${number(allowed)} (and a quarter)`,
      growth <= allowed * 1.25,
    );
  }
}
