// SPDX-License-Identifier: Apache-2.0
// Starts the real program on a fresh data folder with the five papers and their coding in it, and stops it.
import { execFile, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const run = promisify(execFile);
const startSeconds = 20;

export const program = process.env.POA_PROGRAM ?? join(root, "build/release/poa");

const shared = process.env.POA_SHARED ?? resolve(root, "../shared");

/** The papers to import, or a sentence saying where they were looked for. */
function papers() {
  const seeds = join(shared, "mission/seeds");
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

async function ready(address, child, log) {
  const until = Date.now() + startSeconds * 1000;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`the program ended with ${child.exitCode}:\n${log()}`);
    try {
      if ((await fetch(`${address}/readyz`)).ok) return;
    } catch {
      // not listening yet
    }
    await new Promise((wake) => setTimeout(wake, 50));
  }
  throw new Error(`${address}/readyz was not ready within ${startSeconds} s:\n${log()}`);
}

/**
 * { address, data, log(), poa(...arguments), crash(), resume(), stop() }. `stop` sees that it ends when
 * asked; `crash` ends it as a loss of power would, and `resume` starts it again at the same address.
 */
export async function startServer({
  importPapers = true,
  settings = [],
  init = [],
  environment = {},
} = {}) {
  if (!existsSync(program)) throw new Error(`no program at ${program}; build it first, or set POA_PROGRAM`);
  const data = mkdtempSync(join(tmpdir(), "poa-browser-"));
  const poa = (...given) => run(program, given, { maxBuffer: 64 * 1024 * 1024 });
  let text = "";
  try {
    await poa("init", "--data", data, ...init);
    if (importPapers) {
      await poa("import", "--data", data, ...papers());
      await poa("views", "import", "--data", data, join(shared, "mission/positions.json"));
    }
    const port = await freePort();
    const address = `http://127.0.0.1:${port}`;
    let child, ended;
    const begin = () => {
      child = spawn(program, ["serve", "--data", data, "--listen", `127.0.0.1:${port}`, ...settings], {
        stdio: ["ignore", "pipe", "pipe"],
        env: { ...process.env, ...environment },
      });
      const began = child;
      ended = new Promise((answer) => began.once("exit", (code, signal) => answer(code ?? signal)));
      for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes) => (text += bytes));
    };
    begin();
    const log = () => text.slice(-4000);
    const stop = async () => {
      child.kill("SIGTERM");
      const late = setTimeout(() => child.kill("SIGKILL"), 30_000);
      const code = await ended;
      clearTimeout(late);
      rmSync(data, { recursive: true, force: true });
      if (code !== 0) throw new Error(`the program ended with ${code} when asked to stop:\n${log()}`);
    };
    const crash = async () => {
      child.kill("SIGKILL");
      await ended;
    };
    const resume = async () => {
      begin();
      await ready(address, child, log);
    };
    try {
      await ready(address, child, log);
    } catch (problem) {
      child.kill("SIGKILL");
      throw problem;
    }
    return { address, data, log, poa, crash, resume, stop };
  } catch (problem) {
    rmSync(data, { recursive: true, force: true });
    throw problem;
  }
}

export async function withServer(use, options) {
  const server = await startServer(options);
  try {
    return await use(server);
  } finally {
    await server.stop();
  }
}
