// SPDX-License-Identifier: Apache-2.0
// A State volunteers to be reviewed by States of two regions; they ask, visit, draft; it answers, comments
// and consents. Without its consent nobody reads a word, and what it withdraws is gone.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Assembly } from "./assembly.mjs";
import { axe, fitsWidth, open, screenshot } from "./browser.mjs";

const review = "/reviews/1";

describe("review", () => {
  let assembly;
  before(async () => {
    assembly = await Assembly.convene({
      more: "reporting:\n  peer_review: voluntary\n",
    });
    for (const [name, state] of Object.entries({ fiji: "FJI", kenya: "KEN", samoa: "WSM", norway: "NOR" }))
      await assembly.appoint(name, "head_of_delegation", `state:${state}`);
  });
  after(() => assembly?.end());

  const text = async (visit) => visit.page.locator("main").innerText();
  /** What somebody reads at an address. */
  async function reads(who, path) {
    const visit = await assembly.opens(who, path);
    const seen = await text(visit);
    await visit.close();
    return seen;
  }
  /** Follows a link of the page and sends the form behind it, as a person would. */
  async function acts(who, link, fill = async () => {}) {
    const visit = await assembly.opens(who, review);
    const { page } = visit;
    await page.locator(`main a[href*="/act/${link}"]`).first().click();
    await page.waitForLoadState("load");
    await axe(page);
    await fill(page);
    await page.locator("main form button[type=submit]").last().click();
    await page.waitForURL(new RegExp(`${review}(#|$)`));
    await visit.close();
  }

  test("a State volunteers", async () => {
    const visit = await assembly.opens("fiji", "/reviews/volunteer");
    const { page } = visit;
    await axe(page);
    await page.locator("select[name=procedure]").selectOption("peer-dialogue");
    await page.locator("select[name=scope]").selectOption("visit");
    await page.locator("select[name=items]").selectOption(["norm-f", "norm-g"]);
    await page.locator("select[name=known_to]").selectOption("public");
    await page.locator("main form button[type=submit]").last().click();
    await page.waitForURL(new RegExp(`${review}$`));
    await axe(page);
    await visit.close();
    assert.match(await reads(null, review), /alone read it[\s\S]*looks for reviewers/);
  });

  test("reviewers of two regions are found, and the State declines one without a reason", async () => {
    for (const name of ["kenya", "samoa"])
      await assembly.post("/my-reviews/join_reviewers", { until: "2099-01-01", words: "Lanterns" }, name);
    const visit = await assembly.opens("fiji", `${review}/pairs`);
    await axe(visit.page);
    const order = /Kenya[\s\S]*of another regional group[\s\S]*Samoa/;
    assert.match(await text(visit), order, "another region first");
    await visit.page.locator('main a[href*="reviewer=KEN"]').click();
    await visit.page.waitForLoadState("load");
    await visit.page.locator("main form button[type=submit]").last().click();
    await visit.page.waitForURL(new RegExp(`${review}$`));
    await visit.close();
    for (const name of ["kenya", "samoa", "norway"]) await acts(name, "offer_review");
    const settle = (verdict) => (page) => page.locator("select[name=verdict]").selectOption(verdict);
    await acts("fiji", "settle_offer?reviewer=WSM", settle("accept"));
    await acts("fiji", "settle_offer?reviewer=NOR", settle("decline"));
    await acts("fiji", "fix_reviewers");
    const seen = await reads(null, review);
    assert.match(seen, /Kenya[\s\S]*Samoa/);
    assert.doesNotMatch(seen, /Norway/, "who was declined is nobody's business");
  });

  test("they ask, it answers, they visit and draft", async () => {
    await acts("kenya", "ask_question", async (page) => {
      await page.locator("select[name=about]").selectOption("item:norm-f");
      await page.locator("textarea[name=text]").fill("Who keeps the lanterns?");
    });
    await acts("fiji", "answer_question", async (page) => {
      await page.locator("textarea[name=text]").fill("The lamp office keeps them.");
      await page.locator("select[name=audience]").selectOption("public");
    });
    await acts("samoa", "note_visit", (page) =>
      page.locator("textarea[name=text]").fill("Three lanterns were lit at dusk."),
    );
    await acts("samoa", "add_finding", async (page) => {
      await page.locator("select[name=about]").selectOption("item:norm-g");
      await page.locator("textarea[name=text]").fill("The lanterns are kept well.");
      await page.locator("select[name=evidence]").selectOption("link");
      await page.locator("input[name=evidence_text]").fill("https://lanterns.example/log");
    });
    await acts("kenya", "add_recommendation", (page) =>
      page.locator("textarea[name=text]").fill("Light a fourth lantern."),
    );
    assert.doesNotMatch(await reads("fiji", review), /kept well/, "a draft is the reviewers'");
    await acts("kenya", "hand_over_draft");
    assert.match(await reads("fiji", review), /kept well[\s\S]*Light a fourth lantern\./);
    for (const who of [null, "norway"])
      assert.doesNotMatch(await reads(who, review), /lantern|lamp office/i, "nobody else reads a word");
  });

  test("it comments, consents, and everybody reads what it consented to", async () => {
    await acts("fiji", "comment_draft", (page) =>
      page.locator("textarea[name=text]").fill("A fifth is being made."),
    );
    await acts("fiji", "respond_recommendation", async (page) => {
      await page.locator("select[name=response]").selectOption("accepted");
      await page.locator("textarea[name=text]").fill("Gladly.");
    });
    await acts("fiji", "finish_review", (page) =>
      page.locator("select[name=shown_to]").selectOption("public"),
    );
    const visit = await open(assembly.server.address, review);
    const seen = await text(visit);
    const told = [/kept well/, /a fourth lantern\./, /Accepted[\s\S]*Gladly\./, /A fifth/, /lamp office/];
    for (const words of told) assert.match(seen, words);
    assert.doesNotMatch(seen, /lit at dusk/, "a note of the visit stays with the parties");
    assert.equal(await visit.page.locator('main a[href="https://lanterns.example/log"]').count(), 1);
    await axe(visit.page);
    await screenshot(visit.page, "review-published");
    await visit.close();
    for (const language of ["ar", "zh"]) {
      const small = await open(assembly.server.address, `${review}?lang=${language}`, {
        width: 360,
        javascript: false,
      });
      await fitsWidth(small.page);
      await screenshot(small.page, `review-published-${language}-360`);
      await small.close();
    }
    await acts("fiji", "follow_up", async (page) => {
      await page.locator("select[name=status]").selectOption("under_way");
      await page.locator("textarea[name=text]").fill("Oil was found.");
    });
    const followed = await reads(null, "/reviews/follow-ups");
    assert.match(followed, /Light a fourth lantern\.[\s\S]*Under way[\s\S]*Oil/);
  });

  test("what it withdraws is gone for everybody", async () => {
    await acts("fiji", "withdraw_review");
    for (const who of [null, "norway", "kenya", "fiji"]) {
      const seen = await reads(who, review);
      assert.match(seen, /withdrew this review/);
      assert.doesNotMatch(seen, /lantern/i);
    }
    assert.doesNotMatch(await reads(null, "/reviews/follow-ups"), /lantern/i);
  });

  test("a review for the parties alone is known to nobody else", async () => {
    const quiet = {
      procedure: "review-cycle",
      scope: "desk",
      items: ["norm-f"],
      known_to: "parties",
    };
    await assembly.post("/reviews/volunteer_review", quiet, "fiji");
    assert.match(await reads("fiji", "/my-reviews"), /Fiji[\s\S]*Fiji/, "two reviews on its own desk");
    for (const who of [null, "norway"]) {
      const visit = await assembly.opens(who, "/reviews/2", { status: 404 });
      await visit.close();
      assert.equal((await reads(who, "/reviews")).match(/Fiji/g).length, 1);
    }
  });
});
