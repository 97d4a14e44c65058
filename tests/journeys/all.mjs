// SPDX-License-Identifier: Apache-2.0
// All journeys in one process, one after the other (script/test has two cores to share). The names given on
// the command line choose among them.
import { after } from "node:test";
import { removeAllPlaces } from "./place.mjs";

const all = [
  "first_hour",
  "operating",
  "stopping",
  "hostile",
  "disks",
  "troubles",
  "backup",
  "two_servers",
  "decisions",
  "notices",
  "kills",
];
const wanted = process.argv.slice(2);
for (const name of wanted.filter((each) => !all.includes(each))) {
  console.error(`journeys: no part "${name}"; there are: ${all.join(" ")}`);
  process.exit(2);
}
for (const name of all) {
  if (!wanted.length || wanted.includes(name)) await import(`./${name}.test.mjs`);
}
after(removeAllPlaces);
