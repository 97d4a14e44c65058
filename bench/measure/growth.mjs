// SPDX-License-Identifier: Apache-2.0
// Cost against size: the same questions to the papers, to ten and to a hundred times as many, in turn, one
// connection, nothing kept.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { corpus, slugOfCopy } from "./corpus.mjs";
import { median, number } from "./figures.mjs";
import { pathsScript, wrk } from "./load.mjs";
import { imported, made, served } from "./ours.mjs";
import { run } from "./processes.mjs";
import * as routes from "./routes.mjs";

/** What is asked: a name, and the addresses for a corpus of so many copies. */
function questions(size) {
  const copies = Array.from({ length: Math.min(size.copies, 20) }, (_, i) =>
    Math.floor((i * size.copies) / 20),
  ).filter((copy, i, all) => all.indexOf(copy) === i);
  const slugs = copies.map((copy) => (copy === 0 ? routes.report : slugOfCopy(copy, 0)));
  const entries = Array.from({ length: 20 }, (_, i) => Math.floor((i * size.entries) / 20));
  return [
    { what: "passage list", paths: slugs.map(routes.passages) },
    { what: "document", paths: slugs.map(routes.document) },
    // Reported only: a few hundred entries are two tiles of the log. How proofs grow is in measureProofs.
    { what: "ledger receipt", paths: entries.map(routes.receipt), isReported: true },
    ...[
      ["search, a word of one passage in the papers", "Morocco"],
      ["search, a word of twenty passages", "primary"],
      ["search, a common word", "states"],
      ["search, two words", "capacity building"],
      ["search, a common and a rare word", "states Morocco"],
      ["search, a phrase", '"programme of action"'],
      ["search, a word left out", "norms -voluntary"],
      ["search, a word that is nowhere", "zebra"],
      ["search, a misspelt word", "goverment"],
    ].map(([what, words]) => ({ what: `${what} (${words})`, paths: [routes.search(words)] })),
  ];
}

function counted(folder) {
  const sql =
    "SELECT (SELECT count(*) FROM document), (SELECT count(*) FROM document_passage), " +
    "(SELECT size FROM ledger_head)";
  const [documents, passages, entries] = run("sqlite3", [
    "-readonly",
    "-separator",
    " ",
    join(folder, "poa.sqlite"),
    sql,
  ])
    .trim()
    .split(" ")
    .map(Number);
  return { documents, passages, entries };
}

async function build(root, work, copies, figures) {
  const folder = made(root, join(work, `times-${copies}`));
  const took = imported(root, folder, corpus(root, join(work, `corpus-${copies}`), copies));
  // The sequencer gives the last entries their places while serving.
  const server = await served(root, folder);
  await new Promise((later) => setTimeout(later, 1000));
  const size = { copies, ...counted(folder) };
  figures.add(
    `corpus ×${copies}`,
    `${size.documents} documents, ${number(size.passages)} passages, ` +
      `${size.entries} ledger entries; imported in ${number(took)} s ` +
      `(${number((1000 * took) / size.documents)} ms a document)`,
  );
  return { folder, server, size };
}

const each = (runs) => runs.map((of) => number(median(of))).join(", ");

/**
 * How large an answer is: of a search the matches that it ranks and counts (never more than 2,000), of the
 * rest its bytes. What is larger may cost as much more.
 */
function sizeOf(answer) {
  const total = answer.headers["content-type"].includes("json") ? JSON.parse(answer.body).total : undefined;
  if (total !== undefined)
    return { size: Math.max(1, total), words: `${number(total)} ${total === 1 ? "match" : "matches"}` };
  return { size: answer.body.length, words: `${number(answer.body.length / 1024)} KiB` };
}

export async function measureGrowth({ root, work, quick, figures }) {
  const headers = { accept: routes.json };
  const platforms = [];
  try {
    for (const copies of quick ? [1, 10] : [1, 10, 100])
      platforms.push(await build(root, work, copies, figures));
    const [small, large] = [platforms[0].size, platforms.at(-1).size];
    const allowed = Math.log(large.passages) / Math.log(small.passages);
    for (const [i, { what, isReported }] of questions(small).entries()) {
      const asked = platforms.map(({ server, size }) => {
        const { paths } = questions(size)[i];
        return { server, paths, script: pathsScript(work, `growth-${size.copies}-${i}`, paths) };
      });
      const answers = [];
      for (const { server, paths } of asked) answers.push(sizeOf(await server.page(paths[0], headers)));
      const wall = asked.map(() => []);
      const processor = asked.map(() => []);
      for (let round = 0; round < (quick ? 2 : 3); ++round)
        asked.forEach(({ server, paths, script }, side) => {
          const before = server.processorSeconds();
          const result = wrk(server.url(paths[0]), { seconds: 2, connections: 1, headers, script });
          wall[side].push(1e6 / result.perSecond);
          processor[side].push((1e6 * (server.processorSeconds() - before)) / result.requests);
        });
      const growth = median(processor.at(-1).map((last, round) => last / processor[0][round]));
      const most = allowed * Math.max(1, answers.at(-1).size / answers[0].size);
      figures.add(
        what,
        `${each(processor)} µs of processor (${each(wall)} µs waited): ×${number(growth)}; ` +
          `answers of ${answers.map(({ words }) => words).join(", ")}`,
        isReported ? "" : `at most ×${number(most)} (and a quarter)`,
        isReported ? undefined : growth <= most * 1.25,
      );
    }
  } finally {
    await Promise.all(platforms.map(({ server }) => server.stop()));
    for (const { folder } of platforms) rmSync(folder, { recursive: true });
  }
}
