// SPDX-License-Identifier: Apache-2.0
// What a person does across pages, in Chromium on the real program.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { axe, open } from "./browser.mjs";
import { startServer } from "./program.mjs";

describe("journeys", () => {
  let server;
  before(async () => (server = await startServer()));
  after(() => server?.stop());

  test("a reader finds Egypt's paragraph on capacity-building from the home page", async () => {
    const visit = await open(server.address, "/");
    const { page } = visit;
    await page.locator(".site-search input[name=q]").fill("Egypt capacity-building");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/search\?/);
    const hit = page.locator(".hits a").first();
    await hit.click();
    await page.waitForURL(/\/passages\//);
    assert.match(await page.locator("h1").innerText(), /Egypt/);
    await page.locator('main a[href*="/sections/egy"]').first().click();
    await page.waitForURL(/\/sections\/egy/);
    const target = new URL(page.url()).hash;
    assert.match(target, /^#./, "a hit leads to its passage");
    assert.ok(await page.locator(`[id="${decodeURIComponent(target.slice(1))}"]`).isVisible());
    await visit.close();
  });

  test("a passage has an address of its own that can be taken along", async () => {
    const visit = await open(server.address, "/documents/a-78-76/sections/egy");
    const { page } = visit;
    const link = page.locator(".passage-number").first();
    await link.click();
    const address = page.url();
    assert.match(address, /#./);
    await page.goto(address);
    const passage = page.locator(`[id="${decodeURIComponent(new URL(address).hash.slice(1))}"]`);
    assert.ok(await passage.isVisible());
    await visit.close();
  });

  test("the contents lead to a section with the keyboard alone, without JavaScript", async () => {
    const visit = await open(server.address, "/documents/a-78-76", { javascript: false });
    const { page } = visit;
    const entry = page.locator('main a[href*="sections/egy"]').first();
    await entry.focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/sections\/egy/);
    assert.ok((await page.locator(".passage").count()) > 5);
    await visit.close();
  });

  // DOC-11: a sentence of the summary opens to the States, and every State to the passage.
  test("from a sentence of the summary to the State, to the highlighted passage, and back", async () => {
    const visit = await open(server.address, "/views", { javascript: false });
    const { page } = visit;
    await page.locator('main a[href="/views/summary"]').click();
    await page.waitForURL(/\/views\/summary$/);
    const sentence = page.locator('main a[href="/views/summary/35d"]');
    const words = await sentence.innerText();
    await sentence.click();
    await page.waitForURL(/\/views\/summary\/35d/);
    assert.equal(await page.locator("h1").innerText(), words, "the statement is what was followed");
    const state = page.locator("main tbody tr", { hasText: "Egypt" });
    await state.locator('a[href*="/views/positions/EGY/plenary_frequency"]').click();
    await page.waitForURL(/\/views\/positions\/EGY\/plenary_frequency/);
    const phrase = await page.locator("mark#quote").innerText();
    assert.match(phrase, /biennial meetings/);
    await page.locator('main figure a[href*="/documents/a-78-76/passages/"]').click();
    await page.waitForURL(/\/documents\/a-78-76\/passages\//);
    assert.equal(await page.locator("mark#quote").innerText(), phrase, "the document marks the same words");
    await page.goBack();
    await page.locator('main a[href="/views/summary/35d"]').last().click();
    await page.waitForURL(/\/views\/summary\/35d/);
    assert.equal(await page.locator("h1").innerText(), words);
    await visit.close();
  });

  test("a tile of the map leads to its State, and the list beside it to the same page", async () => {
    const visit = await open(server.address, "/states");
    const { page } = visit;
    const tile = page.locator('.tile-map a[href="/states/egypt"]');
    assert.equal(await tile.count(), 1, "one State, one tile");
    const sizes = await page
      .locator(".tile-map a rect")
      .evaluateAll((tiles) => [
        ...new Set(tiles.map((each) => `${each.getAttribute("width")} ${each.getAttribute("height")}`)),
      ]);
    assert.equal(sizes.length, 1, `all tiles are the same size: ${sizes}`);
    assert.ok((await page.locator('main a[href="/states/egypt"]').count()) > 1, "the list has the same link");
    await tile.focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/states\/egypt/);
    await visit.close();
  });

  test("a refused sign-in says so at the field, to a screen reader too, and keeps the name", async () => {
    const visit = await open(server.address, "/sign-in");
    const { page } = visit;
    await page
      .locator("main input:not([type=hidden]):not([type=password])")
      .first()
      .fill("nobody@example.org");
    await page.locator("main input[type=password]").fill("not the password");
    visit.problems.length = 0;
    await page.locator("main form button[type=submit]").first().click();
    await page.locator('[role="alert"]').waitFor();
    assert.equal(
      await page.evaluate(() => document.activeElement.id),
      "problems",
      "the focus is at what is wrong",
    );
    assert.equal(
      await page.locator("main input:not([type=hidden]):not([type=password])").first().inputValue(),
      "nobody@example.org",
    );
    assert.equal(await page.locator("main input[type=password]").inputValue(), "");
    await axe(page);
    // The browser reports the refusing status as a failed load; nothing else may be wrong.
    const others = visit.problems.filter((problem) => !/status of 4\d\d/.test(problem));
    visit.problems.splice(0, visit.problems.length, ...others);
    await visit.close();
  });

  test("the language is switched by plain links and stays on the page", async () => {
    const visit = await open(server.address, "/states/egypt", { javascript: false });
    const { page } = visit;
    await page.locator('.site-languages a[hreflang="ar"]').click();
    await page.waitForURL(/lang=ar/);
    assert.equal(await page.locator("html").getAttribute("dir"), "rtl");
    assert.match(page.url(), /\/states\/egypt/);
    await visit.close();
  });
});
