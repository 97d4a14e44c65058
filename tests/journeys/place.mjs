// SPDX-License-Identifier: Apache-2.0
// A place where the program runs: a folder and a database of its own, on SQLite or PostgreSQL.
import assert from "node:assert/strict";
import { execFile, execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
export const program = process.env.POA_PROGRAM ?? join(root, "build/release/poa");
const postgres = process.env.POA_TEST_POSTGRES;
const startSeconds = 20;
const verbSeconds = 60;

if (!existsSync(program)) throw new Error(`no program at ${program}; build it first, or set POA_PROGRAM`);
if (!postgres) console.log("# PostgreSQL is NOT under test: POA_TEST_POSTGRES is not set");

/** The databases under test. */
export const engines = postgres ? ["SQLite", "PostgreSQL"] : ["SQLite"];

export const sleep = (milliseconds) => new Promise((wake) => setTimeout(wake, milliseconds));

/** The five papers, or a sentence saying where they were looked for. */
export function papers() {
  const seeds = join(process.env.POA_SHARED ?? resolve(root, "../shared"), "mission/seeds");
  if (!existsSync(seeds))
    throw new Error(`no papers at ${seeds}; set POA_SHARED to the folder that holds mission/seeds`);
  return readdirSync(seeds)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .map((name) => join(seeds, name));
}

export function freePort() {
  return new Promise((answer, refuse) => {
    const probe = createServer();
    probe.on("error", refuse);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => answer(port));
    });
  });
}

/**
 * Runs the program to its end: { code, out, err, all }. A verb that does not end is killed, which fails the
 * test: nothing may hang. Signals and mistakes of its own (with a place in the source) fail it too.
 */
export function poa(args, { input = "", env = {} } = {}) {
  return new Promise((answer, refuse) => {
    const child = spawn(program, args, { env: { ...process.env, ...env } });
    let out = "";
    let err = "";
    child.stdout.on("data", (bytes) => (out += bytes));
    child.stderr.on("data", (bytes) => (err += bytes));
    child.stdin.on("error", () => {}); // it need not read what it does not ask for
    child.stdin.end(input);
    const late = setTimeout(() => child.kill("SIGKILL"), verbSeconds * 1000);
    child.on("error", refuse);
    child.on("close", (code, signal) => {
      clearTimeout(late);
      const all = out + err;
      if (signal) refuse(new Error(`poa ${args.join(" ")} ended by ${signal}:\n${all}`));
      else if (/a mistake of this program|terminate called|Sanitizer/.test(all))
        refuse(new Error(`poa ${args.join(" ")} made a mistake of its own:\n${all}`));
      else answer({ code, out, err, all });
    });
  });
}

const places = new Set();

export class Place {
  constructor(engine = "SQLite", folder = undefined) {
    this.engine = engine;
    this.home = folder ?? mkdtempSync(join(tmpdir(), "poa-journey-"));
    this.ownsHome = folder === undefined;
    this.data = join(this.home, "data");
    this.servers = new Set();
    if (engine === "PostgreSQL") this.database = makeDatabase();
    places.add(this);
  }

  /** What every verb needs to find this place. */
  get where() {
    return ["--data", this.data, ...(this.database ? ["--database", this.database] : [])];
  }

  poa(verb, ...rest) {
    const words = verb.split(" ");
    return poa([...words, ...this.where, ...rest]);
  }

  /** The same, and it must do what it was told. */
  async does(verb, ...rest) {
    const done = await this.poa(verb, ...rest);
    assert.equal(done.code, 0, `poa ${verb} ended with ${done.code}:\n${done.all}`);
    return done;
  }

  async init({ withPapers = false, withSecretariat = true } = {}) {
    await this.does("init");
    if (withPapers) await this.does("import", ...papers());
    if (withSecretariat) await this.makeSecretariat();
    return this;
  }

  async makeSecretariat() {
    const done = await poa(
      [
        "identity",
        "create-first-account",
        ...this.where,
        "--email",
        secretariat.email,
        "--password-from-input",
      ],
      { input: `${secretariat.password}\n` },
    );
    assert.equal(done.code, 0, done.all);
  }

  async serve(...settings) {
    const server = await Server.start(this, settings);
    this.servers.add(server);
    return server;
  }

  /** SQL against the database, which no server may be using where it is SQLite. */
  sql(text) {
    if (this.database)
      return execFileSync("psql", [this.database, "-XqAt", "-v", "ON_ERROR_STOP=1", "-c", text], {
        encoding: "utf8",
      });
    return execFileSync("sqlite3", [join(this.data, "poa.sqlite"), text], { encoding: "utf8" });
  }

  /** The record must verify: from the database, and where a server is given also from outside. */
  async verifies(server, ...rest) {
    const inside = await this.poa("ledger verify", "--quiet", ...rest);
    assert.equal(inside.code, 0, `the ledger does not verify:\n${inside.all}`);
    assert.match(inside.out, /^Verified: /m);
    if (server) await verifiesFrom(server.address);
    return Number(/, (\d+) entries/.exec(inside.out)[1]);
  }

  /** How many entries the journal has, with a place in the ledger or without. */
  async journalRows() {
    const { out } = await this.does("ledger verify", "--quiet");
    return Number(/^(\d+) rows of the journal/m.exec(out)[1]);
  }

  async remove() {
    places.delete(this);
    for (const server of this.servers) server.kill();
    await Promise.all([...this.servers].map((server) => server.ended));
    if (this.ownsHome) rmSync(this.home, { recursive: true, force: true });
    if (this.database) dropDatabase(this.database);
  }
}

/** The verb must refuse, with words for an operator. */
export function refused(done, ...words) {
  assert.notEqual(done.code, 0, `it went through:\n${done.all}`);
  assert.match(done.err, /^poa: /m, done.all);
  for (const word of words) assert.match(done.err, word);
  assert.doesNotMatch(
    done.err,
    /std::|\.cpp|what\(\)|0x[0-9a-f]{6}/,
    "words, not the inside of the program",
  );
}

export const secretariat = { email: "desk@example.org", password: "nine green turtles swim" };

/** `poa ledger verify --url` from a folder that has nothing to do with the place. */
export async function verifiesFrom(address) {
  const folder = mkdtempSync(join(tmpdir(), "poa-verifier-"));
  try {
    const outside = await new Promise((answer) =>
      execFile(
        program,
        ["ledger", "verify", "--quiet", "--url", address],
        { cwd: folder, timeout: 60_000 },
        (error, out, err) => answer({ code: error ? (error.code ?? error.signal) : 0, out, err }),
      ),
    );
    assert.equal(outside.code, 0, `the ledger does not verify from outside:\n${outside.out}${outside.err}`);
    assert.match(outside.out, /^Verified: /m);
    assert.deepEqual(readdirSync(folder), [], "verifying leaves nothing behind");
    return outside.out;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function makeDatabase() {
  const name = `journey_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  execFileSync("psql", [postgres, "-Xq", "-c", `CREATE DATABASE ${name}`]);
  return postgres.replace(/^(postgres(?:ql)?:\/\/[^/?]*\/)[^?]*/, `$1${name}`);
}

function dropDatabase(address) {
  const name = /^postgres(?:ql)?:\/\/[^/?]*\/([^?]*)/.exec(address)[1];
  try {
    execFileSync("psql", [postgres, "-Xq", "-c", `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`]);
  } catch (problem) {
    console.log(`# the database ${name} stays behind: ${problem.message}`);
  }
}

export async function removeAllPlaces() {
  for (const place of [...places]) await place.remove();
}

export class Server {
  static async start(place, settings) {
    const port = await freePort();
    const server = new Server(place, port, settings);
    await server.ready();
    return server;
  }

  constructor(place, port, settings) {
    this.port = port;
    this.address = `http://127.0.0.1:${port}`;
    this.text = "";
    this.child = spawn(program, ["serve", ...place.where, "--listen", `127.0.0.1:${port}`, ...settings], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream.on("data", (bytes) => (this.text += bytes));
    this.ended = new Promise((answer) =>
      this.child.once("close", (code, signal) => answer(code ?? signal)),
    );
  }

  log() {
    return this.text.slice(-6000);
  }

  /** Lines of the log that say that something failed on our side. */
  failures() {
    return this.text.split("\n").filter((line) => line.includes('"event":"request.failed"'));
  }

  async ready() {
    const until = Date.now() + startSeconds * 1000;
    while (Date.now() < until) {
      if (this.child.exitCode !== null || this.child.signalCode !== null)
        throw new Error(
          `the program ended with ${this.child.exitCode ?? this.child.signalCode}:\n${this.log()}`,
        );
      try {
        const answer = await fetch(`${this.address}/healthz`);
        await answer.text();
        if (answer.ok) return;
      } catch {
        // not listening yet
      }
      await sleep(20);
    }
    this.kill();
    throw new Error(`${this.address}/healthz did not answer within ${startSeconds} s:\n${this.log()}`);
  }

  kill() {
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill("SIGKILL");
    return this.ended;
  }

  /** Asks it to stop, as a service manager does; it must do so by itself, and say that all is well. */
  async stop() {
    this.child.kill("SIGTERM");
    const late = setTimeout(() => this.child.kill("SIGKILL"), 30_000);
    const code = await this.ended;
    clearTimeout(late);
    assert.equal(code, 0, `the program ended with ${code} when asked to stop:\n${this.log()}`);
  }

  async get(path, { accept = "application/json", token } = {}) {
    const headers = { accept, ...(token ? { authorization: `Bearer ${token}` } : {}) };
    const answer = await fetch(this.address + path, { headers, redirect: "manual" });
    const text = await answer.text();
    const isJson = /json/.test(answer.headers.get("content-type") ?? "");
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      json: isJson ? JSON.parse(text) : undefined,
    };
  }

  async post(path, body, { token } = {}) {
    const answer = await fetch(this.address + path, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        accept: "application/json",
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      body: JSON.stringify(body),
      redirect: "manual",
    });
    const text = await answer.text();
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      json: text ? JSON.parse(text) : undefined,
    };
  }

  /** The token of a fresh sign-in. */
  async signIn(who = secretariat) {
    const answer = await this.post("/identity/sign_in", who);
    assert.ok(answer.status < 300, `sign-in answered ${answer.status}: ${answer.text}`);
    return answer.json.token;
  }

  /** How many entries the journal has, with a place in the ledger or without. */
  async entries() {
    const { status, json, text } = await this.get("/ledger");
    assert.equal(status, 200, text);
    return json.size + json.waiting;
  }

  /** Waits until /readyz says why the server is not ready, and gives what it says. */
  async notReady() {
    for (let tries = 0; tries < 250; ++tries) {
      const { status, text } = await this.get("/readyz", { accept: "*/*" });
      if (status === 503) return text;
      await sleep(20);
    }
    throw new Error(`/readyz says that all is well:\n${this.log()}`);
  }

  /** Waits until the ledger has signed all there is. */
  async settled() {
    for (let tries = 0; tries < 250; ++tries) {
      const { json } = await this.get("/ledger");
      if (json.waiting === 0 && json.size > 0) return json.size;
      await sleep(20);
    }
    throw new Error(`the ledger does not catch up:\n${this.log()}`);
  }
}
