// SPDX-License-Identifier: Apache-2.0
// usage: server.mjs DATABASE PORT FRAME
// The passage list of a document as JSON and as a page, as one would write it in Fastify with better-sqlite3:
// kept prepared statements, a response schema for fast-json-stringify, template literals for HTML. FRAME is a
// page of ours; what stands around the rows is taken from it ready made.
import { readFileSync } from "node:fs";
import Database from "better-sqlite3";
import Fastify from "fastify";

const [path, port, frame] = process.argv.slice(2);
const database = new Database(path, { readonly: true, fileMustExist: true });
database.pragma("cache_size = -8192");

const app = Fastify({ logger: false, exposeHeadRoutes: false });
app.get("/ready", (request, reply) => reply.send("ready"));
await app.listen({ host: "127.0.0.1", port: Number(port) });
