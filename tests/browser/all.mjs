// SPDX-License-Identifier: Apache-2.0
// All browser tests in one process: one Chromium, one at a time (script/test has two cores to share).
// The names given on the command line choose among them: style gallery question openapi weight pages
// decisions assembly reports reports-offline report_files review surveys attack needs notices journeys.
import { after } from "node:test";
import { closeBrowser } from "./browser.mjs";

const all = [
  ...["style", "gallery", "question", "openapi", "weight", "pages"],
  ...["decisions", "assembly", "reports", "reports-offline", "report_files", "review", "surveys"],
  ...["attack", "needs"],
  ...["notices", "journeys"],
];
const wanted = process.argv.slice(2);
for (const name of wanted.filter((each) => !all.includes(each))) {
  console.error(`browser tests: no part "${name}"; there are: ${all.join(" ")}`);
  process.exit(2);
}
for (const name of all) {
  if (!wanted.length || wanted.includes(name)) await import(`./${name}.test.mjs`);
}
after(closeBrowser);
