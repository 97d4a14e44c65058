// SPDX-License-Identifier: Apache-2.0
// Every page of pages.mjs on the real program in Chromium: sound, accessible, light, reflowing, walkable.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { makeAccount, signIn } from "./account.mjs";
import { axe, fitsWidth, keyboardWalk, lightEnough, open, screenshot, soundFrame } from "./browser.mjs";
import { accountPages, inLanguage, languages, pages } from "./pages.mjs";
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

  test("a table stays a table for a screen reader where its rows stack", async () => {
    const seen = await open(server.address, "/documents/a-78-76/replies", { width: 360, height: 740 });
    const tree = await seen.page.locator("main table").ariaSnapshot();
    for (const part of ["- table", "- row ", "- columnheader", "- rowheader", "- cell"])
      assert.ok(tree.includes(part), `${part} in ${tree.slice(0, 400)}`);
    await seen.close();
  });

  test("headings leave out no level, and each passage says its language", async () => {
    const paths = ["/documents/a-78-76", "/documents/a-78-76/sections/egy", "/documents/canada", "/states"];
    for (const path of paths) {
      const seen = await open(server.address, `${path}?lang=ar`, { language: "ar" });
      const levels = await seen.page
        .locator("h1, h2, h3, h4, h5, h6")
        .evaluateAll((headings) => headings.map((each) => Number(each.tagName[1])));
      levels.forEach((level, at) => assert.ok(level <= (levels[at - 1] ?? 0) + 1, `${path}: ${levels}`));
      for (const passage of await seen.page.locator(".passage p").all().then((all) => all.slice(0, 3))) {
        const said = await passage.evaluate(
          (each) => each.closest("[lang]").lang + getComputedStyle(each).direction,
        );
        assert.equal(said, "enltr", `an English passage inside an Arabic page of ${path}`);
      }
      await seen.close();
    }
  });

  test("the contents show where the reader is", async () => {
    const seen = await open(server.address, "/documents/a-78-76/sections/egy");
    const place = await seen.page.locator(".reader-contents").evaluate((contents) => {
      const frame = contents.getBoundingClientRect();
      const current = contents.querySelector("[aria-current]").getBoundingClientRect();
      return current.top >= frame.top && current.bottom <= frame.bottom;
    });
    assert.ok(place, "Egypt is in view among the contents");
    await seen.close();
  });
});

describe("pages of an account", () => {
  let server;
  let cookies;
  before(async () => {
    server = await startServer();
    await makeAccount(server);
    cookies = await signIn(server);
  });
  after(() => server?.stop());

  for (const page of accountPages) {
    test(`${page.name}: is sound, accessible, reflowing and walkable`, async () => {
      const seen = await open(server.address, page.path, { cookies });
      assert.ok(await seen.page.locator(page.has).count(), `${page.path} has ${page.has}`);
      await soundFrame(seen.page);
      await axe(seen.page, page);
      await screenshot(seen.page, page.name);
      await keyboardWalk(seen.page);
      await seen.page.emulateMedia({ colorScheme: "dark" });
      await axe(seen.page, page);
      await seen.page.setViewportSize({ width: 320, height: 640 });
      await fitsWidth(seen.page);
      await screenshot(seen.page, `${page.name}-320`);
      await seen.close();
    });

    test(`${page.name}: reads from right to left`, async () => {
      const seen = await open(server.address, inLanguage(page.path, "ar"), { cookies, language: "ar" });
      await soundFrame(seen.page, { language: "ar" });
      await axe(seen.page, page);
      await screenshot(seen.page, `${page.name}-ar`);
      await seen.close();
    });
  }
});
