// SPDX-License-Identifier: Apache-2.0
// What people are told, as they read it: on a telephone, in Arabic, without JavaScript and by keyboard.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Assembly } from "./assembly.mjs";
import { axe, fitsWidth, screenshot } from "./browser.mjs";

describe("notices", () => {
  let assembly;
  before(async () => {
    assembly = await Assembly.convene();
    await assembly.appoint("fiji", "head_of_delegation", "state:FJI");
    await assembly.appoint("deputy", "delegate", "state:FJI", "fiji");
    await assembly.appoint("chair", "chair", "chair");
    for (const title of ["A first proposal", "A second proposal"]) {
      const proposal = await assembly.tabled("fiji", "statement.express", {}, title);
      await assembly.post(
        `/decisions/${proposal}/put_question`,
        { asked: "by_rule", version: 1 },
        "chair",
      );
    }
    await told("deputy", 2);
  });
  after(() => assembly?.end());

  /** Notices follow after the commit. */
  async function told(who, count) {
    for (let i = 0; i < 200; ++i) {
      const visit = await assembly.opens(who, "/my-notices");
      const rows = await visit.page.locator("main tbody tr").count();
      await visit.close();
      if (rows === count) return;
    }
    assert.fail(`${who} was not told of ${count} questions`);
  }

  test("stand unread first, are opened, and are marked as read by keyboard", async () => {
    const visit = await assembly.opens("deputy", "/");
    const { page } = visit;
    const link = page.locator('header a[href="/my-notices"]');
    await Promise.all([page.waitForEvent("load"), link.click()]);
    const main = page.locator("main");
    assert.match(await main.innerText(), /2 notices are unread/);
    await axe(page);
    await screenshot(page, "notices");
    const mark = main.locator("tbody tr").first().locator("button");
    await mark.focus();
    await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
    assert.match(await main.innerText(), /1 notice is unread/);
    assert.match(await main.locator("tbody tr").last().innerText(), /read/);
    await Promise.all([page.waitForEvent("load"), main.locator("tbody tr a").first().click()]);
    assert.match(await main.innerText(), /A second proposal|A first proposal/);
    await visit.close();
  });

  test("say that no mail goes, and what could be turned off", async () => {
    const visit = await assembly.opens("deputy", "/my-notices", { javascript: false });
    const { page } = visit;
    assert.match(await page.locator("main").innerText(), /This platform sends no mail now/);
    const turn = page.locator('main input[name="report_turn"]');
    assert.equal(await turn.isChecked(), true);
    assert.equal(await page.locator('main input[name="question_put"]').count(), 0);
    await turn.uncheck();
    const keep = page.locator('main form[action="/notices/choose_mails"] button[type=submit]');
    await Promise.all([page.waitForEvent("load"), keep.click()]);
    assert.equal(await turn.isChecked(), false);
    await visit.close();
  });

  test("are read on a telephone, from right to left", async () => {
    const small = await assembly.opens("fiji", "/my-notices?lang=ar", { width: 360, javascript: false });
    await fitsWidth(small.page);
    assert.equal(await small.page.locator("html").getAttribute("dir"), "rtl");
    await screenshot(small.page, "notices-ar-360");
    await small.close();
  });
});
