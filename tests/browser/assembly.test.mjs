// SPDX-License-Identifier: Apache-2.0
// Several States at once, each in a browser of its own: a consensus with a dissociation, a silence broken in
// the last minute, an accreditation by vote, a charter amendment that changes the calendar.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Assembly } from "./assembly.mjs";
import { axe } from "./browser.mjs";

const clauses = `  substantive: {by: silence, hours: 72}
accreditation:
  model: objection_then_vote
  contested: {by: vote, majority: simple, of: present_and_voting}
`;
const states = { fiji: "state:FJI", kenya: "state:KEN", chile: "state:CHL" };

describe("assembly", () => {
  let assembly;
  before(async () => {
    assembly = await Assembly.convene({ more: clauses, clock: true });
    for (const [name, body] of Object.entries(states))
      await assembly.appoint(name, "head_of_delegation", body);
    await assembly.appoint("chair", "chair", "chair");
  });
  after(() => assembly?.end());

  /** The page of a proposal in a browser of `who`, its line to the server standing. */
  async function watches(who, proposal) {
    const visit = await assembly.opens(who, `/decisions/${proposal}`);
    await visit.page.locator('[data-part="connection"]').filter({ hasText: "Connected" }).waitFor();
    return visit;
  }
  /** `who` fills in the form of an act and confirms it. */
  async function acts(who, proposal, act, fill = async () => {}) {
    const { page, close } = await assembly.opens(who, `/decisions/${proposal}/act/${act}`);
    await fill(page.locator("main"));
    await page.locator("main form button[type=submit]").last().click();
    await page.waitForURL(new RegExp(`/decisions/${proposal}$`));
    await close();
  }
  const puts = (proposal, more = {}) =>
    assembly.post(
      `/decisions/${proposal}/put_question`,
      { asked: "by_rule", version: 1, ...more },
      "chair",
    );
  const line = (visit, text) =>
    visit.page.locator('[data-part="line"]').filter({ hasText: text }).waitFor();

  test("a consensus with a dissociation", async () => {
    const proposal = await assembly.tabled("fiji", "procedure.decide");
    await puts(proposal);
    const watching = await watches(undefined, proposal);
    await acts("kenya", proposal, "explain_position", async (main) => {
      await main.locator("select[name=kind]").selectOption("dissociation");
      await main.locator("input[name=paragraph]").fill("p2");
      await main.locator("textarea[name=text]").fill("Not in our name.");
    });
    await acts("chair", proposal, "close_question");
    await line(watching, "Adopted");
    await watching.close();
    const record = await assembly.opens(undefined, `/decisions/${proposal}`);
    const text = await record.page.locator("main").innerText();
    assert.match(text, /Adopted/);
    assert.match(text, /Kenya[\s\S]*Not in our name/);
    await axe(record.page);
    await record.close();
  });

  test("an accreditation by vote, by roll-call, each State in its own browser", async () => {
    const fields = { organisation: "sample-institute", name: "Sample Institute" };
    const proposal = await assembly.tabled("fiji", "organisation.accredit", fields);
    await puts(proposal, { roll_call: true });
    const watching = await watches(undefined, proposal);
    const votes = { fiji: "yes", kenya: "no", chile: "yes" };
    await Promise.all(
      Object.entries(votes).map(([who, voice]) =>
        acts(who, proposal, "cast_vote", (main) => main.locator("select[name=voice]").selectOption(voice)),
      ),
    );
    await acts("chair", proposal, "close_question");
    await line(watching, "Adopted");
    await watching.close();
    const register = await assembly.opens(undefined, "/agreed/accreditation/sample-institute");
    assert.match(await register.page.locator("main").innerText(), /Sample Institute[\s\S]*First day/);
    await register.close();
  });

  test("a charter amendment changes the calendar in the moment the Chair declares it", async () => {
    const plenaries = async () => {
      const answer = await fetch(
        `${assembly.server.address}/charters/in-force/calendar?from=2030&years=4&format=json`,
      );
      return (await answer.json()).rows.filter((row) => row.kind === "plenary").length;
    };
    assert.equal(await plenaries(), 4);
    const fields = { base_version: 1, clauses: "plenary.every_months = 24" };
    const proposal = await assembly.tabled("chile", "charter.amend", fields, "A plenary every two years");
    await puts(proposal);
    const watching = await watches("kenya", proposal);
    assert.match(await watching.page.locator("main").innerText(), /12[\s\S]*24/);
    assert.equal(await plenaries(), 4, "a question that is put changes nothing");
    await acts("chair", proposal, "close_question");
    await line(watching, "Adopted");
    assert.equal(await plenaries(), 2);
    await watching.close();
  });

  test("a silence broken in the last minute; the one that nobody breaks ends in adoption", async () => {
    const broken = await assembly.tabled("fiji", "statement.express", {}, "A silence that is broken");
    const kept = await assembly.tabled("fiji", "statement.express", {}, "A silence that is kept");
    await puts(broken);
    await puts(kept);
    assembly.moveClock("+4319m"); // of 72 hours one minute is left
    const watching = await watches("chile", broken);
    await acts("kenya", broken, "lodge_objection", (main) =>
      main.locator("textarea").first().fill("We need another day."),
    );
    await watching.page
      .locator('[data-part="objectors"] [data-state="KEN"]')
      .waitFor({ state: "attached" });
    assembly.moveClock("+4322m");
    await assembly.signInAgain("chair"); // somebody comes: what is due is closed as of its last moment
    await line(watching, "Not adopted");
    await watching.close();
    const record = await assembly.opens(undefined, `/decisions/${kept}`);
    await record.page.locator("main").filter({ hasText: "Adopted" }).waitFor();
    await record.close();
  });
});
