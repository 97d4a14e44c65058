// SPDX-License-Identifier: Apache-2.0
// The parts of pages by themselves, and the scripts: src/web/assets/gallery with the built assets, under the
// program's content security policy.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { axe, fitsWidth, keyboardWalk, lightEnough, open, screenshot, soundFrame } from "./browser.mjs";
import { startGallery } from "./gallery.mjs";

const pages = [
  { path: "/", name: "index", language: "en" },
  { path: "/reader", name: "reader", language: "en" },
  { path: "/arabic", name: "arabic", language: "ar" },
];

describe("gallery", () => {
  let gallery;
  before(async () => (gallery = await startGallery()));
  after(() => gallery?.stop());

  for (const { path, name, language } of pages) {
    for (const dark of [false, true]) {
      test(`${name}: accessible in the ${dark ? "dark" : "light"}, and light enough`, async () => {
        const visit = await open(gallery.address, path, { dark, language });
        await soundFrame(visit.page, { language });
        await axe(visit.page);
        await lightEnough(visit);
        await screenshot(visit.page, `gallery-${name}${dark ? "-dark" : ""}`);
        await visit.close();
      });
    }
    for (const width of [320, 360]) {
      test(`${name}: fits ${width} px`, async () => {
        const visit = await open(gallery.address, path, { width, language });
        await fitsWidth(visit.page);
        await visit.close();
      });
    }
    test(`${name}: is walked with the keyboard`, async () => {
      const visit = await open(gallery.address, path, { language });
      const walked = await keyboardWalk(visit.page, { stops: 40 });
      assert.ok(walked.length > 15, `${walked.length} stops`);
      await visit.close();
    });
  }

  test("the map is not mirrored from right to left", async () => {
    const place = async (path) => {
      const visit = await open(gallery.address, path);
      const boxes = await visit.page.evaluate(() =>
        ["can", "jpn"].map(
          (state) => document.querySelector(`a[href="/states/${state}"]`).getBoundingClientRect().x,
        ),
      );
      await visit.close();
      return boxes[0] < boxes[1];
    };
    assert.deepEqual([await place("/"), await place("/arabic")], [true, true]);
  });

  test("a narrow table stands its rows as cards, each cell with the name of its column", async () => {
    const visit = await open(gallery.address, "/", { width: 360 });
    const label = await visit.page
      .locator('.table-list td[data-label="Title"]')
      .first()
      .evaluate((cell) => getComputedStyle(cell, "::before").content);
    assert.equal(label, '"Title"');
    await visit.close();
  });

  test("tiles keep 24 px on a narrow screen", async () => {
    const visit = await open(gallery.address, "/", { width: 360 });
    const box = await visit.page.locator(".tile-map rect").first().boundingBox();
    assert.ok(box.width >= 24 && box.height >= 24, JSON.stringify(box));
    await visit.close();
  });

  test("the theme is chosen, kept for the next page, and given back to the system", async () => {
    const visit = await open(gallery.address, "/");
    const { page } = visit;
    const theme = () => page.locator("html").getAttribute("data-bs-theme");
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await ground();
    await page.getByRole("button", { name: "Dark" }).click();
    assert.equal(await theme(), "dark");
    const dark = await ground();
    assert.notEqual(dark, light);
    await page.goto(`${gallery.address}/reader`);
    assert.equal(await theme(), "dark");
    assert.equal(await ground(), dark);
    assert.equal(await page.getByRole("button", { name: "Dark" }).getAttribute("aria-pressed"), "true");
    await page.getByRole("button", { name: "Automatic" }).click();
    assert.equal(await theme(), null);
    assert.equal(await ground(), light);
    await visit.close();
  });

  test("a light page stays light on a dark system when so chosen", async () => {
    const visit = await open(gallery.address, "/", { dark: true });
    await visit.page.getByRole("button", { name: "Light" }).click();
    assert.equal(
      await visit.page.evaluate(() => getComputedStyle(document.body).backgroundColor),
      "rgb(255, 255, 255)",
    );
    await visit.close();
  });

  test("the switch is not there without JavaScript", async () => {
    const visit = await open(gallery.address, "/", { javascript: false });
    assert.equal(await visit.page.locator("[data-theme-switch]").isVisible(), false);
    await visit.close();
  });

  test("the record moving on is said once, and what was entered stays", async () => {
    const visit = await open(gallery.address, "/");
    const { page } = visit;
    const note = page.locator(".live-note");
    await page.waitForTimeout(200);
    assert.equal(await note.textContent(), "");
    await page.locator("#body").fill("half a sentence");
    gallery.announce(2);
    await note.locator("a").waitFor();
    gallery.announce(3);
    await page.waitForTimeout(200);
    assert.equal(await note.locator("a").count(), 1);
    assert.equal(await page.locator("#body").inputValue(), "half a sentence");
    const asked = new Promise((answer) =>
      page.once("dialog", (dialog) => (answer(dialog.type()), dialog.dismiss())),
    );
    await note.locator("a").click({ noWaitAfter: true });
    assert.equal(await asked, "beforeunload");
    assert.equal(await page.locator("#body").inputValue(), "half a sentence");
    await visit.close();
  });

  test("a table is sorted by its columns, words and numbers, both ways", async () => {
    const visit = await open(gallery.address, "/");
    const { page } = visit;
    const column = (number) =>
      page
        .locator(`.table-list tbody tr > :nth-child(${number})`)
        .evaluateAll((cells) => cells.map((each) => each.textContent));
    const passages = page.getByRole("button", { name: "Passages" });
    await passages.click();
    assert.deepEqual(await column(4), ["14", "61", "812"]);
    assert.equal(await page.locator('th[aria-sort="ascending"]').count(), 1);
    await passages.click();
    assert.deepEqual(await column(4), ["812", "61", "14"]);
    await page.getByRole("button", { name: "Symbol" }).click();
    assert.deepEqual(await column(1), ["A/78/76", "A/RES/77/37", "Canada, own paper"]);
    assert.equal(await page.locator("th[aria-sort]").count(), 1);
    await axe(page);
    await visit.close();
  });

  test("what the checks look for is noticed: contrast, reflow, weight, a hidden focus", async () => {
    const visit = await open(gallery.address, "/", { width: 360 });
    const { page } = visit;
    await assert.rejects(lightEnough(visit, 1000), /weighs/);
    await page.evaluate(() => {
      const pale = document.createElement("table");
      pale.setAttribute("bgcolor", "#ffffff");
      pale.innerHTML = `<tr><td nowrap><font color="#dddddd">${"pale ".repeat(99)}</font></td></tr>`;
      document.querySelector("main").append(pale);
    });
    await assert.rejects(axe(page), /accessibility/);
    await assert.rejects(fitsWidth(page), /sticks out/);
    await page.evaluate(() =>
      document.styleSheets[0].insertRule(":focus-visible { outline: none !important }"),
    );
    await assert.rejects(keyboardWalk(page), /does not show/);
    await visit.close();
  });

  test("a broken policy is noticed", async () => {
    const visit = await open(gallery.address, "/");
    await visit.page.evaluate(() => document.body.setAttribute("style", "color: red"));
    await visit.page.waitForTimeout(100);
    assert.match(visit.problems.join(), /Content Security Policy/);
    visit.problems.length = 0;
    await visit.close();
  });
});
