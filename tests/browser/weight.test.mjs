// SPDX-License-Identifier: Apache-2.0
// What the first load of a page weighs over the wire, everything included, on the real papers: every public
// page of pages.mjs, the heaviest there are, and whatever follows them page by page, in all six languages.
import assert from "node:assert/strict";
import { Agent, request } from "node:http";
import { after, before, describe, test } from "node:test";
import { gunzipSync } from "node:zlib";
import { firstLoadBytesMax } from "./browser.mjs";
import { pages } from "./pages.mjs";
import { startServer } from "./program.mjs";

const languages = ["en", "fr", "es", "ru", "zh", "ar"];

/** Heavy ones that pages.mjs has no line for; the last one nobody links to, but anybody may ask for it. */
const heavy = [
  "/documents/a-78-76/whole",
  "/documents/a-78-76/sections/section-replies-received",
  "/views/matrix?pillar=all",
  "/views/matrix?pillar=all&kind=all",
  "/views/questions",
  "/views/convergence",
  "/views/compare?states=AUS,CAN,CHL,COL,CUB,EGY,EST,FRA,DEU,GBR,RUS,USA",
  "/documents/a-78-76/passages?limit=500",
];

/** Pages for paper: heavy, and the link to them says how heavy. */
const forPaper = [
  { path: "/documents/a-78-76/whole", link: /href="([^"]*paper=yes[^"]*)"[^>]*>[^<]*?(\d+) KiB/ },
  { path: "/views/matrix?pillar=all", link: /href="([^"]*whole=yes[^"]*)"[^>]*>[^<]*?(\d+) KiB/ },
];

const plain = (address) => address.replaceAll("&amp;", "&");

describe("weight", () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const assets = new Map();
  let server;
  before(async () => (server = await startServer()));
  after(async () => {
    agent.destroy();
    await server?.stop();
  });

  /** { bytes, text }: head and body as they came, and the body unzipped. */
  function load(path, language) {
    const headers = {
      accept: path.startsWith("/assets/") ? "*/*" : "text/html",
      "accept-encoding": "gzip",
      "accept-language": language,
    };
    return new Promise((answer, refuse) => {
      request(server.address + path, { agent, headers }, (response) => {
        const pieces = [];
        response.on("error", refuse);
        response.on("data", (piece) => pieces.push(piece));
        response.on("end", () => {
          const body = Buffer.concat(pieces);
          if (response.statusCode !== 200) return refuse(new Error(`${response.statusCode} from ${path}`));
          const head = response.rawHeaders.reduce((sum, text) => sum + text.length + 2, 20);
          const zipped = response.headers["content-encoding"] === "gzip";
          answer({ bytes: head + body.length, text: (zipped ? gunzipSync(body) : body).toString() });
        });
      })
        .on("error", refuse)
        .end();
    });
  }

  /** The same with all that the page makes a browser fetch. */
  async function firstLoad(path, language) {
    const page = await load(path, language);
    const needed = new Set([...page.text.matchAll(/"(\/assets\/[^"]+)"/g)].map((match) => match[1]));
    assert.ok(needed.size >= 3, `${path} names only ${needed.size} assets: the count is broken`);
    for (const asset of needed) {
      if (!assets.has(asset)) assets.set(asset, (await load(asset, language)).bytes);
      page.bytes += assets.get(asset);
    }
    return page;
  }

  /** Each of these and what follows it by its own link to the next; the heaviest one found. */
  async function walk(paths, language) {
    let heaviest = { bytes: 0 };
    const seen = new Set();
    for (let path of paths)
      while (path && !seen.has(path)) {
        seen.add(path);
        const { bytes, text } = await firstLoad(path, language);
        assert.ok(
          bytes <= firstLoadBytesMax,
          `${path} in ${language} weighs ${bytes} bytes over the wire; at most ${firstLoadBytesMax}`,
        );
        if (bytes > heaviest.bytes) heaviest = { path, bytes };
        path = plain(text.match(/<a rel="next" href="([^"]+)"/)?.[1] ?? "");
      }
    return { ...heaviest, count: seen.size };
  }

  for (const language of languages)
    test(`no public page weighs more than 40 KiB at first load: ${language}`, async (context) => {
      const known = pages.filter((page) => page.public && !page.status).map((page) => page.path);
      const found = await walk([...known, ...heavy], language);
      assert.ok(found.count > known.length + heavy.length + 20, "the links to the next page were followed");
      context.diagnostic(`${found.count} pages; heaviest ${found.path}, ${found.bytes} bytes`);
    });

  for (const { path, link } of forPaper)
    test(`the link to all of ${path} says what that weighs`, async (context) => {
      const [, address, said] = (await load(path, "en")).text.match(link) ?? [];
      assert.ok(address, `a link for paper on ${path}`);
      const { bytes } = await firstLoad(plain(address), "en");
      context.diagnostic(`${said} KiB said, ${bytes} bytes found`);
      assert.ok(Math.abs(said * 1024 - bytes) < bytes / 5, `${said} KiB said, ${bytes} bytes found`);
    });
});
