// SPDX-License-Identifier: Apache-2.0
// Reads beside the same reads in Fastify with better-sqlite3, and the kept page beside nginx. Every server is
// held to one core, the load to the other; sides take turns.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { number } from "./figures.mjs";
import { sideBySide } from "./load.mjs";
import { served } from "./ours.mjs";
import { freePort, serve } from "./processes.mjs";
import * as routes from "./routes.mjs";

const seconds = (quick) => (quick ? 3 : 6);
const pairs = (quick) => (quick ? 2 : 7);

function sameJson(ours, theirs) {
  const [mine, other] = [ours, theirs].map((answer) => JSON.parse(answer.body.toString()));
  if (!isDeepStrictEqual(mine, other))
    throw new Error(
      "the peer's JSON is not ours:\n" +
        ours.body.toString().slice(0, 600) +
        "\n...\n" +
        theirs.body.toString().slice(0, 600),
    );
}

/** The peer draws the same rows in the same frame: the same bytes but for how an apostrophe is escaped. */
function sameHtml(ours, theirs) {
  const [mine, other] = [ours, theirs].map(({ body }) => body.toString().replaceAll("&#x27;", "&#39;"));
  if (mine === other) return;
  let at = 0;
  while (mine[at] === other[at]) ++at;
  throw new Error(
    `the peer's HTML is not ours, from ${at} on:\n${mine.slice(at - 80, at + 80)}\n...\n` +
      other.slice(at - 80, at + 80),
  );
}

/** What stands before and behind the rows. */
function frameOf(page) {
  const html = page.body.toString();
  const before = html.indexOf("<tbody>") + "<tbody>".length;
  return { before: html.slice(0, before), behind: html.slice(html.indexOf("</tbody>", before)) };
}

async function peer(root, data, work, page) {
  const frame = join(work, "peer-frame.json");
  writeFileSync(frame, JSON.stringify(frameOf(page)));
  const port = await freePort();
  const args = [join(root, "bench/peer/server.mjs"), join(data, "poa.sqlite"), String(port), frame];
  return serve("peer", process.execPath, args, port, "/ready");
}

function report(figures, what, result) {
  const beside = (field) => [
    number(result.of(0, field)),
    number(result.of(1, field)),
    result.compared(0, 1, field),
  ];
  let [ours, theirs, times] = beside("perSecond");
  figures.add(
    `${what}: requests a second`,
    `${ours}; Fastify ${theirs}: ×${number(times)}`,
    "at least ×2",
    times >= 2,
  );
  [ours, theirs, times] = beside("perProcessorSecond");
  figures.add(`${what}: requests a second of processor`, `${ours}; Fastify ${theirs}: ×${number(times)}`);
  [ours, theirs, times] = beside("p99");
  figures.add(
    `${what}: 99 % within`,
    `${ours} ms; Fastify ${theirs} ms: ×${number(times)}`,
    "lower",
    times < 1,
  );
}

export async function measureReads({ root, work, data, quick, figures }) {
  const ours = await served(root, data);
  const path = routes.passages(routes.report);
  const page = await ours.page(path, { accept: routes.html });
  const theirs = await peer(root, data, work, page);
  try {
    for (const [what, face, prefix, check] of [
      ["passage list as JSON", routes.json, "/json", sameJson],
      ["HTML page of 200 rows", routes.html, "/html", sameHtml],
    ]) {
      const headers = { accept: face };
      const [a, b] = [await ours.page(path, headers), await theirs.page(prefix + path, headers)];
      check(a, b);
      const sides = [
        { server: ours, url: ours.url(path) },
        { server: theirs, url: theirs.url(prefix + path) },
      ];
      const result = sideBySide(sides, pairs(quick), { seconds: seconds(quick), headers });
      report(figures, `${what} (${number(a.body.length / 1024)} KiB)`, result);
    }
  } finally {
    await Promise.all([ours.stop(), theirs.stop()]);
  }
}

async function nginx(work, page) {
  const folder = join(work, "nginx");
  mkdirSync(join(folder, "site"), { recursive: true });
  mkdirSync(join(folder, "logs"), { recursive: true });
  writeFileSync(join(folder, "site/page.html"), page.body);
  const port = await freePort();
  // The headers of ours, so that both write as many bytes.
  const skipped = new Set([
    "content-length",
    "content-type",
    "date",
    "connection",
    "etag",
    "server",
    "last-modified",
  ]);
  const headers = Object.entries(page.headers)
    .filter(([name]) => !skipped.has(name))
    .map(([name, value]) => `      add_header ${name} ${JSON.stringify(String(value).replaceAll("$", ""))};`);
  writeFileSync(
    join(folder, "nginx.conf"),
    `
daemon off;
${process.getuid() === 0 ? "user root;" : ""}
worker_processes 1;
pid ${folder}/nginx.pid;
error_log ${folder}/logs/error.log;
events { worker_connections 1024; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  tcp_nodelay on;
  keepalive_requests 1000000000;
  keepalive_timeout 75s;
  open_file_cache max=100 inactive=60s;
  open_file_cache_valid 60s;
  default_type "text/html; charset=utf-8";
  types { }
  client_body_temp_path ${folder}/a; proxy_temp_path ${folder}/b; fastcgi_temp_path ${folder}/c;
  uwsgi_temp_path ${folder}/d; scgi_temp_path ${folder}/e;
  server {
    listen 127.0.0.1:${port};
    root ${folder}/site;
    location = /page.html {
${headers.join("\n")}
    }
  }
}
`,
  );
  return serve(
    "nginx",
    "nginx",
    ["-p", folder, "-c", join(folder, "nginx.conf"), "-e", join(folder, "logs/start.log")],
    port,
    "/page.html",
  );
}

export async function measureKept({ root, work, data, quick, figures }) {
  const ours = await served(root, data, { cached: true });
  try {
    for (const path of [routes.passages(routes.report), routes.document("canada")]) {
      const headers = { accept: routes.html };
      await ours.page(path, headers);
      const page = await ours.page(path, headers); // the kept one
      const theirs = await nginx(work, page);
      try {
        const sides = [
          { server: ours, url: ours.url(path) },
          { server: theirs, url: theirs.url("/page.html") },
        ];
        const result = sideBySide(sides, pairs(quick), { seconds: seconds(quick), headers });
        const share = result.compared(0, 1, "perSecond");
        figures.add(
          `kept page ${path} (${number(page.body.length / 1024)} KiB)`,
          `${number(result.of(0, "perSecond"))}/s; nginx, the same bytes as a file: ` +
            `${number(result.of(1, "perSecond"))}/s: ${number(100 * share)} % (per second of processor ` +
            `${number(100 * result.compared(0, 1, "perProcessorSecond"))} %); 99 % within ` +
            `${number(result.of(0, "p99"))} ms and ${number(result.of(1, "p99"))} ms`,
          "at least 50 %",
          share >= 0.5,
        );
      } finally {
        await theirs.stop();
      }
    }
  } finally {
    await ours.stop();
  }
}
