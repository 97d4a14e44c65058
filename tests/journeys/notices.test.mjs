// SPDX-License-Identifier: Apache-2.0
// People are told of a question their State may answer: on their page whatever happens, and by mail through a
// real mail server: once, though that server was away and ours was killed meanwhile; with TLS and sign-in.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { engines, freePort, Place, secretariat, sleep } from "./place.mjs";

const program = join(dirname(fileURLToPath(import.meta.url)), "mail_server.py");
const password = "seven quiet rivers meet";
// Short enough for one encoded word: Python reads names of several with blanks between them.
const platformName = "برنامج العمل · été";
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

/** aiosmtpd, which knows nothing of us. */
class MailServer {
  static async start(port, ...secured) {
    const made = new MailServer();
    made.mails = [];
    // Debian's own interpreter: the one that its packages are for.
    made.child = spawn("/usr/bin/python3", [program, String(port), ...secured], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await new Promise((listening, refuse) => {
      made.child.once("close", (code) => refuse(new Error(`the mail server ended with ${code}`)));
      createInterface({ input: made.child.stdout }).on("line", (line) => {
        const said = JSON.parse(line);
        if (said.listening) listening();
        else made.mails.push(said);
      });
    });
    return made;
  }
  to(address) {
    return this.mails.filter((mail) => mail.to.includes(address));
  }
  stop() {
    this.child.kill();
  }
}

async function until(what, tells) {
  for (let i = 0; i < 600; ++i) {
    if (await tells()) return;
    await sleep(50);
  }
  assert.fail(`it never came to pass: ${what}`);
}

for (const engine of engines) {
  describe(`notices on ${engine}`, () => {
    let place;
    let server;
    let port;
    let mailServer;
    const people = {};
    const withMail = () => [
      ...["--mail-server", `smtp://127.0.0.1:${port}`, "--mail-in-clear"],
      ...["--mail-from", "poa@platform.example", "--public-url", "http://127.0.0.1:1"],
      ...["--platform-name", platformName],
    ];

    async function appoint(name, role, body, language = "en") {
      const token = await server.signIn(secretariat);
      const email = `${name}@capital.example`;
      const invited = await server.post(
        "/identity/invite_person",
        { email, name: `Sample ${name}`, language, role, body, basis: "Sample credentials" },
        { token },
      );
      assert.equal(invited.status, 201, invited.text);
      const link = new URL(invited.json.address, server.address).searchParams.get("token");
      await server.post("/identity/accept_invitation", { token: link, new_password: password });
      people[name] = await server.signIn({ email, password });
    }
    async function post(who, path, body) {
      const done = await server.post(path, body, { token: people[who] });
      assert.ok(done.status < 300, `${path}: ${done.status} ${done.text}`);
      return done.json;
    }
    /** A question to all States; the address of the proposal. */
    async function putQuestion() {
      const { proposal } = await post("fiji", "/decisions/draft_proposal", {
        title: "A sample proposal",
        body: "plenary",
        effect: "statement.express",
        effect_fields: {},
        language: "en",
        text: "The first paragraph.",
      });
      await post("fiji", `/decisions/${proposal}/table_proposal`, { revision: 1, version: 1 });
      await post("chair", `/decisions/${proposal}/put_question`, { asked: "by_rule", version: 1 });
      return `/decisions/${proposal}`;
    }
    const notices = async (who) => (await server.get("/my-notices", { token: people[who] })).json;

    before(async () => {
      place = new Place(engine);
      const file = join(place.home, "sample-mechanism.yaml");
      writeFileSync(file, charter);
      await place.does("init", "--charter", file);
      await place.makeSecretariat();
      port = await freePort();
      server = await place.serve();
      await appoint("fiji", "head_of_delegation", "state:FJI");
      await appoint("kenya", "head_of_delegation", "state:KEN", "ar");
      await appoint("nobody", "head_of_delegation", "state:JPN");
      await appoint("full", "head_of_delegation", "state:PER");
      await appoint("chair", "chair", "chair");
    });
    after(async () => {
      mailServer?.stop();
      await place?.remove();
    });

    test("without a mail server the notice stands on the page, and the operator is told", async () => {
      const address = await putQuestion();
      await until("a notice", async () => (await notices("kenya")).unread === 1);
      const page = await notices("kenya");
      assert.equal(page.sends_mail, false);
      assert.equal(page.rows[0].kind, "question_put");
      assert.equal(page.rows[0].address, address);
      assert.match(page.rows[0].about, /^POA\/\d+\/L\.\d+$/);
      assert.equal((await notices("chair")).unread, 0, "who put it and answers for no State is not told");
      const { out } = await place.does("notices list");
      assert.match(out, /No mail server is set/);
      assert.match(out, /^4 waiting, 0 sent, 0 given up$/m);
      const refused = await place.poa("notices test", "ana@capital.example");
      assert.equal(refused.code, 1);
      assert.match(refused.err, /No mail server is set/);
    });

    test("the mail server away, ours killed: each mail arrives, once", async () => {
      await server.stop();
      server = await place.serve(...withMail());
      await until("that it is seen", () => server.text.includes('"notices.no_mail_server"'));
      const address = await putQuestion();
      await until("two notices", async () => (await notices("kenya")).unread === 2);
      await server.kill();
      server = await place.serve(...withMail());
      assert.equal((await notices("kenya")).unread, 2, "what was queued survived");
      mailServer = await MailServer.start(port);
      const desk = await server.signIn(secretariat);
      // What waits would go by itself within a minute: the secretariat need not wait.
      await server.post("/notices/retry_mails", {}, { token: desk });
      for (const who of ["fiji", "kenya"])
        await until(`mail to ${who}`, () => mailServer.to(`${who}@capital.example`).length >= 2);
      const mails = mailServer.to("kenya@capital.example");
      assert.equal(mails.length, 2);
      assert.equal(new Set(mails.map((mail) => mail.header["message-id"])).size, 2);
      const mail = mails.find((each) => each.plain.includes(address));
      assert.deepEqual(mail.defects, []);
      assert.match(mail.header.subject, /^برنامج العمل · été: ./);
      assert.match(mail.header.from, /^"?برنامج العمل · été"? <poa@platform\.example>$/);
      assert.equal(mail.header["auto-submitted"], "auto-generated");
      assert.equal(mail.header["content-language"], "ar");
      assert.equal(mail.header["list-unsubscribe"], undefined, "a question cannot be turned off");
      assert.match(mail.html, /<html lang="ar" dir="rtl">/);
      assert.ok(mail.plain.includes(`http://127.0.0.1:1${address}`), mail.plain);
      const said = mail.plain + mail.html;
      assert.doesNotMatch(said, /A sample proposal|first paragraph|L\.\d/, "only that it is");
    });

    test("a mailbox that takes none stops no other, and the secretariat sees it", async () => {
      const token = await server.signIn(secretariat);
      const page = async () => (await server.get("/notices/undelivered", { token })).json;
      await until("both are known", async () => (await page()).rows.length === 2);
      const { rows } = await page();
      const row = (email) => rows.find((each) => each.email.startsWith(email));
      assert.equal(row("nobody").stage, "given_up");
      assert.match(row("nobody").reason, /550 5\.1\.1 No such mailbox/);
      assert.equal(row("full").stage, "waiting");
      assert.match(row("full").reason, /452 4\.2\.2/);
      const { out } = await place.does("notices list", ...withMail().slice(0, 5));
      assert.match(out, /^nobody@capital\.example {2}given_up {2}2 mails/m);
      for (const private_ of ["kenya", "capital.example", password])
        assert.ok(!server.text.includes(private_), `the log says ${private_}`);
    });

    test("what came is read, and stays read", async () => {
      const { newest, rows } = await notices("kenya");
      assert.equal(rows[0].mail, "sent");
      await post("kenya", "/notices/mark_read", { through: newest });
      assert.equal((await notices("kenya")).unread, 0);
      assert.equal((await notices("fiji")).unread, 2, "of others nothing");
      await place.verifies(server);
      assert.deepEqual(server.failures(), []);
      await server.stop();
      mailServer.stop();
    });

    test("TLS and sign-in are used, and never given up", async () => {
      const [certificate, key, secret, wrong] = ["cert.pem", "key.pem", "secret", "wrong"].map((name) =>
        join(place.home, name),
      );
      execFileSync(
        "openssl",
        [
          ...["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"],
          ...["-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", key, "-out", certificate],
        ],
        { stdio: "ignore" },
      );
      writeFileSync(secret, "lanterns over water\n");
      writeFileSync(wrong, "another word\n");
      port = await freePort();
      mailServer = await MailServer.start(port, certificate, key, "poa", "lanterns over water");
      const sends = (...rest) =>
        place.poa(
          "notices test",
          ...["ana@capital.example", "--mail-server", `smtp://127.0.0.1:${port}`],
          ...["--mail-from", "poa@platform.example", "--public-url", "https://platform.example", ...rest],
        );
      const user = (file) => ["--mail-user", "poa", "--mail-password-file", file];
      const trusted = ["--mail-authorities", certificate];
      const done = await sends(...user(secret), ...trusted);
      assert.equal(done.code, 0, done.all);
      assert.equal(mailServer.mails.length, 1);
      assert.equal(mailServer.mails[0].encrypted, true);
      for (const [why, rest] of Object.entries({
        "a wrong password": [...user(wrong), ...trusted],
        "no sign-in": trusted,
        "a certificate that nobody vouches for": user(secret),
        "a password in clear": [...user(secret), "--mail-in-clear"],
        "no TLS where it is asked for": ["--mail-in-clear"],
      })) {
        const refused = await sends(...rest);
        assert.equal(refused.code, 1, `${why} went through: ${refused.all}`);
        assert.doesNotMatch(refused.all, /lanterns|another word/, "no password is ever shown");
      }
      assert.equal(mailServer.mails.length, 1);
    });
  });
}
