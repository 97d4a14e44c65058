// SPDX-License-Identifier: Apache-2.0
// Lints a description of the programming interface with the rules of .redocly.yaml.
// From the command line: node tests/browser/openapi.mjs FILE
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { lintFromString, loadConfig } from "@redocly/openapi-core";
import { root } from "./program.mjs";

/** Each problem as one line: severity, rule, place, sentence. Empty when all is well. */
export async function lint(text) {
  const config = await loadConfig({ configPath: join(root, ".redocly.yaml") });
  const problems = await lintFromString({ source: text, config });
  return problems.map(({ severity, ruleId, message, location }) => {
    const place = location?.[0]?.pointer ?? "";
    return `${severity} ${ruleId} ${place}: ${message}`;
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const problems = await lint(readFileSync(process.argv[2], "utf8"));
  for (const problem of problems) console.log(problem);
  process.exitCode = problems.length ? 1 : 0;
}
