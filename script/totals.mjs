// SPDX-License-Identifier: Apache-2.0
// Sums up what the runners of script/test left in a folder and prints "N passed, N failed[, N skipped]".
//   gtest/*.json   one a GoogleTest program: each test case counts
//   ctest*.xml     programs that CMake ran: one that left no gtest/*.json, or died, counts as one
//   NAME.log       of another runner, with its exit code in NAME.code: lines "# pass N" (TAP) or
//                  "N passed, N failed"; without such a line the runner counts as one
// Exit code: 0 when something ran and nothing failed.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

const folder = process.argv[2];
const totals = { passed: 0, failed: 0, skipped: 0 };
const failures = [];

function count(kind, times = 1, name = "") {
  totals[kind] += times;
  if (kind === "failed" && name) failures.push(name);
}

/** Counts one GoogleTest report; gives back how many of its tests failed. */
function countGoogleTest(path) {
  let failed = 0;
  const report = JSON.parse(readFileSync(path, "utf8"));
  for (const suite of report.testsuites) {
    for (const test of suite.testsuite) {
      if (test.failures?.length) {
        failed += 1;
        count("failed", 1, `${suite.name}.${test.name}`);
      } else if (test.result === "SKIPPED" || (test.status === "NOTRUN" && test.result === "SUPPRESSED")) {
        // A test that a filter left out was not asked for; a disabled one was.
        const disabled = /(^|\/)DISABLED_/.test(`${suite.name}/${test.name}`);
        if (test.result === "SKIPPED" || disabled) count("skipped");
      } else {
        count("passed");
      }
    }
  }
  return failed;
}

/** Programs by name as CTest saw them: "run", "fail", "disabled" or "notrun". */
function programsOf(xml) {
  const cases = xml.matchAll(/<testcase name="([^"]*)"[^>]*? status="([^"]*)"/g);
  return [...cases].map(([, name, status]) => ({ name, status }));
}

/** Totals a runner printed itself, or nothing. */
function totalsIn(log) {
  const tap = (word) => {
    const lines = log.matchAll(new RegExp(`^(?:# |ℹ )${word} (\\d+)$`, "gm"));
    return [...lines].reduce((sum, [, number]) => sum + Number(number), 0);
  };
  if (/^(?:# |ℹ )pass \d+$/m.test(log)) {
    const failed = tap("fail") + tap("cancelled");
    return { passed: tap("pass"), failed, skipped: tap("skipped") + tap("todo") };
  }
  const last = [...log.matchAll(/^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?\.?$/gm)].pop();
  if (!last) return undefined;
  const [passed, failed, skipped] = last.slice(1).map((number) => Number(number ?? 0));
  return { passed, failed, skipped };
}

const files = readdirSync(folder);
const reports = new Map();
if (existsSync(join(folder, "gtest"))) {
  for (const file of readdirSync(join(folder, "gtest")).sort()) {
    const program = basename(file, ".json").replace(/_tests(_\d+)?$/, "");
    try {
      reports.set(program, (reports.get(program) ?? 0) + countGoogleTest(join(folder, "gtest", file)));
    } catch (problem) {
      count("failed", 1, `${file}: ${problem.message}`);
      reports.set(program, 1);
    }
  }
}
for (const file of files.filter((name) => /^ctest.*\.xml$/.test(name))) {
  for (const { name, status } of programsOf(readFileSync(join(folder, file), "utf8"))) {
    const own = reports.get(name);
    if (status === "run") {
      if (own === undefined) count("passed");
    } else if (status === "fail") {
      if (!own) count("failed", 1, `${name} (the program)`);
    } else {
      count("skipped");
    }
  }
}
for (const file of files.filter((name) => name.endsWith(".code"))) {
  const name = basename(file, ".code");
  const code = Number(readFileSync(join(folder, file), "utf8"));
  const path = join(folder, `${name}.log`);
  const log = existsSync(path) ? readFileSync(path, "utf8") : "";
  if (name === "unit" || name.startsWith("unit-")) {
    // Counted above, program by program; here only what kept CTest itself from running.
    if (code !== 0 && totals.failed === 0) count("failed", 1, `${name} (exit ${code})`);
    continue;
  }
  const said = totalsIn(log);
  if (said) {
    count("passed", said.passed);
    count("failed", said.failed, said.failed ? name : "");
    count("skipped", said.skipped);
    if (code !== 0 && said.failed === 0) count("failed", 1, `${name} (exit ${code})`);
  } else {
    count(code === 0 ? "passed" : "failed", 1, name);
  }
}

if (failures.length) {
  const more = failures.length > 40 ? ` and ${failures.length - 40} more` : "";
  console.log(`failed: ${failures.slice(0, 40).join(", ")}${more}`);
}
const skipped = totals.skipped ? `, ${totals.skipped} skipped` : "";
console.log(`${totals.passed} passed, ${totals.failed} failed${skipped}`);
process.exit(totals.failed === 0 && totals.passed > 0 ? 0 : 1);
