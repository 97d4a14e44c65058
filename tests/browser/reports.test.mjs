// SPDX-License-Identifier: Apache-2.0
// A survey is put in use by a decision; people of one State fill in its report at the same time, one approves
// it; readers see what was shared with them, and nothing else.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Assembly } from "./assembly.mjs";
import { axe, fitsWidth, open } from "./browser.mjs";

const section = "/my-reports/1?section=norm-a";
const note = "answers.norm-a-standing.note";
const people = { editor: "report_editor", second: "report_editor", approver: "report_approver" };

describe("reports", () => {
  let assembly;
  before(async () => {
    assembly = await Assembly.convene();
    await assembly.appoint("fiji", "head_of_delegation", "state:FJI");
    await assembly.appoint("kenya", "head_of_delegation", "state:KEN");
    await assembly.appoint("chair", "chair", "chair");
    for (const [name, role] of Object.entries(people))
      await assembly.appoint(name, role, "state:FJI", "fiji");
  });
  after(() => assembly?.end());

  const text = async (visit) => visit.page.locator("main").innerText();
  async function saves(visit, choice, words) {
    const { page } = visit;
    await page.locator(`input[name="answers.norm-a-standing"][value="${choice}"]`).check();
    const field = page.locator(`textarea[name="${note}"]`);
    if (!(await field.isVisible())) await field.locator("xpath=ancestor::details/summary").click();
    await field.fill(words);
    const loaded = page.waitForEvent("load"); // once the server has said what it did
    await page.locator('main form[action$="/save_answers"] button[type=submit]').first().click();
    await loaded;
  }

  test("a decision puts a survey in use", async () => {
    const draft = await assembly.post("/surveys/draft_survey", { from: "norms-checklist" }, "fiji");
    const fields = { survey: draft.key, version: String(draft.version), sha256: draft.sha256 };
    const proposal = await assembly.tabled("fiji", "survey_template.adopt", fields, "A checklist");
    const before = await open(assembly.server.address, "/surveys/norms-checklist/1", { status: 404 });
    await before.close();
    const { question } = await assembly.post(
      `/decisions/${proposal}/put_question`,
      { asked: "by_rule", version: 1 },
      "chair",
    );
    await assembly.post(`/decisions/${proposal}/close_question`, { question }, "chair");
    const survey = await open(assembly.server.address, "/surveys/norms-checklist/1");
    assert.match(await text(survey), /In use[\s\S]*POA\/\d+\/1/i);
    await survey.close();
  });

  test("two people save the same answer at once; both texts stay until one chooses", async () => {
    const report = { state: "FJI", survey: "norms-checklist", year: 2026 };
    await assembly.post("/my-reports/open_report", report, "editor");
    const first = await assembly.opens("editor", section);
    const second = await assembly.opens("second", section);
    await axe(first.page);
    await saves(first, "in_progress", "A lead agency is named.");
    await saves(second, "done", "Two agreements are signed.");
    const stands = await second.page.locator(`textarea[name="${note}"]`).inputValue();
    assert.equal(stands, "A lead agency is named.");
    assert.match(await text(second), /Two agreements are signed\./, "it stands beside");
    await axe(second.page);
    await first.close();
    await second.close();
    const small = await assembly.opens("editor", `${section}&lang=ar`, { width: 360, javascript: false });
    await fitsWidth(small.page);
    await small.close();
    const kept = { question: "norm-a-standing", version: 0, seen: 1 };
    await assembly.post("/my-reports/1/settle_answer", kept, "editor");
  });

  test("the approver releases what was read, and each reader sees what was shared", async () => {
    const answers = { "norm-a-lead": "done", "norm-a-contact": "not_started" };
    await assembly.post("/my-reports/1/save_answers", { seen: "", answers }, "second");
    const share = (question, audience) =>
      assembly.post("/my-reports/1/share_answers", { question, audience }, "fiji");
    await share("norm-a-standing", "public");
    await share("norm-a-lead", "member_states");
    await assembly.post("/my-reports/1/put_up_report", {}, "editor");
    const approval = await assembly.opens("approver", "/my-reports/1/approval");
    await axe(approval.page);
    assert.match(await text(approval), /A lead agency is named\./);
    const submit = 'main form[action$="/submit_report"] button, main a[href$="/act/submit_report"]';
    await approval.page.locator(submit).first().click();
    await approval.page.waitForLoadState("load");
    if (approval.page.url().includes("/act/"))
      await approval.page.locator("main form button[type=submit]").last().click();
    await approval.page.waitForURL(/\/(my-)?reports\//);
    await approval.close();

    const publicly = await open(assembly.server.address, "/reports/FJI/2026");
    const seen = await text(publicly);
    assert.match(seen, /In progress[\s\S]*A lead agency is named\./);
    assert.doesNotMatch(seen, /leads cooperation/, "for Member States alone");
    assert.doesNotMatch(seen, /Not started/, "for the State alone");
    await axe(publicly.page);
    await publicly.close();
    const other = await assembly.opens("kenya", "/reports/FJI/2026");
    assert.match(await text(other), /leads cooperation[\s\S]*Done/);
    assert.doesNotMatch(await text(other), /Not started/);
    await other.close();
    const list = await open(assembly.server.address, "/reports?year=2026");
    assert.equal(await list.page.locator("main td", { hasText: "no report" }).count(), 194, "195 but one");
    await list.close();
  });
});
