// SPDX-License-Identifier: Apache-2.0
// A mechanism with people in it: what the tests of decisions stand in.
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeAccount, person, signIn } from "./account.mjs";
import { open } from "./browser.mjs";
import { startServer } from "./program.mjs";

const password = "seven quiet rivers meet";

/**
 * The agreed charter, founded so long ago that no machine's clock is before it; its questions are put on any
 * day and declared at once, as a machine's clock is no meeting's. `more`: further clauses of decisions, and
 * further sections.
 */
const charter = (more) => `charter: sample-mechanism
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
${more}`;

/** The library that gives one program another clock. */
function clockLibrary() {
  const found = readdirSync("/usr/lib")
    .map((folder) => join("/usr/lib", folder, "faketime/libfaketimeMT.so.1"))
    .find(existsSync);
  if (!found) throw new Error("libfaketime is missing; run: script/bootstrap test");
  return found;
}

export class Assembly {
  #tokens = {};
  #folder = mkdtempSync(join(tmpdir(), "poa-assembly-"));

  /** Serves a new mechanism. `clock`: its clock can be moved. */
  static async convene({ more = "", clock = false } = {}) {
    const made = new Assembly();
    const file = join(made.#folder, "sample-mechanism.yaml");
    writeFileSync(file, charter(more));
    const environment = {};
    if (clock) {
      made.moveClock("+0");
      environment.LD_PRELOAD = clockLibrary();
      environment.FAKETIME_TIMESTAMP_FILE = made.#clockFile;
      environment.FAKETIME_NO_CACHE = "1";
      environment.FAKETIME_DONT_FAKE_MONOTONIC = "1";
    }
    made.server = await startServer({ importPapers: false, init: ["--charter", file], environment });
    await makeAccount(made.server);
    return made;
  }

  async end() {
    await this.server?.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  get #clockFile() {
    return join(this.#folder, "clock");
  }

  /** By how much the program's clock is ahead: "+4319m". */
  moveClock(by) {
    writeFileSync(this.#clockFile, `${by}\n`);
  }

  /** `who` acts, or the public. */
  async post(path, body, who) {
    const token = typeof who === "string" ? this.#tokens[who] : who?.token;
    const answer = await fetch(this.server.address + path, {
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
  }

  account(name) {
    return { email: `${name}@example.org`, password };
  }

  /** `by`: who appoints; the secretariat where nobody is named. */
  async appoint(name, role, body, by) {
    const desk = by ?? (await this.post("/identity/sign_in", person));
    const { email } = this.account(name);
    const invitation = { email, name: `Sample ${name}`, language: "en", role, body, basis: "Sample" };
    const invited = await this.post("/identity/invite_person", invitation, desk);
    const token = new URL(invited.address, this.server.address).searchParams.get("token");
    await this.post("/identity/accept_invitation", { token, new_password: password });
    await this.signInAgain(name);
  }

  async signInAgain(name) {
    this.#tokens[name] = (await this.post("/identity/sign_in", this.account(name))).token;
  }

  /** A proposal of `who`, tabled; its number. */
  async tabled(who, effect, fields = {}, title = "A sample proposal") {
    const draft = {
      title,
      body: "plenary",
      effect,
      effect_fields: fields,
      language: "en",
      text: "The first paragraph.\n\nThe second paragraph.",
    };
    const { proposal } = await this.post("/decisions/draft_proposal", draft, who);
    await this.post(`/decisions/${proposal}/table_proposal`, { revision: 1, version: 1 }, who);
    return proposal;
  }

  /** A page in a browser of its own, signed in as `who`; the public's without a name. */
  async opens(who, path, options = {}) {
    const cookies = who ? await signIn(this.server, this.account(who)) : [];
    return open(this.server.address, path, { cookies, ...options });
  }
}
