// SPDX-License-Identifier: Apache-2.0
// Serves src/web/assets/gallery with the built assets and the program's content security policy.
// To look at it: node tests/browser/gallery.mjs
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { basename, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { root } from "./program.mjs";

const assets = join(root, "build/assets");
const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; " +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

function find(path) {
  if (path.startsWith("/assets/")) {
    const made = JSON.parse(readFileSync(join(assets, "manifest.json"), "utf8"))[basename(path)];
    return made && { file: join(assets, made.file), type: made.content_type };
  }
  const name = path === "/" ? "index" : basename(path);
  return { file: join(root, "src/web/assets/gallery", `${name}.html`), type: "text/html; charset=utf-8" };
}

const streams = new Set();
// Of the page "question": what its stream says, null: it is refused.
const screens = new Set();
let state = {};

const told = () => `event: state\ndata: ${JSON.stringify(state)}\n\n`;

function answer(request, response) {
  const path = new URL(request.url, "http://localhost").pathname;
  if (path === "/events") {
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write("event: position\ndata: 1\n\n");
    streams.add(response);
    request.on("close", () => streams.delete(response));
    return;
  }
  if (path === "/live") {
    if (!state) return void response.writeHead(503).end();
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write(told());
    screens.add(response);
    request.on("close", () => screens.delete(response));
    return;
  }
  const found = find(path);
  if (!found || !existsSync(found.file)) return void response.writeHead(404).end();
  const body = gzipSync(readFileSync(found.file));
  response.writeHead(200, {
    "content-type": found.type,
    "content-encoding": "gzip",
    "content-length": body.length,
    "content-security-policy": extname(found.file) === ".html" ? policy : "default-src 'none'",
  });
  response.end(body);
}

/** { address, announce(position), tell(state), cut(), stop() } */
export function startGallery(port = 0) {
  if (!existsSync(join(assets, "manifest.json"))) throw new Error("no build/assets; run: script/assets");
  const server = createServer(answer);
  return new Promise((ready) =>
    server.listen(port, "127.0.0.1", () =>
      ready({
        address: `http://127.0.0.1:${server.address().port}`,
        announce: (position) =>
          streams.forEach((stream) => stream.write(`event: position\ndata: ${position}\n\n`)),
        tell: (next) => {
          state = next;
          screens.forEach((screen) => screen.write(told()));
        },
        cut: () => {
          state = null;
          screens.forEach((screen) => screen.destroy());
        },
        stop: () => {
          for (const stream of [...streams, ...screens]) stream.end();
          server.closeAllConnections();
          server.close();
        },
      }),
    ),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log((await startGallery(8099)).address);
}
