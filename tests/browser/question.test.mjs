// SPDX-License-Identifier: Apache-2.0
// A question's page keeps itself up to date (src/web/assets/islands/question.ts), on the page of the gallery
// that has all the parts: src/web/assets/gallery/question.html.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { axe, open } from "./browser.mjs";
import { startGallery } from "./gallery.mjs";

let revision = 0;
const state = (parts = {}) => ({
  revision: ++revision,
  now: new Date().toISOString(),
  state: "open",
  asked: "consensus",
  closes: null,
  members: 193,
  objections: 0,
  objectors: [],
  ...parts,
});

describe("question", () => {
  let gallery;
  before(async () => (gallery = await startGallery()));
  after(() => gallery?.stop());

  const shown = async (first = state()) => {
    gallery.tell(first);
    const visit = await open(gallery.address, "/question");
    const part = (name) => visit.page.locator(`:not(form) > [data-part="${name}"]`).first();
    const says = async (name, words) => {
      await visit.page
        .waitForFunction(
          ([name, words]) =>
            [...document.querySelectorAll(`[data-part="${name}"]`)].some((each) =>
              each.textContent.includes(words),
            ),
          [name, words],
          { timeout: 8000 },
        )
        .catch(async () => assert.fail(`${name}: "${await part(name).textContent()}", not "${words}"`));
    };
    return { ...visit, part, says };
  };
  /** For a test that cuts the line: what the browser says of that is no fault of the page. */
  const closeCut = (visit) => {
    const other = visit.problems.filter((each) => !/ERR_|503|EventSource/.test(each));
    visit.problems.length = 0;
    visit.problems.push(...other);
    return visit.close();
  };

  test("shows the state at once, and what changes, without touching a form or the focus", async () => {
    const { page, part, says, close } = await shown(state({ objections: 2, objectors: ["XXA", "XXC"] }));
    await says("connection", "Connected");
    await says("line", "Objections: 2. States entitled: 193.");
    assert.equal(await page.locator('li[data-state="XXA"]').isVisible(), true);
    assert.equal(await page.locator('li[data-state="XXB"]').isVisible(), false);
    await page.locator("#grounds").fill("half a sentence");
    await page.locator("#grounds").evaluate((field) => field.setSelectionRange(4, 4));
    gallery.tell(state({ objections: 1, objectors: ["XXB"] }));
    await page.locator('li[data-state="XXB"]').waitFor();
    assert.equal(await page.locator('li[data-state="XXA"]').isVisible(), false);
    assert.equal(await part("objections").textContent(), "1");
    await says("line", "Objections: 1.");
    assert.equal(await page.locator("form [data-part]").textContent(), "of this form");
    assert.deepEqual(
      await page.evaluate(() => {
        const { id, value, selectionStart } = document.activeElement;
        return { id, value, selectionStart };
      }),
      { id: "grounds", value: "half a sentence", selectionStart: 4 },
    );
    await axe(page);
    await close();
  });

  test("an older state that comes late is not shown", async () => {
    const { part, says, close } = await shown();
    await says("connection", "Connected");
    gallery.tell(state({ objections: 5 }));
    await says("objections", "5");
    gallery.tell(state({ objections: 4, revision: revision - 1 }));
    gallery.tell(state({ objections: 5, members: 194 }));
    await says("line", "194");
    assert.equal(await part("objections").textContent(), "5");
    await close();
  });

  test("says that the line is lost, and shows the state at once when it is back", async () => {
    const visit = await shown();
    await visit.says("connection", "Connected");
    gallery.cut();
    await visit.says("connection", "Connection lost");
    gallery.tell(state({ objections: 7, revision: 1 })); // a server that counts anew
    await visit.says("connection", "Connected");
    await visit.says("objections", "7");
    await closeCut(visit);
  });

  test("a line that is back at once was not lost", async () => {
    const visit = await shown();
    await visit.says("connection", "Connected");
    await visit.page.evaluate(() => {
      window.said = [];
      new MutationObserver(([{ target }]) => window.said.push(target.textContent)).observe(
        document.querySelector('[data-part="connection"]'),
        { childList: true },
      );
    });
    gallery.cut();
    gallery.tell(state({ objections: 3 }));
    await visit.says("objections", "3");
    assert.deepEqual(await visit.page.evaluate(() => window.said), []);
    await closeCut(visit);
  });

  test("votes stand beside their States, and the end shows the way on", async () => {
    const { page, says, close } = await shown(state({ asked: "vote", votes: { XXB: "no" } }));
    await says("voice", "Against");
    assert.deepEqual(await page.locator("tbody td").allTextContents(), ["", "Against"]);
    assert.equal(await page.locator('[data-part="ended"]').isVisible(), false);
    gallery.tell(state({ state: "adopted_by_consensus", votes: { XXA: "yes", XXB: "no" } }));
    await says("line", "Adopted by consensus.");
    await page.locator('[data-part="ended"]').waitFor();
    assert.deepEqual(await page.locator("tbody td").allTextContents(), ["In favour", "Against"]);
    await close();
  });

  test("the time left is counted by the server's clock, and read aloud seldom", async () => {
    const server = Date.parse("2030-01-01T00:00:00Z"); // far from the browser's
    const at = (seconds) => new Date(server + seconds * 1000).toISOString();
    const { page, part, says, close } = await shown(state({ now: at(0), closes: at(62) }));
    await says("closes", "Closes in 1 minute");
    assert.equal(await part("closing_soon").textContent(), "");
    await says("closing_soon", "Closes in 1 minute 0 seconds");
    await page.waitForTimeout(1500);
    await says("closes", "seconds");
    assert.equal(await part("closing_soon").textContent(), "Closes in 1 minute 0 seconds");
    gallery.tell(state({ now: at(62), closes: at(62) }));
    await says("closes", "The time is over.");
    await says("closing_soon", "The time is over.");
    gallery.tell(state({ now: at(0), closes: at(5 * 3600 + 120) }));
    await says("closes", "Closes in 5 hours 2 minutes");
    await close();
  });

  test("without JavaScript the page says how to see what is new", async () => {
    gallery.tell(state());
    const visit = await open(gallery.address, "/question", { javascript: false });
    assert.match(await visit.page.locator('[data-part="connection"]').textContent(), /Reload/);
    await visit.close();
  });
});
