// SPDX-License-Identifier: Apache-2.0
// What a stranger with a raw socket may send. Every answer is a clear 4xx; nothing fails on our side, nothing
// hangs, and the next visitor is served.
import assert from "node:assert/strict";
import { connect } from "node:net";
import { after, before, describe, test } from "node:test";
import { Place, sleep } from "./place.mjs";

const answerSeconds = 10;

/** Sends `pieces` one after the other and gives back all that came until the peer closed or fell silent. */
function exchange(port, pieces, { silentMilliseconds = 400, closes = false, pause = 0 } = {}) {
  return new Promise((answer, refuse) => {
    const socket = connect(port, "127.0.0.1");
    let received = Buffer.alloc(0);
    let quiet;
    const end = () => {
      clearTimeout(late);
      clearTimeout(quiet);
      socket.destroy();
      answer(received.toString("latin1"));
    };
    const late = setTimeout(() => {
      socket.destroy();
      if (received.length) answer(received.toString("latin1"));
      else refuse(new Error(`no answer within ${answerSeconds} s`));
    }, answerSeconds * 1000);
    socket.on("data", (bytes) => {
      received = Buffer.concat([received, bytes]);
      clearTimeout(quiet);
      if (!closes) quiet = setTimeout(end, silentMilliseconds);
    });
    socket.on("end", end);
    socket.on("error", end); // a peer that refuses may close while we still send
    socket.on("connect", async () => {
      for (const piece of pieces) {
        if (socket.destroyed) return;
        socket.write(typeof piece === "string" ? Buffer.from(piece, "latin1") : piece);
        if (pause) await sleep(pause);
      }
    });
  });
}

const statusOf = (text) => Number(/^HTTP\/1\.1 (\d{3}) /.exec(text)?.[1]);
/** All statuses of the answers in `text`. */
const statusesOf = (text) =>
  [...text.matchAll(/(?:^|\n)HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));

const host = "Host: poa.example\r\n";
const html = `${host}Accept: text/html\r\n`;
const get = (target, head = html) => `GET ${target} HTTP/1.1\r\n${head}Connection: close\r\n\r\n`;
const post = (path, type, body, head = "") =>
  `POST ${path} HTTP/1.1\r\n${host}Accept: application/json\r\nContent-Type: ${type}\r\n${head}` +
  `Content-Length: ${Buffer.byteLength(body, "latin1")}\r\nConnection: close\r\n\r\n${body}`;
/** The head of a command that sends JSON. */
const signingIn = (head) =>
  `POST /identity/sign_in HTTP/1.1\r\n${host}Content-Type: application/json\r\n${head}\r\n`;
const json = (body) => post("/identity/sign_in", "application/json", body);
const form = (body) => post("/identity/sign_in", "application/x-www-form-urlencoded", body);
const signIn = '{"email":"a@example.org","password":"x"';

// name, what is sent, the statuses that are right
const requests = [
  ["no request at all", "hello\r\n\r\n", [400]],
  ["TLS on a plain port", Buffer.from("16030100f8010000f40303", "hex"), [400]],
  ["a NUL in the request line", get("/states\0"), [400]],
  ["a NUL in a header", `GET / HTTP/1.1\r\n${host}X: a\0b\r\n\r\n`, [400]],
  ["a bare line feed in a header", `GET / HTTP/1.1\n${host}\n`, [400]],
  ["a space before the colon", `GET / HTTP/1.1\r\nHost : x\r\n\r\n`, [400]],
  ["a folded header", `GET / HTTP/1.1\r\n${host}X: a\r\n b\r\n\r\n`, [400]],
  ["no Host", "GET / HTTP/1.1\r\n\r\n", [400]],
  ["two Hosts", `GET / HTTP/1.1\r\n${host}${host}\r\n`, [400]],
  ["a Host with a path", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", [400]],
  ["an unknown protocol", `GET / HTCPCP/1.0\r\n${host}\r\n`, [400]],
  ["a method nobody knows", `BREW /states HTTP/1.1\r\n${html}\r\n`, [405]],
  ["TRACE", `TRACE / HTTP/1.1\r\n${html}\r\n`, [405]],
  ["CONNECT", `CONNECT example.org:443 HTTP/1.1\r\n${html}\r\n`, [400, 405]],
  ["PUT where only reading is", `PUT /states HTTP/1.1\r\n${html}Content-Length: 0\r\n\r\n`, [405]],
  ["DELETE of a document", `DELETE /documents/a-78-76 HTTP/1.1\r\n${html}\r\n`, [405]],
  ["POST to a page", `POST /states HTTP/1.1\r\n${html}Content-Length: 0\r\n\r\n`, [405]],
  ["GET of a command", get("/identity/sign_in"), [405]],
  ["an address of nothing", get("/no/such/page"), [404]],
  ["an address without a slash", get("states"), [400]],
  ["a broken escape", get("/states/%zz"), [400]],
  ["a cut escape", get("/states/%e"), [400]],
  ["an escaped NUL", get("/states/%00"), [400]],
  ["an address that is not UTF-8", get("/states/%ff%fe"), [400]],
  ["an overlong form", get("/states/%c0%af"), [400]],
  ["a raw byte above ASCII", get("/states/\xff"), [400]],
  ["a query that is not UTF-8", get("/search?q=%ff"), [400]],
  ["a broken escape in the query", get("/search?q=%"), [400]],
  ["a NUL in the query", get("/search?q=%00"), [400]],
  ["up and out", get("/../../etc/passwd"), [400, 404]],
  ["up and out, escaped", get("/%2e%2e/%2e%2e/etc/passwd"), [400, 404]],
  ["up and out of assets", get("/assets/..%2f..%2fetc%2fpasswd"), [400, 404]],
  ["up and out with backslashes", get("/assets/..\\..\\etc\\passwd"), [400, 404]],
  ["up and out of tiles", get("/ledger/tile/../../key"), [400, 404]],
  ["a tile that cannot be", get("/ledger/tile/0/x001/x999999999/000"), [404]],
  ["a tile of a level that cannot be", get("/ledger/tile/64/000"), [404]],
  ["an entry beyond any", get("/ledger/entries/99999999999999999999"), [404, 422]],
  ["an entry that is no number", get("/ledger/entries/one"), [404, 422]],
  ["a State that is none", get("/states/xyz"), [404]],
  ["a form that is not offered", get("/states?format=exe"), [406]],
  ["a type that is not offered", get("/states", `${host}Accept: image/png\r\n`), [406]],
  ["an address that is too long", get(`/search?q=${"a".repeat(6000)}`), [414]],
  ["one header that is too long", get("/", `${html}X: ${"a".repeat(20_000)}\r\n`), [431]],
  ["too many headers", get("/", html + "X: a\r\n".repeat(200)), [431]],
  [
    "lengths that contradict",
    `POST /identity/sign_in HTTP/1.1\r\n${host}Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello`,
    [400],
  ],
  [
    "a length and chunks",
    signingIn("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n") + "0\r\n\r\n",
    [400],
  ],
  ["a negative length", `POST /identity/sign_in HTTP/1.1\r\n${host}Content-Length: -1\r\n\r\n`, [400]],
  ["a length beyond numbers", signingIn("Content-Length: 99999999999999999999999\r\n"), [400, 413]],
  [
    "a coding nobody knows",
    `POST /identity/sign_in HTTP/1.1\r\n${host}Transfer-Encoding: gzip\r\n\r\n`,
    [400],
  ],
  ["chunks that are none", signingIn("Transfer-Encoding: chunked\r\n") + "zz\r\nhello\r\n", [400]],
  ["an expectation nobody knows", signingIn("Expect: tea\r\nContent-Length: 2\r\n") + "{}", [417]],
  ["a body that says it is huge", signingIn("Content-Length: 999999999999\r\n"), [413]],
  ["a media type nobody takes", post("/identity/sign_in", "text/xml", "<a/>"), [415]],
  ["a body without a type", `POST /identity/sign_in HTTP/1.1\r\n${host}Content-Length: 2\r\n\r\n{}`, [415]],
  ["JSON that is none", json("{"), [400, 422]],
  ["JSON with a tail", json(`${signIn}} tail`), [400, 422]],
  ["JSON that is a list", json("[]"), [400, 422]],
  ["JSON with a key twice", json(`${signIn},"email":"b@example.org"}`), [400, 422]],
  ["JSON with a field nobody knows", json(`${signIn},"admin":true}`), [422]],
  ["JSON of another kind", json('{"email":7,"password":["x"]}'), [422]],
  ["JSON that is not UTF-8", json(`{"email":"\xff","password":"x"}`), [400, 422]],
  ["JSON with a lone surrogate", json('{"email":"\\ud800","password":"x"}'), [400, 422]],
  ["JSON with a NUL", json('{"email":"a\\u0000@example.org","password":"x"}'), [400, 422]],
  ["JSON of a hundred levels", json("[".repeat(100) + "]".repeat(100)), [400, 422]],
  ["a number without end", json('{"email":1e999,"password":"x"}'), [400, 422]],
  ["a form with a broken escape", form("email=%zz&password=x"), [400, 422]],
  ["a form that is not UTF-8", form("email=%ff&password=x"), [400, 422]],
  ["a form with a NUL", form("email=a%00&password=x"), [400, 422]],
  ["an empty form", form(""), [422]],
  [
    "a form for uploads that is none",
    post("/identity/sign_in", "multipart/form-data; boundary=x", "--x"),
    [415],
  ],
  [
    "a form of another site",
    post(
      "/identity/sign_in",
      "application/x-www-form-urlencoded",
      "email=a%40example.org&password=x",
      "Origin: https://evil.example\r\n",
    ),
    [403],
  ],
  ["an unknown password", json(`${signIn}}`), [401]],
  [
    "a token that is none",
    get("/account", `${html}Authorization: Bearer \x7f${"a".repeat(3000)}\r\n`),
    [400, 401],
  ],
  [
    "a cookie that is none",
    get("/account", `${html}Cookie: ;;;=;poa_session=${"=".repeat(3000)}\r\n`),
    [401],
  ],
  [
    "languages without end",
    get("/no/such/page", `${html}Accept-Language: ${"xx;q=0.1,".repeat(1000)}\r\n`),
    [404],
  ],
  ["a header that is not UTF-8", get("/states", `${html}X: \xff\r\n`), [400]],
];

describe("hostile requests", () => {
  let place;
  let server;
  before(async () => {
    place = await new Place().init();
    server = await place.serve();
  });
  after(() => place.remove());

  for (const [name, bytes, right] of requests) {
    test(`${name}: ${right.join(" or ")}`, async () => {
      const text = await exchange(server.port, [bytes]);
      assert.ok(right.includes(statusOf(text)), `answered: ${text.slice(0, 400)}`);
      assert.doesNotMatch(
        text,
        /root:x:0|\/etc\/passwd:|terminate|\.cpp:\d+/,
        "nothing of the machine is shown",
      );
    });
  }

  test("a refused request is a page for people and problem+json for programs", async () => {
    for (const [target, status] of [
      ["/no/such/page", 404],
      ["/states/%zz", 400],
      [`/search?q=${"a".repeat(6000)}`, 414],
    ]) {
      const page = await exchange(server.port, [get(target)]);
      assert.equal(statusOf(page), status);
      assert.match(page, /content-type: text\/html/i);
      assert.match(page, /<h1/);
      const problem = await exchange(server.port, [get(target, `${host}Accept: application/json\r\n`)]);
      assert.equal(statusOf(problem), status);
      // What was refused before its headers were read cannot say which form it would like.
      if (status !== 414) {
        assert.match(problem, /content-type: application\/problem\+json/i);
        const told = JSON.parse(problem.slice(problem.indexOf("\r\n\r\n") + 4));
        assert.equal(told.status, status);
        assert.ok(told.title && told.type && told.detail, JSON.stringify(told));
      }
    }
  });

  test("a body above the limit is refused before it is read, and one that lies is cut off", async () => {
    const large = "x".repeat(8 * 1024 * 1024);
    const chunked =
      signingIn("Transfer-Encoding: chunked\r\n") + `${large.length.toString(16)}\r\n${large}\r\n0\r\n\r\n`;
    for (const bytes of [json(large), chunked]) {
      const text = await exchange(server.port, [bytes]);
      // A peer that is told 413 while it still sends may see the connection end before it reads that.
      if (text) assert.equal(statusOf(text), 413, text.slice(0, 200));
    }
    assert.equal((await server.get("/healthz", { accept: "*/*" })).status, 200);
  });

  test("requests one behind the other do not smuggle a third", async () => {
    const inner = get("/no/such/page");
    const outer = `POST /no/such/page HTTP/1.1\r\n${html}Content-Length: ${inner.length}\r\n\r\n${inner}`;
    const text = await exchange(server.port, [outer + get("/states")]);
    const statuses = statusesOf(text);
    assert.equal(statuses[0], 404);
    assert.ok(statuses.length <= 2, `answers: ${statuses}`);
  });

  test("a client that sends a head byte by byte, or nothing, keeps nobody waiting", async () => {
    const slow = Array.from({ length: 150 }, () => {
      const socket = connect(server.port, "127.0.0.1");
      socket.on("error", () => {});
      return socket;
    });
    try {
      const dripping = (async () => {
        for (const byte of get("/states").slice(0, 30)) {
          for (const socket of slow) if (!socket.destroyed) socket.write(byte);
          await sleep(50);
        }
      })();
      const began = Date.now();
      for (let i = 0; i < 20; ++i) assert.equal((await server.get("/states")).status, 200);
      assert.ok(Date.now() - began < 5000, "others are served meanwhile");
      await dripping;
    } finally {
      for (const socket of slow) socket.destroy();
    }
  });

  test("a head that never ends is answered 408 and closed", async () => {
    const began = Date.now();
    const text = await new Promise((answer) => {
      const socket = connect(server.port, "127.0.0.1", () => socket.write(`GET / HTTP/1.1\r\n${html}`));
      let received = "";
      socket.on("data", (bytes) => (received += bytes));
      socket.on("close", () => answer(received));
      socket.on("error", () => {});
    });
    assert.equal(statusOf(text), 408, text.slice(0, 200));
    assert.ok(Date.now() - began < 30_000);
  });

  test("nothing failed on our side, the server stops by itself, and the record verifies", async () => {
    assert.deepEqual(server.failures(), []);
    assert.equal((await server.get("/states")).status, 200);
    await place.verifies(server);
    await server.stop();
  });
});
