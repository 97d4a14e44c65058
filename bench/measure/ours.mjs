// SPDX-License-Identifier: Apache-2.0
// The platform as it is measured.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { freePort, run, serve } from "./processes.mjs";
import * as routes from "./routes.mjs";

export const program = (root) => process.env.POA_PROGRAM ?? join(root, "build/release/poa");

/** A new data folder. */
export function made(root, folder) {
  mkdirSync(folder, { recursive: true });
  run(program(root), ["init", "--data", folder]);
  return folder;
}

/** Imports with the real command; gives the seconds it took. */
export function imported(root, folder, paths) {
  const start = process.hrtime.bigint();
  // In portions: an argument list has an end.
  for (let i = 0; i < paths.length; i += 500)
    run(program(root), ["import", "--data", folder, ...paths.slice(i, i + 500)], { timeout: 3_600_000 });
  return Number(process.hrtime.bigint() - start) / 1e9;
}

/** Serves; `awaited` is the page whose first answer ends the start. */
export async function served(root, folder, { cached = false, awaited = routes.ready, options = [] } = {}) {
  if (!existsSync(program(root))) throw new Error(`there is no ${program(root)}`);
  const port = await freePort();
  const args = [
    "serve",
    "--data",
    folder,
    "--listen",
    `127.0.0.1:${port}`,
    "--log-level",
    "warn",
    ...options,
  ];
  if (!cached) args.push("--page-cache-kib", "0");
  return serve("poa", program(root), args, port, awaited);
}

export function version(root) {
  return spawnSync(program(root), ["--version"], { encoding: "utf8" }).stdout?.trim() ?? "?";
}
