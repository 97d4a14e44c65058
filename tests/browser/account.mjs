// SPDX-License-Identifier: Apache-2.0
// The secretariat's first account, and the cookies of whoever signs in to it through the page.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { open } from "./browser.mjs";
import { program } from "./program.mjs";

export const person = { email: "desk@example.org", password: "nine green turtles swim" };

export function makeAccount(server) {
  return new Promise((answer, refuse) => {
    const child = execFile(
      program,
      [
        ...["identity", "create-first-account", "--data", server.data],
        ...["--email", person.email, "--password-from-input"],
      ],
      (problem, out, said) => (problem ? refuse(new Error(`${problem.message}\n${said}`)) : answer(out)),
    );
    child.stdin.end(`${person.password}\n`);
  });
}

/** Signs in as a person does, and returns the cookies to open other pages with. */
export async function signIn(server, who = person) {
  const visit = await open(server.address, "/sign-in");
  const { page } = visit;
  await page.locator("main input[type=email]").fill(who.email);
  await page.locator("main input[type=password]").fill(who.password);
  await page.locator("main form button[type=submit]").click();
  await page.waitForURL((address) => !address.pathname.startsWith("/sign-in"));
  const cookies = await page.context().cookies();
  assert.ok(
    cookies.some(({ httpOnly, sameSite }) => httpOnly && sameSite !== "None"),
    "signed in by a cookie that scripts cannot read",
  );
  await visit.close();
  return cookies;
}
