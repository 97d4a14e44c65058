// SPDX-License-Identifier: Apache-2.0
// A stranger's first quarter of an hour, as the README tells it: set up, look around, check, take office.
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { engines, papers, Place, poa, program, secretariat, verifiesFrom } from "./place.mjs";
import { formsOf, Visitor } from "./visitor.mjs";

/** Rows of a CSV text (RFC 4180), the heading first. */
function rowsOf(csv) {
  const rows = [[]];
  let field = "";
  let quoted = false;
  const text = csv.replace(/^\ufeff/, "");
  for (let i = 0; i < text.length; ++i) {
    const c = text[i];
    if (quoted && c === '"' && text[i + 1] === '"') field += text[++i];
    else if (c === '"') quoted = !quoted;
    else if (!quoted && (c === "," || c === "\n")) {
      rows.at(-1).push(field.replace(/\r$/, ""));
      field = "";
      if (c === "\n") rows.push([]);
    } else field += c;
  }
  rows.pop();
  return rows;
}

for (const engine of engines) {
  describe(`the first quarter of an hour on ${engine}`, () => {
    let place;
    let server;
    const officer = { email: "delegate@example.org", password: "eight brown owls listen" };
    before(() => {
      place = new Place(engine);
    });
    after(() => place.remove());

    test("init makes a place and says what it made; doing it again does nothing", async () => {
      const done = await place.does("init");
      assert.match(done.out, /193 Member States, 2 observer States/);
      assert.match(done.out, /ledger\.key/);
      assert.equal(
        statSync(join(place.data, "ledger.key")).mode & 0o077,
        0,
        "the key is its owner's alone",
      );
      assert.match((await place.does("init")).out, /Nothing to do/);
    });

    test("the five papers are taken in, and again is no second time", async () => {
      const done = await place.does("import", ...papers());
      for (const symbol of ["A/78/76"]) assert.ok(done.out.includes(symbol), done.out);
      const entries = await place.verifies();
      await place.does("import", ...papers());
      assert.equal(await place.verifies(), entries, "what is there already is not recorded again");
      const verified = await place.does("ledger verify");
      assert.match(verified.out, /5 versions of documents compared.*5 files.*all agree/);
    });

    test("the program says where it serves", async () => {
      server = await place.serve();
      assert.match(server.text, new RegExp(`Serving on ${server.address}`));
      assert.equal((await server.get("/readyz", { accept: "*/*" })).status, 200);
    });

    test("one address answers HTML, JSON and CSV with the same States", async () => {
      const page = await server.get("/states", { accept: "text/html" });
      assert.equal(page.status, 200);
      assert.match(page.headers.get("content-type"), /text\/html/);
      assert.match(page.text, /Egypt/);
      const { json } = await server.get("/states");
      assert.equal(json.rows.length, 195);
      const csv = await server.get("/states", { accept: "text/csv" });
      assert.match(csv.headers.get("content-type"), /text\/csv/);
      const [heading, ...rows] = rowsOf(csv.text);
      const column = heading.indexOf("iso3");
      assert.deepEqual(
        rows.map((row) => row[column]),
        json.rows.map((row) => row.iso3),
      );
    });

    test("DOC-09: a document says its original languages, is read and cited by passage", async () => {
      const { json: list } = await server.get("/documents");
      assert.equal(list.rows.length, 5, list.rows.map((row) => row.title).join("; "));
      const report = list.rows.find((row) => row.symbol === "A/78/76");
      assert.ok(report, "the report is found by its symbol");
      assert.deepEqual([...report.original_languages].sort(), ["en", "es", "fr", "ru"]);
      const { json: replies } = await server.get(`${report.address}/replies`);
      assert.equal(new Set(replies.rows.map((row) => row.state).filter(Boolean)).size, 37);
      const languages = new Set(replies.rows.map((row) => row.original_language));
      assert.deepEqual([...languages].sort(), ["en", "es", "fr", "ru"], "each reply with its own");
      const egypt = replies.rows.find((row) => row.state === "EGY");
      const section = await server.get(egypt.address, { accept: "text/html" });
      assert.equal(section.status, 200);
      const { json: reader } = await server.get(egypt.address.replace(/#.*/, ""));
      const numbered = reader.passages.find(
        (row) => row.kind === "paragraph" && row.number && row.reply === egypt.anchor,
      );
      assert.ok(section.text.includes(`id="${numbered.anchor}"`), "the passage has an address in the page");
      const { json: one } = await server.get(`${report.address}/passages/${numbered.anchor}`);
      assert.match(one.citation, /^A\/78\/76, Egypt, para/);
      assert.equal(one.passage.text, numbered.text);
      assert.equal((await server.get(one.reader_address, { accept: "text/html" })).status, 200);
    });

    test("a State's page gathers its reply", async () => {
      const { json } = await server.get("/states/egy");
      assert.equal(json.iso3, "EGY");
      assert.ok(
        json.rows.some((row) => /A\/78\/76/.test(row.where + row.title)),
        JSON.stringify(json.rows),
      );
      for (const row of json.rows)
        assert.equal((await server.get(row.address, { accept: "text/html" })).status, 200, row.address);
    });

    test("search finds passages, says where, and gives JSON and Atom", async () => {
      const { json } = await server.get("/search?q=capacity-building+Egypt");
      assert.ok(json.rows.length > 0);
      for (const row of json.rows.slice(0, 5)) {
        assert.ok(row.snippet.length > 0 && row.citation.length > 0);
        assert.equal((await server.get(row.address, { accept: "text/html" })).status, 200, row.address);
      }
      const feed = await server.get("/search?q=capacity", { accept: "application/atom+xml" });
      assert.match(feed.headers.get("content-type"), /application\/atom\+xml/);
      assert.match(feed.text, /<feed\b[\s\S]*<entry>/);
      const { json: typo } = await server.get("/search?q=capasity");
      assert.match(typo.did_you_mean, /capacity/);
      const { json: nothing } = await server.get("/search?q=xyzzyqwerty");
      assert.equal(nothing.rows.length, 0);
    });

    test("anyone can verify the record from another folder, knowing only the address", async () => {
      await server.settled();
      assert.match(await verifiesFrom(server.address), /Verified/);
      const folder = mkdtempSync(join(tmpdir(), "poa-witness-"));
      try {
        const checkpoint = join(folder, "checkpoint");
        writeFileSync(checkpoint, (await server.get("/ledger/checkpoint", { accept: "*/*" })).text);
        const key = (await place.does("ledger key")).out.trim();
        const kept = await poa([
          "ledger",
          "verify",
          "--quiet",
          "--url",
          server.address,
          "--key",
          key,
          "--earlier",
          checkpoint,
        ]);
        assert.equal(kept.code, 0, kept.all);
        const stranger = await poa([
          "ledger",
          "verify",
          "--quiet",
          "--url",
          server.address,
          "--key",
          key.replace(/^[^+]*/, "elsewhere.example"),
        ]);
        assert.notEqual(stranger.code, 0, "another log's key does not verify it");
        const { json: entry } = await server.get("/ledger/entries/0");
        writeFileSync(join(folder, "receipt"), entry.receipt);
        writeFileSync(join(folder, "leaf"), entry.leaf);
        const offline = [
          "ledger",
          "verify",
          "--receipt",
          join(folder, "receipt"),
          "--leaf",
          join(folder, "leaf"),
          "--key",
          key,
        ];
        assert.equal((await poa(offline)).code, 0, "a receipt is checked without the platform");
        writeFileSync(join(folder, "leaf"), entry.leaf.replace(/.$/s, "~"));
        assert.equal((await poa(offline)).code, 1, "and an altered one is found out");
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });

    test("a stranger is refused in words, as a page and as a problem", async () => {
      const visitor = new Visitor(server);
      const page = await visitor.open("/account");
      assert.equal(page.status, 401);
      assert.match(page.text, /Sign in/);
      const problem = await server.post("/identity/appoint", {
        email: officer.email,
        role: "delegate",
        body: "state:EGY",
      });
      assert.equal(problem.status, 401, problem.text);
      assert.equal(problem.headers.get("content-type").split(";")[0], "application/problem+json");
      assert.ok(problem.json.detail.length > 10);
      const wrong = await visitor.submit(await visitor.open("/sign-in"), "/identity/sign_in", {
        email: "no@example.org",
        password: "wrong wrong wrong",
      });
      assert.equal(wrong.status, 401);
      assert.match(wrong.text, /do not fit together/);
      assert.doesNotMatch(wrong.text, /wrong wrong wrong/, "a password is never shown again");
    });

    test("the first account is made beside the running server, once", async () => {
      const first = ["identity create-first-account", "--email", secretariat.email];
      const made = await place.does(...first);
      const link = /\/welcome\?token=\S+/.exec(made.out)[0];
      const again = await place.poa(...first);
      assert.equal(again.code, 1);
      assert.match(again.err, /has an account already/);
      const visitor = new Visitor(server);
      const page = await visitor.open(link);
      assert.equal(page.status, 200);
      const short = await visitor.submit(page, "/identity/accept_invitation", { new_password: "short" });
      assert.equal(short.status, 422);
      assert.match(short.text, /At least 12 characters/);
      const set = await visitor.submit(page, "/identity/accept_invitation", {
        new_password: secretariat.password,
      });
      assert.equal(set.status, 303, set.text);
      const twice = await visitor.submit(page, "/identity/accept_invitation", {
        new_password: secretariat.password,
      });
      assert.equal(twice.status, 404, "a link works once");
    });

    test("sign-in by form, with a cookie no script can read; forms carry a token", async () => {
      const visitor = new Visitor(server);
      const done = await visitor.submit(await visitor.open("/sign-in"), "/identity/sign_in", secretariat);
      assert.equal(done.status, 303, done.text);
      assert.equal(done.location, "/account");
      for (const line of done.headers.getSetCookie()) assert.match(line, /HttpOnly; SameSite=Lax/);
      const account = await visitor.open("/account");
      assert.equal(account.status, 200);
      assert.ok(account.text.includes(secretariat.email));

      const profile = await visitor.open("/account/profile");
      const form = formsOf(profile.text).find((each) => each.action.startsWith("/identity/change_profile"));
      assert.ok(form.fields.form_token.length > 20);
      const without = await visitor.sendForm("/identity/change_profile", {
        ...form.fields,
        form_token: "guessed",
      });
      assert.equal(without.status, 403);
      const abroad = await visitor.sendForm("/identity/change_profile", form.fields, {
        origin: "https://evil.example",
      });
      assert.equal(abroad.status, 403);
      assert.match(abroad.text, /another site/);
      const saved = await visitor.submit(profile, "/identity/change_profile", { name: "The Desk" });
      assert.equal(saved.status, 303, saved.text);
      assert.match((await visitor.open("/account")).text, /The Desk/);
      const stale = await visitor.submit(profile, "/identity/change_profile", { name: "Too late" });
      assert.equal(stale.status, 409, "a form that was drawn before the change changes nothing");
      assert.match(stale.text, /changed meanwhile/);
    });

    test("the secretariat invites and appoints; who may not is refused with the reason", async () => {
      const desk = new Visitor(server);
      await desk.submit(await desk.open("/sign-in"), "/identity/sign_in", secretariat);
      const invitation = {
        email: officer.email,
        name: "A Delegate",
        language: "en",
        role: "delegate",
        body: "state:EGY",
      };
      const form = await desk.open("/account/invite");
      const unknown = await desk.submit(form, "/identity/invite_person", {
        ...invitation,
        body: "state:XYZ",
        email: "no address",
      });
      assert.ok([409, 422].includes(unknown.status), String(unknown.status));
      const beyond = await desk.submit(form, "/identity/invite_person", invitation);
      assert.equal(beyond.status, 403, "delegates are for the head of delegation to appoint");
      assert.match(beyond.text, /does not reach so far/);
      const head = { ...invitation, role: "head_of_delegation", basis: "Credentials of 20 November" };
      const invited = await desk.submit(form, "/identity/invite_person", head);
      assert.ok([200, 201].includes(invited.status), invited.text);
      const link = /\/welcome\?token=[^"<\s]+/.exec(invited.text)[0].replaceAll("&amp;", "&");

      const delegate = new Visitor(server);
      await delegate.submit(await delegate.open(link), "/identity/accept_invitation", {
        new_password: officer.password,
      });
      await delegate.submit(await delegate.open("/sign-in"), "/identity/sign_in", officer);
      const account = await delegate.open("/account");
      assert.equal(account.status, 200);
      assert.match(account.text, /Egypt|EGY/);

      const token = await server.signIn(officer);
      const reach = await server.post(
        "/identity/appoint",
        { email: secretariat.email, role: "head_of_delegation", body: "state:FRA", basis: "none" },
        { token },
      );
      assert.equal(reach.status, 403, reach.text);
      assert.ok(reach.json.reasons[0].sentence.length > 10, "and is told why");
      const chair = await server.post(
        "/identity/appoint",
        { email: officer.email, role: "chair", body: "chair", basis: "Decision of the first meeting" },
        { token: await server.signIn() },
      );
      assert.equal(chair.status, 201, chair.text);
      assert.match((await delegate.open("/account")).text, /Chair/);
      const { json: body } = await server.get("/bodies/state:EGY", { token });
      assert.deepEqual(
        body.rows.map((row) => row.role),
        ["head_of_delegation"],
      );
    });

    test("signing out ends it, for the cookie and on the server", async () => {
      const visitor = new Visitor(server);
      await visitor.submit(await visitor.open("/sign-in"), "/identity/sign_in", officer);
      const account = await visitor.open("/account");
      const cookies = new Map(visitor.cookies);
      const out = await visitor.submit(account, "/identity/sign_out");
      assert.equal(out.status, 303, out.text);
      assert.equal((await visitor.open("/account")).status, 401);
      visitor.cookies = cookies;
      assert.equal((await visitor.open("/account")).status, 401, "a cookie that was kept is worth nothing");
    });

    test("everything that was done stands in the record, which verifies inside and outside", async () => {
      const { json } = await server.get("/ledger");
      await server.settled();
      const size = await place.verifies(server);
      assert.ok(size >= json.rows.length);
      assert.deepEqual(server.failures(), []);
      await server.stop();
      assert.ok(
        readdirSync(place.data).every((name) => !/part|restoring/.test(name)),
        "nothing half-written lies about",
      );
    });
  });
}

test("the program is what the README names", () => {
  assert.ok(statSync(program).isFile());
});
