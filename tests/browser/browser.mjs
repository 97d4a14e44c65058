// SPDX-License-Identifier: Apache-2.0
// One Chromium for all tests, and what is looked at on every page: problems the browser reports,
// accessibility, reflow, weight, and a walk with the keyboard alone.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";
import { root } from "./program.mjs";

const chromiumPath = process.env.POA_CHROMIUM ?? "/usr/bin/chromium";
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const axeTags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** The most that the first load of a public page may weigh over the wire, everything included. */
export const firstLoadBytesMax = 40 * 1024;

const screenshotPixelsMax = 3000; // of a long list the beginning says enough

let started;

export function browser() {
  if (!existsSync(chromiumPath))
    throw new Error(`no Chromium at ${chromiumPath}; run: script/bootstrap test`);
  started ??= chromium.launch({ executablePath: chromiumPath, args: flags, headless: true });
  return started;
}

export async function closeBrowser() {
  if (started) await (await started).close();
  started = undefined;
}

/**
 * Opens `path` in a browser context of its own. Returns { page, response, problems, bytes(), close() }:
 * `problems` grows with console errors, exceptions, failed requests and violations of the content security
 * policy; `close` fails the test when there are any.
 */
export async function open(
  address,
  path,
  {
    width = 1280,
    height = 900,
    dark = false,
    language = "en",
    javascript = true,
    status = 200,
    print = false,
    cookies = [],
  } = {},
) {
  const context = await (
    await browser()
  ).newContext({
    viewport: { width, height },
    colorScheme: dark ? "dark" : "light",
    locale: language,
    javaScriptEnabled: javascript,
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(15_000);
  await context.addCookies(cookies);
  const page = await context.newPage();
  const problems = [];
  watch(page, address, problems, status);
  const bytes = await weigh(context, page);
  const response = await page.goto(address + path, { waitUntil: "load" });
  assert.equal(response.status(), status, `status of ${path}`);
  if (print) await page.emulateMedia({ media: "print" });
  const close = async () => {
    await context.close();
    assert.deepEqual(problems, [], `what the browser reports of ${path}`);
  };
  return { page, response, problems, bytes, close };
}

function watch(page, address, problems, status) {
  page.on("console", (message) => {
    const expected = status >= 400 && message.text().includes(`status of ${status}`);
    if (message.type() === "error" && !expected) problems.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (problem) => problems.push(`exception: ${problem.message}`));
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText;
    if (reason !== "net::ERR_ABORTED") problems.push(`request: ${request.url()} ${reason}`);
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(address)) problems.push(`asked elsewhere: ${request.url()}`);
  });
}

// What came over the wire, heads and bodies as sent, and the icon, which a headless browser does not ask for.
async function weigh(context, page) {
  const wire = await context.newCDPSession(page);
  await wire.send("Network.enable");
  const received = new Map();
  wire.on("Network.responseReceived", ({ requestId, response }) =>
    received.set(requestId, response.encodedDataLength),
  );
  wire.on("Network.loadingFinished", ({ requestId, encodedDataLength }) =>
    received.set(requestId, encodedDataLength),
  );
  return async () => {
    const total = [...received.values()].reduce((sum, bytes) => sum + bytes, 0);
    const icon = await page.evaluate(() => document.querySelector("link[rel~=icon]")?.href ?? null);
    return total + (icon ? await iconBytes(icon) : 0);
  };
}

async function iconBytes(address) {
  const answer = await fetch(address);
  assert.equal(answer.status, 200, `status of the icon ${address}`);
  const body = Buffer.from(await answer.arrayBuffer());
  const head = [...answer.headers].reduce((sum, [name, value]) => sum + name.length + value.length + 4, 20);
  return head + (answer.headers.get("content-encoding") ? gzipSync(body).length : body.length);
}

/** No violation of WCAG 2.2 A and AA that axe-core can find. */
export async function axe(page, { except = [] } = {}) {
  await page.evaluate(axeSource);
  const violations = await page.evaluate(
    async ({ tags, off }) => {
      const rules = { "target-size": { enabled: true } };
      for (const rule of off) rules[rule] = { enabled: false };
      const result = await window.axe.run(document, { runOnly: { type: "tag", values: tags }, rules });
      return result.violations.map(({ id, help, nodes }) => ({
        id,
        help,
        count: nodes.length,
        nodes: nodes.slice(0, 5).map((node) => `${node.target.join(" ")}: ${node.failureSummary}`),
      }));
    },
    { tags: axeTags, off: except },
  );
  assert.deepEqual(violations, [], `accessibility of ${page.url()}`);
}

export async function screenshot(page, name, options = {}) {
  const folder = join(root, "build/screenshots");
  mkdirSync(folder, { recursive: true });
  const { width } = page.viewportSize();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const clip = { x: 0, y: 0, width, height: Math.min(height, screenshotPixelsMax) };
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path, fullPage: true, clip, timeout: 60_000, ...options });
}

/** The page needs no scrolling sideways; names what sticks out where it does. */
export async function fitsWidth(page) {
  const found = await page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    return [...document.body.querySelectorAll("*")]
      .filter(
        (element) =>
          element.getBoundingClientRect().right > room + 1 || element.getBoundingClientRect().left < -1,
      )
      .slice(0, 5)
      .map((element) => element.outerHTML.slice(0, 120));
  });
  assert.deepEqual(found, [], `sticks out at ${page.viewportSize().width} px on ${page.url()}`);
  const wider = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  assert.ok(wider <= 0, `${wider} px of sideways scrolling on ${page.url()}`);
}

/** Title, language, direction, one main heading, landmarks: what a screen reader says first. */
export async function soundFrame(page, { language = "en" } = {}) {
  const frame = await page.evaluate(() => ({
    title: document.title.trim(),
    language: document.documentElement.lang,
    direction: getComputedStyle(document.documentElement).direction,
    headings: document.querySelectorAll("h1").length,
    main: document.querySelectorAll("main").length,
    inline: document.querySelectorAll("[style], style, script:not([src]):not([type='application/ld+json'])")
      .length,
  }));
  assert.notEqual(frame.title, "", `title of ${page.url()}`);
  assert.equal(frame.language, language, `language of ${page.url()}`);
  assert.equal(frame.direction, language === "ar" ? "rtl" : "ltr", `direction of ${page.url()}`);
  assert.deepEqual(
    [frame.headings, frame.main, frame.inline],
    [1, 1, 0],
    `h1, main, inline parts of ${page.url()}`,
  );
}

const focused = () => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const shown =
    element.closest("svg") && element.querySelector("rect") ? element.querySelector("rect") : element;
  const style = getComputedStyle(shown);
  const box = element.getBoundingClientRect();
  const first = element.getClientRects()[0] ?? box; // a link that goes over two lines is not all of its box
  const over = document.elementFromPoint(
    first.x + Math.min(first.width, 10) / 2,
    first.y + Math.min(first.height, 10) / 2,
  );
  const named =
    element.getAttribute("aria-label") ||
    element.labels?.[0]?.textContent ||
    element.textContent ||
    element.querySelector("img")?.alt ||
    element.value;
  (window.poaSeen ??= []).includes(element) || window.poaSeen.push(element);
  return {
    at: window.poaSeen.indexOf(element),
    html: element.outerHTML.slice(0, 100),
    name: (named ?? "").trim().slice(0, 60),
    // Day, month, year and the calendar's button of a date are stops inside one control.
    parts: element.matches("input[type=date], input[type=time], input[type=datetime-local]") ? 6 : 0,
    href: element.getAttribute("href"),
    visible:
      (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) ||
      parseFloat(style.strokeWidth) >= 2 ||
      style.boxShadow !== "none",
    inView: box.bottom > 0 && box.top < innerHeight && box.width > 0 && box.height > 0,
    covered: over !== null && over !== element && !element.contains(over) && !over.contains(element),
  };
};

/**
 * Walks from the top with Tab, at most `stops` times, and returns what had the focus. Each stop must have a
 * name, be in view, be covered by nothing and show its focus, the first must be the skip link, and none may
 * hold the focus.
 */
export async function keyboardWalk(page, { stops = 60 } = {}) {
  const walked = [];
  let held = 0;
  for (let stop = 0; stop < stops; ++stop) {
    await page.keyboard.press("Tab");
    const now = await page.evaluate(focused);
    if (now === null || walked.some((before) => before.at === now.at && walked.at(-1).at !== now.at)) break;
    held = now.at === walked.at(-1)?.at ? held + 1 : 0;
    assert.ok(held <= now.parts, `the focus is held by ${now.html}`);
    if (held) continue;
    assert.ok(now.name !== "", `no name: ${now.html}`);
    assert.ok(now.visible, `the focus does not show on ${now.html}`);
    assert.ok(now.inView, `focused but out of view: ${now.html}`);
    assert.ok(!now.covered, `focused but covered: ${now.html}`);
    walked.push(now);
  }
  assert.ok(walked.length > 3, `only ${walked.length} stops on ${page.url()}`);
  assert.ok(walked[0].href?.startsWith("#"), `the first stop is no skip link: ${walked[0].html}`);
  return walked;
}

/** The first load weighs no more than it may; returns its bytes. */
export async function lightEnough(visit, bytesMax = firstLoadBytesMax) {
  const bytes = await visit.bytes();
  assert.ok(bytes > 500, `only ${bytes} bytes were counted: the count is broken`);
  assert.ok(
    bytes <= bytesMax,
    `${visit.page.url()} weighs ${bytes} bytes over the wire; at most ${bytesMax}`,
  );
  return bytes;
}
