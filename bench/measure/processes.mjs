// SPDX-License-Identifier: Apache-2.0
// Programs that are measured: started on one core, awaited, looked at, stopped.
import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { request } from "node:http";

export const serverCore = "0";
export const clientCore = "1";

const running = new Set();
process.on("exit", () => running.forEach((child) => child.kill("SIGKILL")));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(130));

export function freePort() {
  return new Promise((found, failed) => {
    const server = createServer();
    server.once("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}

/** Runs to the end; throws with its words when it fails. */
export function run(program, args, options = {}) {
  const done = spawnSync(program, args, { encoding: "utf8", maxBuffer: 64 << 20, ...options });
  if (done.error) throw done.error;
  if (done.status !== 0)
    throw new Error(`${program} ${args.join(" ")} gave ${done.status}:\n${done.stdout}\n${done.stderr}`);
  return done.stdout;
}

/** One answer, whole. */
export function get(port, path, headers = {}) {
  return new Promise((answered, failed) => {
    const asked = request({ host: "127.0.0.1", port, path, headers, agent: false }, (response) => {
      const parts = [];
      response.on("data", (part) => parts.push(part));
      response.on("end", () =>
        answered({
          status: response.statusCode,
          headers: response.headers,
          raw: response.rawHeaders,
          body: Buffer.concat(parts),
        }),
      );
      response.on("error", failed);
    });
    asked.on("error", failed);
    asked.end();
  });
}

export class Served {
  constructor(child, port, name) {
    this.child = child;
    this.port = port;
    this.name = name;
    this.said = "";
  }

  url(path) {
    return `http://127.0.0.1:${this.port}${path}`;
  }

  async page(path, headers = {}) {
    const answer = await get(this.port, path, headers);
    if (answer.status !== 200) throw new Error(`${this.name}: ${path} gave ${answer.status}\n${answer.body}`);
    return answer;
  }

  /** In MiB. */
  residentMemory() {
    const status = readFileSync(`/proc/${this.child.pid}/status`, "utf8");
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)[1]) / 1024;
  }

  /** Of all threads and of the workers of a master, since the start. */
  processorSeconds() {
    const { pid } = this.child;
    const workers = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8")
      .trim()
      .split(" ")
      .filter(Boolean);
    let ticks = 0;
    for (const each of [pid, ...workers]) {
      // The second field is the name in brackets; the 14th and 15th are ticks of 1/100 s.
      const fields = readFileSync(`/proc/${each}/stat`, "utf8")
        .replace(/^.*\) /s, "")
        .split(" ");
      ticks += Number(fields[11]) + Number(fields[12]);
    }
    return ticks / 100;
  }

  async stop() {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    await new Promise((ended) => {
      this.child.once("exit", ended);
      this.child.kill("SIGTERM");
      setTimeout(() => this.child.kill("SIGKILL"), 15_000).unref();
    });
    running.delete(this.child);
  }
}

/** Starts a server on the servers' core and waits until `path` is answered with 200. */
export async function serve(name, program, args, port, path) {
  // taskset becomes the program, so the process is the program's.
  const child = spawn("taskset", ["-c", serverCore, program, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  running.add(child);
  const served = new Served(child, port, name);
  const keep = (words) => {
    served.said = (served.said + words).slice(-20_000);
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  child.once("exit", () => running.delete(child));
  const end = Date.now() + 60_000;
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`${name} ended:\n${served.said}`);
    if (Date.now() > end) throw new Error(`${name} does not answer ${path}:\n${served.said}`);
    try {
      if ((await get(port, path)).status === 200) return served;
    } catch {
      // It does not listen yet.
    }
    await new Promise((later) => setTimeout(later, 2));
  }
}
