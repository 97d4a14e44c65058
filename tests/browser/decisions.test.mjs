// SPDX-License-Identifier: Apache-2.0
// A question put to a body, in several browsers at once: one State objects, every screen shows it, and a page
// without scripts says how to see what is new.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Assembly } from "./assembly.mjs";
import { axe, fitsWidth, open } from "./browser.mjs";

describe("decisions", () => {
  let assembly;
  let server;
  let proposal;

  before(async () => {
    assembly = await Assembly.convene();
    server = assembly.server;
    await assembly.appoint("fiji", "head_of_delegation", "state:FJI");
    await assembly.appoint("kenya", "head_of_delegation", "state:KEN");
    await assembly.appoint("chair", "chair", "chair");
    proposal = await assembly.tabled("fiji", "statement.express", {}, "A statement of the plenary");
    await assembly.post(`/decisions/${proposal}/put_question`, { asked: "by_rule", version: 1 }, "chair");
  });
  after(() => assembly?.end());

  test("an objection confirmed with the keyboard reaches another screen by itself", async () => {
    const watching = await open(server.address, `/decisions/${proposal}`);
    const connection = watching.page.locator('[data-part="connection"]');
    await connection.filter({ hasText: "Connected" }).waitFor();
    const acting = await assembly.opens("kenya", `/decisions/${proposal}`);
    const { page } = acting;
    await page.locator('main a[href$="/act/lodge_objection"]').focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/act\/lodge_objection$/);
    assert.match(await page.locator("main").innerText(), /What will be recorded[\s\S]*Kenya/);
    await page.locator("main textarea").fill("The second paragraph.");
    await page.locator("main form button[type=submit]").focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(new RegExp(`/decisions/${proposal}$`));
    assert.match(await page.locator("main").innerText(), /Your State's objection stands/);
    await watching.page.locator('[data-part="objectors"] [data-state="KEN"]').waitFor({ state: "visible" });
    const line = watching.page.locator('[data-part="line"]');
    await line.filter({ hasText: "Objections that stand: 1" }).waitFor();
    assert.equal(await line.getAttribute("role"), "status", "announced to screen readers");
    await acting.close();
    await watching.close();
  });

  test("without scripts the page says how to see what is new, and the objection is there", async () => {
    const visit = await open(server.address, `/decisions/${proposal}`, { javascript: false });
    const text = await visit.page.locator("main").innerText();
    assert.match(text, /Reload the page to see what is new/);
    assert.match(text, /Kenya/);
    await visit.close();
  });

  for (const [path, language] of [
    ["", "en"],
    ["", "ar"],
    ["/text", "en"],
    ["/text", "fr"],
  ])
    test(`the pages are accessible and fit 360 pixels: ${path || "decision"} in ${language}`, async () => {
      const address = `/decisions/${proposal}${path}${language === "en" ? "" : `?lang=${language}`}`;
      const visit = await open(server.address, address, { width: 360, language });
      await axe(visit.page);
      await fitsWidth(visit.page);
      await visit.close();
    });

  test("the Chair declares the outcome, and every open page says so", async () => {
    const watching = await open(server.address, `/decisions/${proposal}`);
    await watching.page.locator('[data-part="connection"]').filter({ hasText: "Connected" }).waitFor();
    const acting = await assembly.opens("chair", `/decisions/${proposal}/act/close_question`);
    await acting.page.locator("main form button[type=submit]").click();
    await acting.page.waitForURL(new RegExp(`/decisions/${proposal}$`));
    await watching.page.locator('[data-part="line"]').filter({ hasText: "Not adopted" }).waitFor();
    await acting.close();
    await watching.close();
  });

  test("a new question appears on a page that was open before it was put", async () => {
    const watching = await open(server.address, `/decisions/${proposal}`);
    await watching.page.locator('[data-part="connection"]').filter({ hasText: "Connected" }).waitFor();
    const newer = watching.page.locator('[data-part="newer"]');
    assert.equal(await newer.isVisible(), false);
    const reason = "Consultations were held.";
    await assembly.post(`/decisions/${proposal}/resume_discussion`, { reason }, "chair");
    await assembly.post(`/decisions/${proposal}/put_question`, { asked: "by_rule", version: 1 }, "chair");
    await newer.waitFor({ state: "visible" });
    await axe(watching.page);
    await newer.locator("a").click();
    await watching.page.locator('[data-part="line"]').filter({ hasText: "Open" }).waitFor();
    await watching.close();
  });
});
