// SPDX-License-Identifier: Apache-2.0
// Load by wrk, pinned to the other core, one side after the other.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { median } from "./figures.mjs";
import { clientCore, run } from "./processes.mjs";

const unit = { us: 1e-3, ms: 1, s: 1e3, m: 6e4 };

/** {perSecond, p99 (milliseconds), bytesPerSecond} of one run. */
export function wrk(url, { seconds, connections = 64, headers = {}, script }) {
  const args = [
    "-c",
    clientCore,
    "wrk",
    "-t1",
    `-c${connections}`,
    `-d${seconds}s`,
    "--latency",
    "--timeout",
    "10s",
  ];
  for (const [name, value] of Object.entries(headers)) args.push("-H", `${name}: ${value}`);
  if (script) args.push("-s", script);
  const said = run("taskset", [...args, url]);
  if (/Non-2xx|Socket errors/.test(said)) throw new Error(`wrk ${url}:\n${said}`);
  const p99 = /99%\s+([\d.]+)(us|ms|s|m)\b/.exec(said);
  const requests = /(\d+) requests in ([\d.]+)(ms|s|m)/.exec(said);
  return {
    perSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(said)[1]),
    p99: Number(p99[1]) * unit[p99[2]],
    requests: Number(requests[1]),
  };
}

/** A script for wrk that asks for each of `paths` in turn. */
export function pathsScript(folder, name, paths) {
  const file = join(folder, `${name}.lua`);
  const list = paths.map((path) => `  ${JSON.stringify(path)},`).join("\n");
  writeFileSync(
    file,
    `local paths = {\n${list}\n}\nlocal at = 0\n\nrequest = function()\n  at = at % #paths + 1\n` +
      `  return wrk.format("GET", paths[at])\nend\n`,
  );
  return file;
}

/**
 * Medians over `pairs` rounds in which each side is loaded once, in turn; what is compared are medians of
 * pairs. A side is {server, url}. Requests a second of the server's processor time tell the same where other
 * work takes part of its core.
 */
export function sideBySide(sides, pairs, options) {
  const runs = sides.map(() => []);
  const load = ({ server, url }, seconds) => {
    const before = server.processorSeconds();
    const result = wrk(url, { ...options, seconds });
    return { ...result, perProcessorSecond: result.requests / (server.processorSeconds() - before) };
  };
  for (const side of sides) load(side, 1); // warm
  for (let i = 0; i < pairs; ++i) sides.forEach((side, s) => runs[s].push(load(side, options.seconds)));
  const values = (side, what) => runs[side].map((run) => run[what]);
  return {
    of: (side, what) => median(values(side, what)),
    compared: (a, b, what) => median(values(a, what).map((value, i) => value / values(b, what)[i])),
  };
}
