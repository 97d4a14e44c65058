// SPDX-License-Identifier: Apache-2.0
// usage: server.mjs DATABASE PORT FRAME
// The passage list of a document as JSON and as a page, as one would write it in Fastify with better-sqlite3:
// kept prepared statements, a response schema for fast-json-stringify, template literals for HTML. FRAME is a
// JSON file with what stands before and behind the rows of the page: the peer has it ready made.
import { readFileSync } from "node:fs";
import Database from "better-sqlite3";
import Fastify from "fastify";

const [path, port, frameFile] = process.argv.slice(2);
const frame = JSON.parse(readFileSync(frameFile, "utf8"));

const database = new Database(path, { readonly: true, fileMustExist: true });
database.pragma("cache_size = -8192");
const everyone = 4;
const passagesOfVersion = 1_048_576;
const findVersion = database.prepare(
  `SELECT d.slug, d.symbol, d.title, v.id, v.language, v.number, v.passages
   FROM document d JOIN document_version v ON v.document = d.id AND v.is_current = 1
   WHERE d.slug = ? AND d.audience >= ${everyone}
   ORDER BY v.language = ? DESC, v.translation = 'original' DESC LIMIT 1`,
);
// Rows as arrays: better-sqlite3 makes them faster than objects.
const readPassages = database
  .prepare(
    `SELECT key, anchor, label, kind, level, number, reply, section, text, marks
   FROM document_passage WHERE key BETWEEN ? AND ? ORDER BY key LIMIT ?`,
  )
  .raw(true);

const kinds = [
  "title",
  "front_matter",
  "contents",
  "heading",
  "paragraph",
  "item",
  "table",
  "footnote",
  "quotation",
  "preformatted",
];
/** Kinds as people read them. */
const kindWords = {
  title: "title",
  front_matter: "front matter",
  contents: "contents",
  heading: "heading",
  paragraph: "paragraph",
  item: "list item",
  table: "table",
  footnote: "footnote",
  quotation: "quotation",
  preformatted: "preformatted text",
};
const markKinds = { e: "emphasis", s: "strong", n: "note", d: "symbol", l: "link" };

const none = [];

function readMarks(text) {
  if (text === "") return none;
  return text.split("\n").map((line) => {
    const [kind, begin, end, target, anchor] = line.split("\x1f");
    return { kind: markKinds[kind], begin: Number(begin), end: Number(end), target, anchor };
  });
}

/** The page that both faces show, or nothing; only JSON shows marks. */
function load(slug, limit, withMarks) {
  const found = findVersion.get(slug, "en");
  if (!found) return undefined;
  const first = found.id * passagesOfVersion;
  const read = readPassages.all(first, first + passagesOfVersion - 1, limit + 1);
  const more = read.length > limit;
  if (more) read.pop();
  const rows = read.map(([key, anchor, label, kind, level, number, reply, section, text, marks]) => ({
    ordinal: key - first,
    anchor,
    label,
    kind: kinds[kind],
    level,
    number,
    reply,
    section,
    text,
    marks: withMarks ? readMarks(marks) : none,
  }));
  return {
    document: found.slug,
    symbol: found.symbol ?? "",
    title: found.title,
    language: found.language,
    version: found.number,
    rows,
    next: more ? rows.at(-1).ordinal : null,
  };
}

const special = /[&<>"']/;
const allSpecial = /[&<>"']/g;
const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text) => (special.test(text) ? text.replace(allSpecial, (one) => entities[one]) : text);

function drawRow(page, row) {
  const address = escaped(encodeURI(`/documents/${page.document}/passages/${row.anchor}`));
  return (
    `<tr><th scope="row" data-label="Passage"><a href="${address}">` +
    `<bdi>${escaped(row.label || row.anchor)}</bdi></a></th>` +
    `<td data-label="Kind">${kindWords[row.kind]}</td>` +
    `<td data-label="Text" lang="${page.language}" dir="ltr">${escaped(row.text)}</td></tr>`
  );
}

const string = { type: "string" };
const integer = { type: "integer" };
const object = (properties) => ({ type: "object", properties });
const list = (items) => ({ type: "array", items });
const mark = object({ kind: string, begin: integer, end: integer, target: string, anchor: string });
const row = object({
  ordinal: integer,
  anchor: string,
  label: string,
  kind: string,
  level: integer,
  number: string,
  reply: string,
  section: string,
  text: string,
  marks: list(mark),
});
const page = object({
  document: string,
  symbol: string,
  title: string,
  language: string,
  version: integer,
  rows: list(row),
  next: { type: "integer", nullable: true },
});
const querystring = object({ limit: { type: "integer", minimum: 1, maximum: 500, default: 100 } });

const app = Fastify({ logger: false, exposeHeadRoutes: false });

app.get("/ready", (request, reply) => {
  reply.send("ready");
});

app.get(
  "/json/documents/:slug/passages",
  { schema: { querystring, response: { 200: page } } },
  (request, reply) => {
    const loaded = load(request.params.slug, request.query.limit, true);
    if (!loaded) reply.code(404);
    reply.send(loaded ?? { title: "There is no such document." });
  },
);

app.get("/html/documents/:slug/passages", { schema: { querystring } }, (request, reply) => {
  const loaded = load(request.params.slug, request.query.limit, false);
  if (!loaded) return reply.code(404).send("There is no such document.");
  let rows = "";
  for (const each of loaded.rows) rows += drawRow(loaded, each);
  reply.type("text/html; charset=utf-8").send(frame.before + rows + frame.behind);
});

await app.listen({ host: "127.0.0.1", port: Number(port) });
