// SPDX-License-Identifier: Apache-2.0
// What the platform takes: memory, time to start, time to import, bytes of a first visit.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { papers } from "./corpus.mjs";
import { median, number } from "./figures.mjs";
import { imported, made, served } from "./ours.mjs";
import { get } from "./processes.mjs";
import * as routes from "./routes.mjs";

export function measureImport({ root, work, quick, figures }) {
  const seconds = [];
  for (let i = 0; i < (quick ? 2 : 5); ++i) {
    const folder = made(root, join(work, `import-${i}`));
    seconds.push(imported(root, folder, papers(root)));
    rmSync(folder, { recursive: true });
  }
  const took = median(seconds);
  figures.add("import of the five papers", `${number(took)} s`, "under 2 s", took < 2);
}

export async function measureStart({ root, data, quick, figures }) {
  const starts = [];
  const memory = [];
  const afterReading = [];
  for (let i = 0; i < (quick ? 3 : 9); ++i) {
    const start = process.hrtime.bigint();
    const server = await served(root, data, { cached: true, awaited: routes.document(routes.report) });
    starts.push(Number(process.hrtime.bigint() - start) / 1e6);
    await new Promise((later) => setTimeout(later, 1500)); // the sequencer has looked for the first time
    memory.push(server.residentMemory());
    for (const path of [routes.passages(routes.report), routes.search("programme of action"), routes.ledger])
      for (let again = 0; again < 20; ++again) await server.page(path, { accept: routes.html });
    afterReading.push(server.residentMemory());
    await server.stop();
  }
  const first = median(starts);
  figures.add(
    "start to first answer (a document's page), papers loaded",
    `${number(first)} ms`,
    "under 300 ms",
    first < 300,
  );
  const idle = median(memory);
  figures.add("resident memory, idle after the start", `${number(idle)} MiB`, "under 40 MiB", idle < 40);
  const read = median(afterReading);
  figures.add(
    "resident memory, idle after pages, lists and searches",
    `${number(read)} MiB`,
    "under 40 MiB",
    read < 40,
  );
}

/** What a browser loads for a page, as it goes over the wire. */
async function firstLoad(server, path) {
  const gzip = { "accept-encoding": "gzip", accept: routes.html };
  const page = await server.page(path, gzip);
  const { gunzipSync } = await import("node:zlib");
  const html =
    page.headers["content-encoding"] === "gzip" ? gunzipSync(page.body).toString() : page.body.toString();
  const wanted = new Set();
  for (const [, tag] of html.matchAll(/<(link\b[^>]*|script\b[^>]*|img\b[^>]*)>/g)) {
    const address = /\b(?:href|src)="([^"]+)"/.exec(tag)?.[1];
    const kind = /\brel="([^"]+)"/.exec(tag)?.[1] ?? "";
    if (!address || !address.startsWith("/")) continue;
    if (tag.startsWith("link") && !/\b(stylesheet|icon|manifest|modulepreload|preload)\b/.test(kind))
      continue;
    wanted.add(address.replaceAll("&amp;", "&"));
  }
  let bytes = wireBytes(page);
  for (const address of wanted) {
    const part = await get(server.port, address, { "accept-encoding": "gzip" });
    if (part.status !== 200) throw new Error(`${path} asks for ${address}, which gives ${part.status}`);
    bytes += wireBytes(part);
  }
  return { bytes, page: wireBytes(page), parts: wanted.size };
}

/** Status line, head and body. */
function wireBytes(answer) {
  let head = "HTTP/1.1 200 OK\r\n\r\n".length;
  for (let i = 0; i < answer.raw.length; i += 2) head += answer.raw[i].length + answer.raw[i + 1].length + 4;
  return head + answer.body.length;
}

export async function measureFirstLoad({ root, data, figures }) {
  const server = await served(root, data, { cached: true });
  try {
    for (const path of [
      "/",
      "/documents",
      routes.document("canada"),
      routes.document(routes.report),
      routes.passages(routes.report),
      routes.search("capacity building"),
      "/states",
      routes.ledger,
    ]) {
      const answer = await get(server.port, path, { accept: routes.html });
      if (answer.status !== 200) {
        figures.add(`first load of ${path}`, `status ${answer.status}`, "at most 40 KiB", false);
        continue;
      }
      const { bytes, page, parts } = await firstLoad(server, path);
      figures.add(
        `first load of ${path}`,
        `${number(bytes / 1024)} KiB (page ${number(page / 1024)}, ${parts} parts beside it)`,
        "at most 40 KiB",
        bytes <= 40 * 1024,
      );
    }
  } finally {
    await server.stop();
  }
}
