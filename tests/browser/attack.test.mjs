// SPDX-License-Identifier: Apache-2.0
// Somebody asks every figure after every release, as the public and as a State, keeps them all and subtracts.
// What States keep at home but let be counted does not come out (docs/design/0008-counting.md).
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Assembly } from "./assembly.mjs";

const survey = "framework-survey";
const question = "norm-g-status";
const african = ["DZA", "AGO", "BEN", "BWA", "KEN", "GHA"];
const says = ["in_place", "developing", "in_place", "planned", "developing", "in_place"];

describe("attack", () => {
  let assembly;
  const reports = {};
  const kept = []; // what the attacker has seen, with what happened before it

  before(async () => {
    assembly = await Assembly.convene();
    for (const state of [...african, "FJI", "MLT"])
      await assembly.appoint(state.toLowerCase(), "head_of_delegation", `state:${state}`);
    await assembly.appoint("chair", "chair", "chair");
    const draft = await assembly.post("/surveys/draft_survey", { from: survey }, "fji");
    const fields = { survey, version: String(draft.version), sha256: draft.sha256 };
    const proposal = await assembly.tabled("fji", "survey_template.adopt", fields, "A survey");
    const put = { asked: "by_rule", version: 1 };
    const asked = await assembly.post(`/decisions/${proposal}/put_question`, put, "chair");
    await assembly.post(`/decisions/${proposal}/close_question`, { question: asked.question }, "chair");
  });
  after(() => assembly?.end());

  async function get(path, who) {
    const headers = { accept: "application/json" };
    if (who) headers.authorization = `Bearer ${await token(who)}`;
    const answer = await fetch(assembly.server.address + path, { headers });
    assert.equal(answer.status, 200, path);
    return answer.json();
  }
  const tokens = {};
  const token = async (who) =>
    (tokens[who] ??= (await assembly.post("/identity/sign_in", assembly.account(who))).token);

  async function releases(state, answer, sharing) {
    const who = state.toLowerCase();
    const opened = { state, survey, year: 2026 };
    const { report } = await assembly.post("/my-reports/open_report", opened, who);
    reports[state] = report;
    const act = (name, body) => assembly.post(`/my-reports/${report}/${name}`, body, who);
    await act("save_answers", { seen: "", answers: { [question]: answer } });
    await act("share_answers", { question, ...sharing });
    await act("put_up_report", {});
    const { head } = await get(`/my-reports/${report}/approval`, who);
    await act("submit_report", { revision: head.revision });
  }
  const atHome = { audience: "own_delegation", counted: true };

  /** Everything that is told of the question, in one flat list of numbers by name. */
  async function figures(who) {
    const page = await get("/reports/progress/norm-g?year=2026", who);
    const told = {};
    const levels = page.levels.map(({ level }) => level);
    for (const row of page.rows) if (row.year === 2026) told[`world ${row.level}`] = row.states;
    for (const group of page.groups)
      group.levels.forEach((number, i) => (told[`${group.group} ${levels[i]}`] = number));
    for (const group of page.groups) told[`${group.group} uncounted`] = group.uncounted;
    const seen = page.rows.filter(({ year }) => year === 2026).flatMap((row) => row.seen);
    return { told, seen };
  }
  async function looks(at) {
    kept.push({ at, public: await figures(), state: await figures("mlt") });
    return kept.at(-1);
  }
  const sum = ({ told }, of) =>
    Object.entries(told)
      .filter(([name]) => name.startsWith(of) && !name.endsWith("uncounted"))
      .reduce((all, [, number]) => all + number, 0);

  test("four who keep their answer at home are in no figure", async () => {
    await looks("nobody");
    for (let i = 0; i < 4; ++i) {
      await releases(african[i], says[i], atHome);
      const { public: seen, state } = await looks(african[i]);
      for (const reader of [seen, state]) {
        assert.equal(sum(reader, "world"), 0);
        assert.equal(reader.told["african-group uncounted"], 0, "how many wait is not told");
        assert.deepEqual(reader.seen, []);
      }
    }
  });

  test("five come at once, and of no level all of them", async () => {
    await releases(african[4], says[4], atHome);
    const { public: seen } = await looks(african[4]);
    assert.equal(sum(seen, "world"), 5);
    assert.equal(sum(seen, "african-group"), 5);
    assert.ok(Object.values(seen.told).every((number) => number < 4), "nobody's answer follows");
    assert.deepEqual(seen.seen, []);
  });

  test("the sixth changes nothing: there is nothing to subtract", async () => {
    const { told } = kept.at(-1).public;
    await releases(african[5], says[5], atHome);
    assert.deepEqual((await looks(african[5])).public.told, told);
  });

  test("an answer that is shown adds itself and nothing else", async () => {
    const before = kept.at(-1).public;
    await releases("FJI", "planned", { audience: "public" });
    const { public: now } = await looks("FJI");
    assert.equal(now.told["world planned"], before.told["world planned"] + 1);
    assert.equal(sum(now, "world"), 6);
    assert.deepEqual(now.seen, ["FJI"]);
  });

  test("who takes its report back takes no number out that would be its own", async () => {
    const dza = `/my-reports/${reports.DZA}/withdraw_report`;
    await assembly.post(dza, { reason: "Taken back for now." }, "dza");
    const { public: now } = await looks("DZA withdraws");
    assert.equal(sum(now, "african-group"), 0, "all five fall together");
    assert.equal(sum(now, "world"), 1, "what is shown stays");
  });

  test("no two moments differ by one hidden answer, for no reader", () => {
    const hidden = ({ told }) =>
      Object.entries(told).filter(
        ([name]) => name.startsWith("african-group") && !name.endsWith("uncounted"),
      );
    for (const reader of ["public", "state"])
      for (const one of kept)
        for (const other of kept) {
          const moved = hidden(one[reader]).filter(([name, number]) => other[reader].told[name] !== number);
          assert.notEqual(moved.length, 1, `${one.at} and ${other.at}: ${moved}`);
        }
    assert.equal(kept.length, 9, "all moments were compared");
  });
});
