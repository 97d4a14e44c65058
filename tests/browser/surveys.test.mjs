// SPDX-License-Identifier: Apache-2.0
// A survey is revised by decision while reports are being filled in: each report stays in the version it was
// begun in, with that version's words; who begins later has the new one, with what was said before.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { Assembly } from "./assembly.mjs";
import { axe, open } from "./browser.mjs";
import { root } from "./program.mjs";

const key = "norms-checklist";
const shipped = JSON.parse(readFileSync(join(root, "data/surveys", `${key}.json`), "utf8"));

/** The next version: one question in other words, one less, one more. */
function revised() {
  const survey = structuredClone(shipped);
  survey.languages = ["en"];
  const { questions } = survey.sections[0];
  const at = (name) => questions.findIndex((question) => question.key === name);
  questions[at("norm-a-standing")].label = { en: "The norm in all its parts" };
  questions.splice(at("norm-a-contact"), 1);
  questions.push({
    key: "norm-a-exercise",
    kind: "status",
    label: { en: "Exercises with other States are held." },
    source: { document: "A/70/174", place: "13 (a)" },
    item: "norm-a",
  });
  return survey;
}

describe("surveys", () => {
  let assembly;
  before(async () => {
    assembly = await Assembly.convene();
    for (const [name, state] of Object.entries({ fiji: "FJI", kenya: "KEN", malta: "MLT" }))
      await assembly.appoint(name, "head_of_delegation", `state:${state}`);
    await assembly.appoint("chair", "chair", "chair");
  });
  after(() => assembly?.end());

  async function text(path, who) {
    const visit = who ? await assembly.opens(who, path) : await open(assembly.server.address, path);
    const words = await visit.page.locator("main").innerText();
    await axe(visit.page);
    await visit.close();
    return words;
  }
  const at = (path) => (who) => text(path, who);
  const versionOne = at(`/surveys/${key}/1`);

  /** A draft comes into use: a proposal that names its digest, a question, no objection. */
  async function adopts(draft) {
    const fields = { survey: draft.key, version: String(draft.version), sha256: draft.sha256 };
    const proposal = await assembly.tabled("fiji", "survey_template.adopt", fields, "A checklist");
    const put = { asked: "by_rule", version: 1 };
    const { question } = await assembly.post(`/decisions/${proposal}/put_question`, put, "chair");
    await assembly.post(`/decisions/${proposal}/close_question`, { question }, "chair");
  }
  const begins = async (who, state, year) =>
    (await assembly.post("/my-reports/open_report", { state, survey: key, year }, who)).report;
  async function releases(who, report, answers) {
    await assembly.post(`/my-reports/${report}/save_answers`, { seen: "", answers }, who);
    for (const question of Object.keys(answers))
      await assembly.post(`/my-reports/${report}/share_answers`, { question, audience: "public" }, who);
    await assembly.post(`/my-reports/${report}/put_up_report`, {}, who);
    const approval = await assembly.opens(who, `/my-reports/${report}/approval`);
    await approval.page.locator('main a[href$="/act/submit_report"]').first().click();
    await approval.page.waitForURL(/\/act\//);
    await approval.page.locator("main form button[type=submit]").last().click();
    await approval.page.waitForURL((url) => !url.pathname.includes("/act/"));
    await approval.close();
  }
  async function draftOf(survey) {
    const form = new FormData();
    form.set("file", new Blob([JSON.stringify(survey)], { type: "application/json" }), "revised.json");
    const headers = { accept: "application/json", authorization: `Bearer ${await token("fiji")}` };
    const url = `${assembly.server.address}/surveys/draft_survey`;
    const answer = await fetch(url, { method: "POST", body: form, headers });
    const said = await answer.text();
    assert.equal(answer.status, 201, said);
    return JSON.parse(said);
  }
  const token = async (name) => (await assembly.post("/identity/sign_in", assembly.account(name))).token;

  test("a report is released and another begun in the first version", async () => {
    await adopts(await assembly.post("/surveys/draft_survey", { from: key }, "fiji"));
    assert.match(await versionOne(), /In use/i);
    const report = await begins("fiji", "FJI", 2026);
    await releases("fiji", report, { "norm-a-standing": "in_progress", "norm-a-contact": "done" });
    await begins("kenya", "KEN", 2026);
  });

  test("a decision puts the second version in use; what changed is told question by question", async () => {
    await adopts(await draftOf(revised()));
    assert.match(await versionOne(), /Replaced/i);
    assert.match(await text(`/surveys/${key}/2`), /In use/i);
    const changes = await text(`/surveys/${key}/compare?from=1&to=2`);
    assert.match(changes, /Taken as a whole[\s\S]*The norm in all its parts/);
    assert.match(changes, /Exercises with other States are held\./);
  });

  test("what was released keeps the words of its version", async () => {
    const released = await text("/reports/FJI/2026");
    assert.match(released, /Taken as a whole/);
    assert.doesNotMatch(released, /The norm in all its parts|Exercises with other States/);
  });

  test("a report begun before is finished in the version it was begun in", async () => {
    const desk = await text("/my-reports/2?section=norm-a", "kenya");
    assert.match(desk, /Taken as a whole/);
    assert.doesNotMatch(desk, /Exercises with other States/);
    await releases("kenya", 2, { "norm-a-standing": "done", "norm-a-contact": "in_progress" });
    assert.match(await text("/reports/KEN/2026"), /Taken as a whole/);
  });

  test("who begins now has the new version, with what was said before to be confirmed", async () => {
    const report = await begins("malta", "MLT", 2026);
    await releases("malta", report, { "norm-a-standing": "done", "norm-a-exercise": "in_progress" });
    const released = await text("/reports/MLT/2026");
    assert.match(released, /The norm in all its parts[\s\S]*Exercises with other States are held\./);
    const next = await begins("fiji", "FJI", 2027);
    const desk = await assembly.opens("fiji", `/my-reports/${next}?section=norm-a`);
    const chosen = desk.page.locator('input[name="answers.norm-a-standing"]:checked');
    assert.equal(await chosen.getAttribute("value"), "in_progress");
    assert.match(await desk.page.locator("main").innerText(), /to be confirmed|confirm/i);
    await axe(desk.page);
    await desk.close();
  });

  test("reports of both versions stand in one list and one figure", async () => {
    const list = await text("/reports?year=2026");
    for (const state of ["Fiji", "Kenya", "Malta"]) assert.match(list, new RegExp(state));
    const answer = await fetch(`${assembly.server.address}/reports/progress?year=2026&format=json`);
    const { years } = await answer.json();
    assert.equal(years.find(({ year }) => year === 2026).states, 3);
  });
});
