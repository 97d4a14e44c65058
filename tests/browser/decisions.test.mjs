// SPDX-License-Identifier: Apache-2.0
// A question put to a body, in several browsers at once: one State objects, every screen shows it, and a page
// without scripts says how to see what is new.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { makeAccount, person, signIn } from "./account.mjs";
import { axe, fitsWidth, open } from "./browser.mjs";
import { startServer } from "./program.mjs";

const password = "seven quiet rivers meet";
/**
 * The agreed charter, founded so long ago that no machine's clock is before it; its questions are put on any
 * day and declared at once, as a machine's clock is no meeting's.
 */
const charter = `charter: sample-mechanism
title: {en: Sample mechanism}
kind: own
based_on: agreed-2025
founding:
  no_act_before: 2020-01-01
  after_working_group: false
  first_plenary: 2020-07-20
decisions:
  least_minutes_open: 0
  at_meetings: false
`;

describe("decisions", () => {
  let server;
  let folder;
  let proposal;
  const tokens = {};
  const post = async (path, body, token) => {
    const answer = await fetch(server.address + path, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        accept: "application/json",
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    assert.ok(answer.status < 300, `${path}: ${answer.status} ${text}`);
    return JSON.parse(text);
  };
  const account = (name) => ({ email: `${name}@example.org`, password });
  async function appoint(name, role, body) {
    const desk = (await post("/identity/sign_in", person)).token;
    const invited = await post(
      "/identity/invite_person",
      { email: account(name).email, name: `Sample ${name}`, language: "en", role, body, basis: "Sample" },
      desk,
    );
    const token = new URL(invited.address, server.address).searchParams.get("token");
    await post("/identity/accept_invitation", { token, new_password: password });
    tokens[name] = (await post("/identity/sign_in", account(name))).token;
  }

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "poa-charter-"));
    const file = join(folder, "sample-mechanism.yaml");
    writeFileSync(file, charter);
    server = await startServer({ importPapers: false, init: ["--charter", file] });
    await makeAccount(server);
    await appoint("fiji", "head_of_delegation", "state:FJI");
    await appoint("kenya", "head_of_delegation", "state:KEN");
    await appoint("chair", "chair", "chair");
    const draft = {
      title: "A statement of the plenary",
      body: "plenary",
      effect: "statement.express",
      language: "en",
      text: "The first paragraph.\n\nThe second paragraph.",
    };
    proposal = (await post("/decisions/draft_proposal", draft, tokens.fiji)).proposal;
    await post(`/decisions/${proposal}/table_proposal`, { revision: 1, version: 1 }, tokens.fiji);
    await post(`/decisions/${proposal}/put_question`, { asked: "by_rule", version: 1 }, tokens.chair);
  });
  after(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test("an objection confirmed with the keyboard reaches another screen by itself", async () => {
    const watching = await open(server.address, `/decisions/${proposal}`);
    const connection = watching.page.locator('[data-part="connection"]');
    await connection.filter({ hasText: "Connected" }).waitFor();
    const cookies = await signIn(server, account("kenya"));
    const acting = await open(server.address, `/decisions/${proposal}`, { cookies });
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
    const cookies = await signIn(server, account("chair"));
    const acting = await open(server.address, `/decisions/${proposal}/act/close_question`, { cookies });
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
    await post(`/decisions/${proposal}/resume_discussion`, { reason }, tokens.chair);
    await post(`/decisions/${proposal}/put_question`, { asked: "by_rule", version: 1 }, tokens.chair);
    await newer.waitFor({ state: "visible" });
    await axe(watching.page);
    await newer.locator("a").click();
    await watching.page.locator('[data-part="line"]').filter({ hasText: "Open" }).waitFor();
    await watching.close();
  });
});
