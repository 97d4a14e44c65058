// SPDX-License-Identifier: Apache-2.0
// A State releases a report that names a need and a practice: those it chose see the need, everybody finds
// the practice it offered; with the release both are gone.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Assembly } from "./assembly.mjs";
import { axe, fitsWidth, open } from "./browser.mjs";

describe("needs", () => {
  let assembly;
  before(async () => {
    assembly = await Assembly.convene();
    await assembly.appoint("fiji", "head_of_delegation", "state:FJI");
    await assembly.appoint("kenya", "head_of_delegation", "state:KEN");
    await assembly.appoint("chair", "chair", "chair");
    const draft = await assembly.post("/surveys/draft_survey", { from: "framework-survey" }, "fiji");
    const fields = { survey: draft.key, version: String(draft.version), sha256: draft.sha256 };
    const proposal = await assembly.tabled("fiji", "survey_template.adopt", fields, "A survey");
    const asked = { asked: "by_rule", version: 1 };
    const { question } = await assembly.post(`/decisions/${proposal}/put_question`, asked, "chair");
    await assembly.post(`/decisions/${proposal}/close_question`, { question }, "chair");
  });
  after(() => assembly?.end());

  const text = (visit) => visit.page.locator("main").innerText();
  const act = (verb, body) => assembly.post(`/my-reports/1/${verb}`, body, "fiji");
  async function read(path, who, options) {
    const visit = who ? await assembly.opens(who, path, options) : await open(assembly.server.address, path);
    const words = await text(visit);
    await visit.close();
    return words;
  }

  test("a released need is seen by those it is for, and a practice by everybody", async () => {
    const report = { state: "FJI", survey: "framework-survey", year: 2026 };
    await assembly.post("/my-reports/open_report", report, "fiji");
    const answers = {
      "norm-f-needs": ["incident_response"],
      "norm-g-needs": ["diplomacy"],
      "norm-f-status": ["developing"],
      "norm-f-practice": "A drill on every second Tuesday.",
    };
    await act("save_answers", { seen: "", answers });
    await act("share_answers", { question: "norm-f-needs", audience: "public" });
    await act("share_answers", { question: "norm-g-needs", audience: "member_states" });
    await act("share_answers", { question: "norm-f-practice", audience: "public" });

    const approval = await assembly.opens("fiji", "/my-reports/1/approval");
    await approval.page.locator('main a[href*="/act/offer_practice"]').first().click();
    await approval.page.waitForLoadState("load");
    await axe(approval.page);
    const choice = approval.page.locator('select[name="choice"]');
    if (await choice.count()) await choice.selectOption("offer");
    else await approval.page.locator('input[name="choice"][value="offer"]').check();
    const language = approval.page.locator('select[name="language"]');
    if (await language.count()) await language.selectOption("en");
    else await approval.page.locator('input[name="language"][value="en"]').check();
    await approval.page.locator('input[name="title"]').fill("Tuesday drills");
    await approval.page.locator("main form button[type=submit]").last().click();
    await approval.page.waitForLoadState("load");
    await approval.page.goto(`${assembly.server.address}/my-reports/1/approval`);
    assert.match(await text(approval), /Offered to the library of practices/);
    await approval.close();
    assert.doesNotMatch(await read("/needs"), /Fiji/, "nothing before it is released");

    const { revision } = await act("put_up_report", {});
    await act("submit_report", { revision });

    const publicly = await open(assembly.server.address, "/needs");
    await axe(publicly.page);
    assert.match(await text(publicly), /You may read needs of 1 State/);
    assert.match(await text(publicly), /Fiji[\s\S]*incident response/i);
    assert.equal(await publicly.page.locator("main .tile-has").count(), 2, "the State, and the legend");
    await publicly.close();
    assert.doesNotMatch(await read("/needs?item=norm-g"), /Fiji/, "for Member States alone");
    assert.match(await read("/needs?item=norm-g", "kenya"), /Fiji/);
    assert.match(await read("/acquis/norm-f"), /Tuesday drills[\s\S]*from its report/);
    assert.match(await read("/acquis/norm-f"), /What States need for it[\s\S]*Fiji/);
  });

  test("the State says where a need stands", async () => {
    const visit = await assembly.opens("fiji", "/needs?item=norm-f");
    await visit.page.locator('main td a[href^="/needs/"]').first().click();
    await visit.page.waitForLoadState("load");
    await axe(visit.page);
    await visit.page.locator('[name="stage"][value="met"], select[name="stage"]').first().waitFor();
    const choice = visit.page.locator('select[name="stage"]');
    if (await choice.count()) await choice.selectOption("met");
    else await visit.page.locator('input[name="stage"][value="met"]').check();
    await visit.page.locator('textarea[name="said"]').fill("A team works since May.");
    await visit.page.locator("main form button[type=submit]").last().click();
    await visit.page.waitForLoadState("load");
    const address = new URL(visit.page.url()).pathname;
    await visit.close();
    assert.match(await read(address), /Met[\s\S]*A team works since May\./);
    const small = await assembly.opens("kenya", `${address}?lang=ar`, { width: 360, javascript: false });
    await fitsWidth(small.page);
    assert.equal(await small.page.locator("main form").count(), 0, "nobody else says it");
    await small.close();
  });

  test("another State asks about an answer, and the State responds", async () => {
    const asking = await assembly.opens("kenya", "/reports/FJI/2026/questions");
    await axe(asking.page);
    await asking.page.locator('main a[href*="question=norm-f-practice"]').click();
    await asking.page.waitForLoadState("load");
    await asking.page.locator('textarea[name="words"]').fill("How long does a drill take?");
    const outcome = asking.page.locator('select[name="outcome"]');
    if (await outcome.count()) await outcome.selectOption("experience");
    else await asking.page.locator('input[name="outcome"][value="experience"]').check();
    await asking.page.locator("main form button[type=submit]").last().click();
    await asking.page.waitForLoadState("load");
    assert.match(await text(asking), /How long does a drill take\?[\s\S]*No response yet/);
    await asking.close();
    const answering = await assembly.opens("fiji", "/reports/FJI/2026/questions");
    await answering.page.locator('textarea[name="words"]').fill("Two hours.");
    await answering.page.locator("main form button[type=submit]").last().click();
    await answering.page.waitForLoadState("load");
    await axe(answering.page);
    await answering.close();
    assert.match(await read("/reports/FJI/2026/questions"), /Response[\s\S]*Two hours\./);
  });

  test("a State publishes what it undertakes and says where it stands", async () => {
    const visit = await assembly.opens("fiji", "/commitments/new?item=norm-f");
    const { page } = visit;
    await axe(page);
    await page.locator('input[name="title"]').fill("Drills for all");
    await page.locator('textarea[name="words"]').fill("We invite all to our drills.");
    await page.locator('textarea[name="shown_by"]').fill("A list of those who came.");
    const language = page.locator('select[name="language"]');
    if (await language.count()) await language.selectOption("en");
    else await page.locator('input[name="language"][value="en"]').check();
    await page.locator("main form button[type=submit]").last().click();
    await page.waitForLoadState("load");
    assert.match(await text(visit), /Drills for all[\s\S]*Planned/);
    await axe(page);
    await visit.close();
    const said = { revision: 1, stage: "done", evidence: "/reports/FJI/2026" };
    await assembly.post("/commitments/1/report_commitment", said, "fiji");
    assert.match(await read("/commitments?item=norm-f"), /Fiji[\s\S]*Drills for all[\s\S]*Done/);
    const trail = await read("/trail/item/norm-f");
    assert.match(trail, /Fiji, 2026[\s\S]*Drills for all[\s\S]*reports\/FJI\/2026/);
    const small = await assembly.opens("kenya", "/commitments/1?lang=ar", { width: 360, javascript: false });
    await fitsWidth(small.page);
    await small.close();
  });

  test("with the release its needs and its practice are gone", async () => {
    await act("withdraw_report", { reason: "Ours" });
    assert.doesNotMatch(await read("/needs"), /Fiji/);
    assert.doesNotMatch(await read("/needs", "kenya"), /Fiji/);
    assert.doesNotMatch(await read("/acquis/norm-f"), /Tuesday drills|Fiji/);
    const gone = await open(assembly.server.address, "/needs/1", { status: 404 });
    await gone.close();
  });
});
