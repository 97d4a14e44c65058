// SPDX-License-Identifier: Apache-2.0
// Asked to stop, the program finishes what it has begun.
import assert from "node:assert/strict";
import { connect } from "node:net";
import { after, before, describe, test } from "node:test";
import { engines, Place, poa, secretariat, sleep } from "./place.mjs";

describe("stopping", () => {
  for (const engine of engines) {
    describe(`on ${engine}`, () => {
      let place;
      before(async () => (place = await new Place(engine).init()));
      after(() => place.remove());

      test("SIGTERM finishes requests in flight, takes no more, and ends with 0", async () => {
        const server = await place.serve();
        const body = JSON.stringify(secretariat);
        const socket = connect(server.port, "127.0.0.1");
        let received = "";
        socket.on("data", (bytes) => (received += bytes));
        const closed = new Promise((answer) => socket.on("close", answer));
        socket.write(
          `POST /identity/sign_in HTTP/1.1\r\nHost: x\r\nAccept: application/json\r\n` +
            `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 10)}`,
        );
        await sleep(200);
        server.child.kill("SIGTERM");
        await sleep(300);
        await assert.rejects(fetch(`${server.address}/healthz`), "no new connections");
        socket.write(body.slice(10));
        await closed;
        assert.match(received, /^HTTP\/1\.1 2\d\d /, "the request in flight was answered");
        assert.equal(await server.ended, 0, server.log());
        assert.equal(JSON.parse(received.slice(received.indexOf("\r\n\r\n") + 4)).token.length > 20, true);
      });

      test("commands in flight are each answered or never taken, and what was answered stays", async () => {
        const server = await place.serve();
        const before = await server.entries();
        const signing = Array.from({ length: 24 }, () =>
          server.post("/identity/sign_in", secretariat).then(
            (answer) => answer,
            () => undefined, // refused: the connection was never taken
          ),
        );
        await sleep(80);
        server.child.kill("SIGTERM");
        const answers = (await Promise.all(signing)).filter(Boolean);
        assert.equal(await server.ended, 0, server.log());
        for (const answer of answers)
          assert.ok(answer.status < 300, `answered ${answer.status}: ${answer.text}`);
        const again = await place.serve();
        for (const answer of answers)
          assert.equal((await again.get("/account", { token: answer.json.token })).status, 200);
        assert.ok((await again.entries()) >= before + answers.length);
        await again.settled();
        await place.verifies(again);
        await again.stop();
      });

      test("open event streams and idle connections do not keep it", async () => {
        const server = await place.serve();
        const stream = await fetch(`${server.address}/events`, {
          headers: { accept: "text/event-stream" },
        });
        assert.equal(stream.status, 200);
        const idle = connect(server.port, "127.0.0.1");
        idle.on("error", () => {});
        await sleep(100);
        const began = Date.now();
        await server.stop();
        assert.ok(Date.now() - began < 5000, "it stops at once");
        await stream.text().catch(() => {});
        idle.destroy();
      });
    });
  }

  test("a verb that is not there, or an option, is refused with 2 and words", async () => {
    for (const words of [["dance"], ["serve", "--no-such-option"], ["backup"], ["ledger"]]) {
      const done = await poa(words);
      assert.equal(done.code, 2, `${words}: ${done.all}`);
      assert.ok(done.err.length > 10, "it says why");
    }
    for (const words of [
      ["--help"],
      ["init", "--help"],
      ["import", "--help"],
      ["serve", "--help"],
      ["ledger", "verify", "--help"],
      ["backup", "--help"],
      ["restore", "--help"],
    ]) {
      const done = await poa(words);
      assert.equal(done.code, 0, `${words}: ${done.all}`);
      assert.ok(done.out.length > 50, `${words} says what it does`);
    }
  });
});
