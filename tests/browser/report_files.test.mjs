// SPDX-License-Identifier: Apache-2.0
// Files of a report, by plain forms: evidence in an answer, a form that comes back.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { Assembly } from "./assembly.mjs";
import { axe, fitsWidth, open } from "./browser.mjs";
import { program } from "./program.mjs";

const wanted = "/my-reports/1?section=wanted";
const paper = Buffer.from("%PDF-1.7\nA paper on the team.");

describe("files of a report", () => {
  let assembly;
  before(async () => {
    assembly = await Assembly.convene();
    await assembly.appoint("fiji", "head_of_delegation", "state:FJI");
    await assembly.appoint("kenya", "head_of_delegation", "state:KEN");
    await assembly.appoint("chair", "chair", "chair");
    await assembly.appoint("editor", "report_editor", "state:FJI", "fiji");
    await assembly.appoint("approver", "report_approver", "state:FJI", "fiji");
    const draft = await assembly.post("/surveys/draft_survey", { from: "response-team" }, "fiji");
    const fields = { survey: draft.key, version: String(draft.version), sha256: draft.sha256 };
    const proposal = await assembly.tabled("fiji", "survey_template.adopt", fields, "A survey of teams");
    const { question } = await assembly.post(
      `/decisions/${proposal}/put_question`,
      { asked: "by_rule", version: 1 },
      "chair",
    );
    await assembly.post(`/decisions/${proposal}/close_question`, { question }, "chair");
    await assembly.post(
      "/my-reports/open_report",
      { state: "FJI", survey: "response-team", year: 2026 },
      "editor",
    );
  });
  after(() => assembly?.end());

  const text = async (visit) => visit.page.locator("main").innerText();
  async function sends(visit, file) {
    await visit.page.locator("main input[type=file]").setInputFiles(file);
    await visit.page.locator("main form button[type=submit]").last().click();
    await visit.page.waitForLoadState("load");
  }

  test("a file is attached without a script, and only who sees the answer can have it", async () => {
    const visit = await assembly.opens("editor", wanted, { width: 360, javascript: false });
    await fitsWidth(visit.page);
    await visit.page.locator('main a[href*="/act/attach_evidence"]').click();
    await fitsWidth(visit.page);
    await sends(visit, { name: "Our team.pdf", mimeType: "text/html", buffer: paper });
    await visit.page.goto(assembly.server.address + wanted);
    assert.match(await text(visit), /Our team\.pdf/);
    await fitsWidth(visit.page);
    const link = visit.page.locator("main .evidence a");
    const [download] = await Promise.all([visit.page.waitForEvent("download"), link.click()]);
    assert.equal(download.suggestedFilename(), "our-team.pdf");
    await visit.close();

    const share = { question: "papers", audience: "parties", parties: "group:african-group" };
    await assembly.post("/my-reports/1/share_answers", share, "fiji");
    const put = await assembly.post("/my-reports/1/put_up_report", {}, "editor");
    await assembly.post("/my-reports/1/submit_report", { revision: put.revision }, "approver");
    const other = await assembly.opens("kenya", "/reports/FJI/2026");
    await axe(other.page);
    const address = await other.page.locator("main .evidence a").getAttribute("href");
    await other.close();
    const refused = await fetch(assembly.server.address + address);
    assert.equal(refused.status, 404);
    const publicly = await open(assembly.server.address, "/reports/FJI/2026");
    assert.doesNotMatch(await text(publicly), /Our team/);
    await publicly.close();
  });

  test("a form that was filled in elsewhere is looked at before it is taken in", async () => {
    const form = [
      "{form response-team 1 FJI 2026}",
      "{needs} Two people and a line that holds. {/needs} {needs.note}{/needs.note}",
      ...["none", "begun", "regular", "written", "reviewed"].map((level) =>
        level === "begun" ? `[x] {mandate=${level}}` : `[ ] {mandate=${level}}`,
      ),
      "{mandate.note}{/mandate.note}",
      "[?] {people=none}",
    ].join("\n");
    const visit = await assembly.opens("editor", "/my-reports/1/act/import_answers");
    await sends(visit, { name: "form.txt", mimeType: "text/plain", buffer: Buffer.from(form) });
    const shown = await text(visit);
    assert.match(shown, /Nothing is saved yet/);
    assert.match(shown, /Two people and a line that holds\./);
    assert.match(shown, /Begun/);
    assert.match(shown, /line 9/);
    await axe(visit.page);
    await visit.page.setViewportSize({ width: 360, height: 800 });
    await fitsWidth(visit.page);
    await visit.page.locator("main form button[type=submit]").click();
    await visit.page.goto(`${assembly.server.address}${wanted}`);
    const field = visit.page.locator('textarea[name="answers.needs"]');
    assert.equal(await field.inputValue(), "Two people and a line that holds.");
    await visit.close();
  });

  test("the command line brings a file back as the person who signs in, and as nobody else", async () => {
    const folder = mkdtempSync(join(tmpdir(), "poa-answers-"));
    const file = join(folder, "answers.json");
    const { token } = await assembly.post("/identity/sign_in", assembly.account("editor"));
    const taken = await fetch(`${assembly.server.address}/my-reports/1/answers.json`, {
      headers: { authorization: `Bearer ${token}` },
    });
    writeFileSync(file, (await taken.text()).replace("Two people", "Three people"));
    const brings = (name, password, ...more) =>
      spawnSync(
        program,
        ["reports", "import", file, "--data", assembly.server.data, "--report", "1", "--as", name, ...more],
        { input: `${password}\n`, encoding: "utf8" },
      );
    const { email, password } = assembly.account("editor");
    const wrong = brings(email, "not the password");
    assert.equal(wrong.status, 1);
    assert.match(wrong.stderr, /password/i);
    const other = brings(assembly.account("kenya").email, password);
    assert.equal(other.status, 1, "it is no report of theirs");
    const look = brings(email, password, "--look");
    assert.equal(look.status, 0, look.stderr);
    assert.match(look.stdout, /would be 1 saved, 0 merged/);
    const brought = brings(email, password);
    assert.equal(brought.status, 0, brought.stderr);
    assert.match(brought.stdout, /: 1 saved/);
    const visit = await assembly.opens("editor", wanted);
    const field = visit.page.locator('textarea[name="answers.needs"]');
    assert.equal(await field.inputValue(), "Three people and a line that holds.");
    await visit.close();
    rmSync(folder, { recursive: true });
  });
});
