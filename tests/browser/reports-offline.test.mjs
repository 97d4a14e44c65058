// SPDX-License-Identifier: Apache-2.0
// REP-14: people of one State fill in a report, one of them without a line. No text is lost: not when both
// wrote the same answer, not when the program dies while it saves, not when a session, an appointment or a
// year is over meanwhile.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, afterEach, before, describe, test } from "node:test";
import { signIn } from "./account.mjs";
import { Assembly } from "./assembly.mjs";
import { axe, browser, fitsWidth, open, screenshot } from "./browser.mjs";

const people = { editor: "report_editor", second: "report_editor", approver: "report_approver" };
const report = "/my-reports/1";
const sectionOf = (letter, of = report) => `${of}?section=norm-${letter}`;
const patience = { timeout: 20_000 };

describe("reports without a line", () => {
  let assembly;
  const devices = [];
  before(async () => {
    assembly = await Assembly.convene();
    await assembly.appoint("fiji", "head_of_delegation", "state:FJI");
    await assembly.appoint("kenya", "head_of_delegation", "state:KEN");
    await assembly.appoint("chair", "chair", "chair");
    for (const [name, role] of Object.entries(people))
      await assembly.appoint(name, role, "state:FJI", "fiji");
    const draft = await assembly.post("/surveys/draft_survey", { from: "norms-checklist" }, "fiji");
    const fields = { survey: draft.key, version: String(draft.version), sha256: draft.sha256 };
    const proposal = await assembly.tabled("fiji", "survey_template.adopt", fields, "A checklist");
    const asked = { asked: "by_rule", version: 1 };
    const { question } = await assembly.post(`/decisions/${proposal}/put_question`, asked, "chair");
    await assembly.post(`/decisions/${proposal}/close_question`, { question }, "chair");
    for (const year of [2026, 2025])
      await assembly.post("/my-reports/open_report", { state: "FJI", survey: draft.key, year }, "editor");
  });
  afterEach(async () => {
    for (const device of devices.splice(0)) await device.context.close();
  });
  after(() => assembly?.end());

  /** A browser of its own that somebody is signed in with; its line can be cut. */
  async function device(who, path) {
    const context = await (await browser()).newContext({ reducedMotion: "reduce" });
    context.setDefaultTimeout(15_000);
    await context.addCookies(await signIn(assembly.server, assembly.account(who)));
    const page = await context.newPage();
    const problems = [];
    page.on("pageerror", (problem) => problems.push(problem.message));
    page.on("console", (message) => {
      if (/Content.Security.Policy/i.test(message.text())) problems.push(message.text());
    });
    const made = { context, page, problems };
    devices.push(made);
    await page.goto(assembly.server.address + path);
    return made;
  }
  const goTo = (at, path) => at.page.goto(assembly.server.address + path);
  const status = (at) => at.page.locator('#device [data-part="status"]');
  const says = (at, words) => status(at).filter({ hasText: words }).waitFor(patience);
  const note = (at, question) => at.page.locator(`textarea[name="answers.${question}.note"]`);
  /** What the device kept is put into the form a moment after the page is there. */
  const holds = (at, question, words) =>
    at.page.waitForFunction(
      ([name, wanted]) => document.querySelector(`textarea[name="${name}"]`)?.value === wanted,
      [`answers.${question}.note`, words],
      patience,
    );
  async function types(at, question, words) {
    const field = note(at, question);
    if (!(await field.isVisible())) await field.locator("xpath=ancestor::details/summary").click();
    await field.fill(words);
  }
  async function keeps(at) {
    await at.page.locator("#keep-here").check();
    await says(at, "This report is kept on this device.");
  }
  const firstQuestion = async (at) =>
    (await at.page.locator(".question").first().getAttribute("id")).slice("question-".length);
  const saved = async (question, seen, words, of = report) => {
    const answers = { [`${question}.note`]: words };
    return assembly.post(`${of}/save_answers`, { seen: `${question}:${seen}`, answers }, "editor");
  };
  const read = async (path, who = "editor") => {
    const visit = await assembly.opens(who, path);
    const text = await visit.page.locator("main").innerText();
    await visit.close();
    return text;
  };
  const here = (at) =>
    at.page.evaluate(async () => ({
      caches: (await caches.keys()).filter((name) => name.startsWith("report-")).length,
      databases: (await indexedDB.databases()).length,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      told: localStorage.getItem("reports-here"),
    }));

  test("what is typed is saved a moment after typing stops, and nothing is kept here unasked", async () => {
    const at = await device("editor", sectionOf("a"));
    await types(at, "norm-a-standing", "one two three four");
    await says(at, "Saved");
    assert.match(await read(`${report}/answers/norm-a-standing`), /one two three four/);
    assert.equal(await at.page.locator("#keep-here").isChecked(), false);
    const kept = await here(at);
    assert.deepEqual([kept.caches, kept.workers, kept.told], [0, 0, null]);
    // The line goes: the window alone has it, and says so; it is not closed without a question.
    await at.context.setOffline(true);
    await types(at, "norm-a-lead", "Only in this window.");
    await says(at, "only in this window");
    await at.context.setOffline(false);
    await says(at, "Saved");
    assert.match(await read(`${report}/answers/norm-a-lead`), /Only in this window\./);
    assert.deepEqual(at.problems, []);
  });

  test("what is not accepted is said beside its field, and nothing of it is lost", async () => {
    const at = await device("editor", sectionOf("k"));
    const question = await firstQuestion(at);
    await types(at, question, "x".repeat(20_001));
    await says(at, "Not accepted. It stays here");
    assert.match(await at.page.locator('#device [data-part="list"]').innerText(), /20,?000/);
    const loaded = at.page.waitForEvent("load");
    await at.page.locator('main form[action$="/save_answers"] button[type=submit]').first().click();
    await loaded;
    await at.page.locator(".form-problems").waitFor();
    assert.equal((await note(at, question).inputValue()).length, 20_001);
    await types(at, question, "Shorter.");
    await says(at, "Saved");
    assert.match(await read(`${report}/answers/${question}`), /Shorter\./);
    assert.deepEqual(at.problems, []);
  });

  test("a section opens without a line, and both sides' words are there afterwards", async () => {
    const at = await device("second", sectionOf("a"));
    await keeps(at);
    await axe(at.page);
    await screenshot(at.page, "reports-device-en");
    await at.context.setOffline(true);
    await goTo(at, sectionOf("b"));
    await types(at, "norm-b-procedure", "Typed on the train.");
    await says(at, "Kept on this device, not sent yet. Answers: 1");
    await goTo(at, sectionOf("a"));
    await holds(at, "norm-a-standing", "one two three four");
    await types(at, "norm-a-standing", "one two three FOUR");
    await types(at, "norm-a-contact", "A desk in the ministry.");
    await says(at, "Kept on this device, not sent yet. Answers: 3");
    await at.page.reload();
    await holds(at, "norm-a-standing", "one two three FOUR");
    await screenshot(at.page, "reports-device-offline");
    await goTo(at, "/my-reports");
    await says(at, "Kept on this device, not sent yet. Answers: 3");
    await goTo(at, sectionOf("a"));
    // Meanwhile the other one, with a line, changes one of them elsewhere and one in the same place.
    await saved("norm-a-standing", 1, "ONE two three four");
    await saved("norm-a-contact", 0, "A desk in the police.");
    await at.context.setOffline(false);
    await says(at, "Two texts stand beside each other: choose.");
    const list = await at.page.locator('#device [data-part="list"]').innerText();
    assert.match(list, /Choose between them/);
    assert.match(list, /Merged with what somebody else wrote meanwhile/);
    await at.page.locator(".notice-caution", { hasText: "Choose between them" }).first().waitFor();
    await axe(at.page);
    await screenshot(at.page, "reports-device-beside");
    assert.match(await read(`${report}/answers/norm-a-standing`), /ONE two three FOUR/);
    const both = await read(`${report}/answers/norm-a-contact`);
    for (const words of ["A desk in the ministry.", "A desk in the police."])
      assert.ok(both.includes(words), words);
    assert.match(await read(`${report}/answers/norm-b-procedure`), /Typed on the train\./);
    assert.deepEqual(at.problems, []);
  });

  test("one text is written out of both, and released; readers see exactly that", async () => {
    const at = await device("second", `${report}/answers/norm-a-contact`);
    await at.page.locator("main a", { hasText: "or write one out of both" }).first().click();
    await at.page.waitForURL(/act\/settle_answer/);
    await axe(at.page);
    await screenshot(at.page, "reports-settle");
    await types(at, "norm-a-contact", "Desks in the ministry and the police.");
    await at.page.locator("main form button", { hasText: "Take what I wrote" }).click();
    await at.page.waitForURL(/answers\/norm-a-contact$/);
    for (const question of ["norm-a-contact", "norm-a-standing"])
      await assembly.post(`${report}/share_answers`, { question, audience: "member_states" }, "fiji");
    const { revision } = await assembly.post(`${report}/put_up_report`, {}, "editor");
    await assembly.post(`${report}/submit_report`, { revision }, "approver");
    const seen = await read("/reports/FJI/2026", "kenya");
    assert.match(seen, /ONE two three FOUR/);
    assert.match(seen, /Desks in the ministry and the police\./);
    for (const words of ["A desk in the", "Typed on the train", "Only in this window"])
      assert.ok(!seen.includes(words), `${words}: not shared`);
    await assembly.post(`${report}/revise_report`, {}, "editor");
  });

  test("the program dies while it saves: what was typed goes when it is back, once", async () => {
    const at = await device("second", sectionOf("c"));
    await keeps(at);
    const question = await firstQuestion(at);
    let dead;
    const sent = at.page.waitForRequest((request) => {
      if (!request.url().endsWith("/save_answers")) return false;
      dead = assembly.server.crash();
      return true;
    });
    await types(at, question, "Typed before the crash.");
    await sent;
    await dead;
    await says(at, "Kept on this device, not sent yet. Answers: 1");
    await at.page.reload();
    await holds(at, question, "Typed before the crash.");
    await assembly.server.resume();
    await at.page.locator("#device button", { hasText: "Send now" }).click();
    await says(at, "Saved");
    const texts = await read(`${report}/answers/${question}`);
    assert.equal(texts.match(/Typed before the crash\./g).length, 1);
    assert.doesNotMatch(texts, /beside/i);
    assert.deepEqual(at.problems, []);
  });

  test("a session that is over keeps the answers and asks to sign in", async () => {
    const at = await device("second", sectionOf("d"));
    await keeps(at);
    await assembly.signInAgain("second");
    await assembly.post("/identity/revoke_other_sessions", {}, "second");
    const question = await firstQuestion(at);
    await types(at, question, "Typed without a session.");
    await says(at, "You are no longer signed in. What you wrote is still here.");
    const address = await status(at).locator("a").getAttribute("href");
    assert.match(address, /^\/sign-in\?next=/);
    await at.page.reload(); // from the device: the server shows nothing to nobody
    await holds(at, question, "Typed without a session.");
    await at.context.addCookies(await signIn(assembly.server, assembly.account("second")));
    await at.page.locator("#device button", { hasText: "Send now" }).click();
    await says(at, "Saved");
    assert.match(await read(`${report}/answers/${question}`), /Typed without a session\./);
  });

  test("last year's copy goes to last year's report, and takes it back from nobody unasked", async () => {
    const last = "/my-reports/2";
    const at = await device("second", sectionOf("a", last));
    await keeps(at);
    await at.context.setOffline(true);
    await types(at, "norm-a-standing", "Of last year.");
    await says(at, "Kept on this device, not sent yet. Answers: 1");
    await saved("norm-a-lead", 0, "Named by others.", last);
    await assembly.post(`${last}/share_answers`, { question: "norm-a-lead", audience: "public" }, "fiji");
    const { revision } = await assembly.post(`${last}/put_up_report`, {}, "editor");
    await assembly.post(`${last}/submit_report`, { revision }, "approver");
    await at.context.setOffline(false);
    await says(at, "This report was put up or submitted meanwhile");
    assert.match(await status(at).innerText(), /2025/);
    assert.doesNotMatch(await read(`${last}/answers/norm-a-standing`), /Of last year/);
    await at.page.locator("#device button", { hasText: "Send now" }).click();
    await says(at, "Saved");
    assert.match(await read(`${last}/answers/norm-a-standing`), /Of last year\./);
    assert.doesNotMatch(await read(`${report}/answers/norm-a-standing`), /Of last year/);
    const released = await open(assembly.server.address, "/reports/FJI/2025");
    assert.match(await released.page.locator("main").innerText(), /Named by others\./, "the release stands");
    await released.close();
  });

  test("signing out leaves nothing on the device, and asks first where something was not sent", async () => {
    const at = await device("editor", sectionOf("e"));
    await keeps(at);
    assert.deepEqual((await here(at)).workers, 1);
    await goTo(at, "/states");
    await at.page.locator(".site-person button").click();
    await at.page.waitForURL((address) => address.pathname === "/");
    assert.deepEqual(await here(at), { caches: 0, databases: 0, workers: 0, told: null });
  });

  test("an appointment that ended: the refusal is in words, and the answers are taken along", async () => {
    const at = await device("second", sectionOf("f"));
    await keeps(at);
    await at.context.setOffline(true);
    const question = await firstQuestion(at);
    await types(at, question, "Typed by who left.");
    await says(at, "Kept on this device, not sent yet. Answers: 1");
    const account = await read("/account", "second");
    assert.ok(account.includes("FJI") || account.includes("Fiji"));
    const list = await fetch(`${assembly.server.address}/account?format=json`, {
      headers: { authorization: `Bearer ${await token("second")}` },
    });
    const { appointments } = await list.json();
    await assembly.post("/identity/end_appointment", { appointment: appointments[0].appointment }, "fiji");
    await at.context.setOffline(false);
    await says(at, "Not accepted. It stays here, and can be saved as a file. Answers: 1");
    const told = await at.page.locator('#device [data-part="list"]').innerText();
    assert.ok(told.trim().length > 20, told);
    await screenshot(at.page, "reports-device-refused");
    await at.page.reload();
    await holds(at, question, "Typed by who left.");
    const coming = at.page.waitForEvent("download");
    await at.page.locator("#device button", { hasText: "Save as a file" }).click();
    const text = readFileSync(await (await coming).path(), "utf8");
    assert.deepEqual(JSON.parse(text), {
      survey: "norms-checklist",
      version: 1,
      seen: { [question]: 0 },
      answers: { [question]: { chosen: [], note: "Typed by who left." } },
    });
    // Signing out asks; who says no is led to where it can be sent, saved or removed.
    at.page.once("dialog", (dialog) => dialog.dismiss());
    await at.page.locator(".site-person button").click();
    await at.page.waitForURL(/my-reports#device$/);
    await says(at, "Before you sign out");
    at.page.once("dialog", (dialog) => dialog.accept());
    await at.page.locator(".site-person button").click();
    await at.page.waitForURL((address) => address.pathname === "/");
    assert.deepEqual(await here(at), { caches: 0, databases: 0, workers: 0, told: null });
  });

  test("desk and section fit a small screen from right to left, and work without scripts", async () => {
    for (const path of ["/my-reports", sectionOf("a"), `${report}/whole`]) {
      const address = `${path}${path.includes("?") ? "&" : "?"}lang=ar`;
      const small = await assembly.opens("editor", address, { width: 360 });
      await fitsWidth(small.page);
      await axe(small.page);
      await screenshot(small.page, `reports-${path.replace(/\W+/g, "-")}-ar-360`);
      await small.close();
    }
    const plain = await assembly.opens("editor", sectionOf("a"), { javascript: false });
    assert.equal(await plain.page.locator("#device").isVisible(), false);
    await plain.page.locator('main form[action$="/save_answers"] button[type=submit]').first().click();
    await plain.page.waitForURL(/section=norm-a/);
    await plain.close();
  });

  async function token(who) {
    return (await assembly.post("/identity/sign_in", assembly.account(who))).token;
  }
});
