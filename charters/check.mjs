// SPDX-License-Identifier: Apache-2.0
// Checks every charter of this folder against charter.schema.json, with readers other than the platform's
// own: all problems at once, exit status 1 when there is one.
//   node charters/check.mjs [folder]
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import Ajv from "ajv";
import yaml from "js-yaml";

const folder = process.argv[2] ?? dirname(fileURLToPath(import.meta.url));
const schema = JSON.parse(readFileSync(join(folder, "charter.schema.json"), "utf8"));
const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
const validate = ajv.compile(schema);
const files = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
const problems = [];
if (files.length === 0) problems.push("no charter is here");
for (const name of files) {
  let charter;
  try {
    charter = yaml.load(readFileSync(join(folder, name), "utf8"), { schema: yaml.CORE_SCHEMA });
  } catch (error) {
    problems.push(`${name}: ${error.message}`);
    continue;
  }
  if (charter.charter !== name.replace(/\.yaml$/, ""))
    problems.push(`${name}: its charter is called otherwise`);
  if (!validate(charter))
    for (const one of validate.errors) problems.push(`${name} ${one.instancePath}: ${one.message}`);
}
for (const text of problems) console.error(text);
console.log(
  problems.length ? `${problems.length} problem(s)` : `${files.length} charters keep to their schema`,
);
process.exitCode = problems.length ? 1 : 0;
