// SPDX-License-Identifier: Apache-2.0
// The description of the programming interface: a linter's rules, and every example answer against its schema
// is left to the request cases.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { startServer } from "./program.mjs";
import { lint } from "./openapi.mjs";

describe("openapi", () => {
  let server;
  before(async () => (server = await startServer({ importPapers: false })));
  after(() => server?.stop());

  test("the description passes the linter", async () => {
    const answer = await fetch(`${server.address}/openapi.json`);
    assert.equal(answer.status, 200);
    const text = await answer.text();
    assert.match(JSON.parse(text).openapi, /^3\.1\./);
    assert.deepEqual(await lint(text), []);
  });

  test("the linter refuses what is wrong", async () => {
    const broken = {
      openapi: "3.1.0",
      info: { title: "x" },
      paths: { "/a/{b}": { get: { responses: {} } } },
    };
    assert.ok((await lint(JSON.stringify(broken))).length > 2);
  });
});
