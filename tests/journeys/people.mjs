// SPDX-License-Identifier: Apache-2.0
// Many people at once, each with an account, who remember what was acknowledged.
import assert from "node:assert/strict";
import { secretariat } from "./place.mjs";

const password = "seven quiet rivers meet";
const states = ["EGY", "FRA", "KEN", "BRA", "NZL", "JPN", "SEN", "PER"];

/** Accounts for heads of delegation number `first` to `first + count - 1`, made by invitation. */
export async function invitePeople(server, count, first = 0) {
  const token = await server.signIn(secretariat);
  const people = [];
  for (let i = first; i < first + count; ++i) {
    const email = `delegate${i}@example.org`;
    const invited = await server.post(
      "/identity/invite_person",
      {
        email,
        name: `Delegate ${i}`,
        language: "en",
        role: "head_of_delegation",
        body: `state:${states[i]}`,
        basis: "Credentials",
      },
      { token },
    );
    assert.equal(invited.status, 201, invited.text);
    const link = new URL(invited.json.address, server.address).searchParams.get("token");
    const accepted = await server.post("/identity/accept_invitation", {
      token: link,
      new_password: password,
    });
    assert.ok(accepted.status < 300, accepted.text);
    people.push(new Person(i, email));
    await people.at(-1).begin(server);
  }
  return people;
}

/** One person, who changes the profile and signs in anew, over and over. */
class Person {
  constructor(number, email) {
    this.number = number;
    this.who = { email, password };
    this.acknowledged = 0; // commands, each of which is one entry of the journal
    this.unsure = 0; // sent, and the connection went before an answer came
    this.tokens = [];
  }

  async begin(server) {
    this.token = await server.signIn(this.who);
    const { json } = await server.get("/account", { token: this.token });
    Object.assign(this, { revision: json.revision, name: json.name });
    this.mayBe = undefined;
  }

  /** Works until the server is gone or `until` says so. */
  async work(server, until = () => false) {
    for (let turn = 0; !until(); ++turn) {
      try {
        if (turn % 4 === 3) await this.#signIn(server);
        else await this.#changeProfile(server, `Delegate ${this.number}, change ${this.revision + 1}`);
      } catch (problem) {
        if (problem instanceof assert.AssertionError) throw problem;
        return; // the connection went
      }
    }
  }

  async #signIn(server) {
    this.unsure += 1;
    const token = await server.signIn(this.who);
    this.unsure -= 1;
    this.acknowledged += 1;
    this.tokens.push(token);
  }

  async #changeProfile(server, name) {
    this.mayBe = name;
    this.unsure += 1;
    const answer = await server.post(
      "/identity/change_profile",
      { name, language: "en", revision: this.revision },
      { token: this.token },
    );
    assert.ok(answer.status < 300, `change_profile answered ${answer.status}: ${answer.text}`);
    this.unsure -= 1;
    this.acknowledged += 1;
    this.revision += 1;
    this.name = name;
    this.mayBe = undefined;
  }

  /** Everything acknowledged must be there, once; what was sent last may be there. */
  async findsAll(server) {
    const { status, json, text } = await server.get("/account", { token: this.token });
    assert.equal(status, 200, `the sign-in of ${this.who.email} is gone: ${text}`);
    const wasDone = this.mayBe !== undefined && json.revision === this.revision + 1;
    assert.equal(json.revision, this.revision + (wasDone ? 1 : 0), `${this.who.email}: every change once`);
    assert.equal(json.name, wasDone ? this.mayBe : this.name);
    for (const token of this.tokens)
      assert.equal(
        (await server.get("/account", { token })).status,
        200,
        "an acknowledged sign-in is gone",
      );
    this.revision = json.revision;
    this.name = json.name;
    this.mayBe = undefined;
    this.tokens = [];
  }

  /** Forgets the counts, and gives them: [acknowledged, unsure]. */
  counts() {
    const counts = [this.acknowledged, this.unsure];
    this.acknowledged = 0;
    this.unsure = 0;
    return counts;
  }
}

export function sumOf(people) {
  return people.map((person) => person.counts()).reduce(([a, b], [c, d]) => [a + c, b + d], [0, 0]);
}
