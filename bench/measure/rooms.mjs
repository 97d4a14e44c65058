// SPDX-License-Identifier: Apache-2.0
// What single rooms must reach, by programs of their own (bench/*.cpp): charters, the summary of views,
// negotiated texts, and a thousand screens on one decision of the real program.
import { join } from "node:path";
import { positions } from "./corpus.mjs";
import { number } from "./figures.mjs";
import { program } from "./ours.mjs";
import { run } from "./processes.mjs";

const anywhere = (path, args) => run("taskset", ["-c", "0-1023", path, ...args], { timeout: 3_600_000 });
const lines = (said) =>
  said
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

/** Programs that print a line a case: what it is, median and worst of its runs, what must be reached. */
function measureCases(name, { programs, quick, figures }) {
  for (const row of lines(anywhere(join(programs, name), quick ? ["3"] : []))) {
    const target = row.must_reach_ms;
    figures.add(
      row.case,
      `${number(row.median_ms)} ms (worst ${number(row.worst_ms)} ms)`,
      target ? `under ${number(target)} ms` : "",
      target ? row.median_ms < target : undefined,
    );
  }
}

export const measureCharters = (with_) => measureCases("bench_charter", with_);
export const measureTexts = (with_) => measureCases("bench_decisions_text", with_);

/** One delegation's objection on all screens, and a roll-call while all watch: the real program. */
export function measureLive({ root, programs, work, figures }) {
  const [row] = lines(anywhere(join(programs, "bench_live"), [program(root), work]));
  const add = (what, value, unit, target, met) => figures.add(what, `${number(value)} ${unit}`, target, met);
  const reached = row.reached_p99_milliseconds;
  figures.add(
    `an objection on ${number(row.screens)} screens, 99 % within`,
    `${number(reached)} ms (half within ${number(row.reached_p50_milliseconds)} ms)`,
    "under 200 ms",
    reached < 200,
  );
  const votes = row.votes_per_second;
  add(`a roll-call of ${number(row.votes)}, each vote durable`, votes, "a second", "over 300", votes > 300);
  const highest = row.highest_resident_mebibytes;
  add("highest resident memory meanwhile", highest, "MiB", "under 300 MB", highest * 1.048576 < 300);
}

/** The summary and its matrix, every cell answered; ten and a hundred times as many are reported. */
export function measureViews({ root, programs, quick, figures }) {
  const targets = { summary_ms: 5, html_ms: 50 };
  const said = anywhere(join(programs, "bench_views_matrix"), [positions(root), quick ? "1" : "10"]);
  for (const row of lines(said)) {
    const of = `${number(row.states)} States, ${number(row.cells)} cells`;
    const isFirst = row.states <= 193;
    const put = (what, value, target) =>
      figures.add(
        `${what}, ${of}`,
        `${number(value)} ms`,
        isFirst && target ? `under ${target} ms` : "",
        isFirst && target ? value < target : undefined,
      );
    put("the whole summary counted", row.summary_ms, targets.summary_ms);
    put("the matrix loaded and drawn as a page", row.load_ms + row.html_ms, targets.html_ms);
    put("one correction counted", row.correction_ms);
  }
}

/** An indicator over twenty years, and a year's answers for programs; more States are reported beside. */
export function measureReports({ programs, quick, figures }) {
  for (const row of lines(anywhere(join(programs, "bench_reports"), [quick ? "1" : "100"]))) {
    const of = `${number(row.states)} States by ${number(row.years)} years`;
    const put = (what, name, target) => {
      const value = row[`${name}_processor_ms`];
      if (value === undefined) return;
      figures.add(
        `${what}, ${of}`,
        `${number(value)} ms (by the clock ${number(row[`${name}_ms`])} ms)`,
        row.states <= 193 && target ? `under ${number(target)} ms` : "",
        row.states <= 193 && target ? value < target : undefined,
      );
    };
    put("one indicator over all years", "series", 50);
    put("one indicator in one year", "one_year");
    for (const format of ["csv", "json", "xlsx"])
      put(`a year's answers (300 a report) as ${format.toUpperCase()}`, `export_${format}`, 2000);
  }
}
