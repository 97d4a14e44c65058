// SPDX-License-Identifier: Apache-2.0
// Every page of pages.mjs on the real program in Chromium: sound, accessible, light, reflowing, walkable.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { axe, fitsWidth, keyboardWalk, lightEnough, open, screenshot, soundFrame } from "./browser.mjs";
import { inLanguage, languages, pages } from "./pages.mjs";
import { startServer } from "./program.mjs";

describe("pages", () => {
  let server;
  before(async () => (server = await startServer()));
  after(() => server?.stop());

  const visit = (page, options) => open(server.address, page.path, { status: page.status, ...options });

  for (const page of pages) {
    test(`${page.name}: is sound, and accessible in the light and in the dark`, async () => {
      const seen = await visit(page);
      if (page.has) assert.ok(await seen.page.locator(page.has).count(), `${page.path} has ${page.has}`);
      await soundFrame(seen.page);
      await axe(seen.page, page);
      await screenshot(seen.page, page.name);
      await seen.page.emulateMedia({ colorScheme: "dark" });
      const ground = await seen.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      assert.notEqual(ground, "rgb(255, 255, 255)", "the dark is dark");
      await axe(seen.page, page);
      await screenshot(seen.page, `${page.name}-dark`);
      await seen.close();
    });

    test(`${page.name}: fits 360 and 320 px`, async () => {
      const seen = await visit(page, { width: 360, height: 740 });
      await fitsWidth(seen.page);
      await screenshot(seen.page, `${page.name}-360`);
      await seen.page.setViewportSize({ width: 320, height: 640 });
      await fitsWidth(seen.page);
      await seen.close();
    });

    for (const language of languages.filter((each) => each !== "en")) {
      test(`${page.name}: speaks ${language}`, async () => {
        const path = inLanguage(page.path, language);
        const seen = await open(server.address, path, { status: page.status, language, width: 1024 });
        await soundFrame(seen.page, { language });
        await axe(seen.page, page);
        await fitsWidth(seen.page);
        await screenshot(seen.page, `${page.name}-${language}`);
        await seen.close();
      });
    }

    test(`${page.name}: is whole without JavaScript`, async () => {
      const seen = await visit(page, { javascript: false });
      if (page.has) assert.ok(await seen.page.locator(page.has).count(), `${page.path} has ${page.has}`);
      assert.ok((await seen.page.locator("main").innerText()).trim().length > 20);
      await seen.close();
    });

    test(`${page.name}: is walked with the keyboard alone`, async () => {
      const seen = await visit(page);
      await keyboardWalk(seen.page);
      await seen.close();
    });

    test(`${page.name}: prints without navigation`, async () => {
      const seen = await visit(page, { print: true });
      for (const gone of [".site-navigation", ".site-search", ".skip-link"]) {
        const shown = await seen.page
          .locator(gone)
          .evaluateAll((found) => found.some((each) => each.checkVisibility()));
        assert.equal(shown, false, `${gone} on paper`);
      }
      await seen.close();
    });

    if (page.public) {
      test(`${page.name}: weighs at most 40 KiB at first load`, async (context) => {
        const seen = await visit(page);
        context.diagnostic(`${page.name} ${await lightEnough(seen)} bytes`);
        await seen.close();
      });
    }
  }
});
