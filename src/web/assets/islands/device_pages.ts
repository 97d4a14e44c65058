// SPDX-License-Identifier: Apache-2.0
// The pages of a report on the device, and what was typed as a file to carry away.
import { assetsCache, cacheOf, deskCache, keyOf, type Typed, waiting } from "./device";

/** Fetches a page anew and keeps it. Throws where it is not to be had. */
export async function keepPage(address: string): Promise<void> {
  const [, of] = /^\/my-reports\/(\d+)/.exec(new URL(address, location.origin).pathname) ?? [];
  const answer = await fetch(address, { headers: { accept: "text/html" } });
  if (!answer.ok || answer.redirected) throw new Error(address);
  await (await caches.open(of ? cacheOf(of) : deskCache)).put(keyOf(address), answer);
}

/** All sections of the report this page is of, the whole of it, the desk, and what they are made with. */
export async function keepPages(report: string, tell: (at: number, all: number) => void): Promise<void> {
  await navigator.serviceWorker.register("/my-reports/worker.js", { scope: "/my-reports" });
  const loaded = 'link[rel~="stylesheet"], link[rel~="icon"], script[src], img[src]';
  const assets = [...document.querySelectorAll(loaded)].map(
    (each) => each.getAttribute("href") ?? each.getAttribute("src") ?? "",
  );
  await (await caches.open(assetsCache)).addAll([...new Set(assets)]);
  const pages = [`/my-reports/${report}`, `/my-reports/${report}/whole`, "/my-reports"];
  for (const each of document.querySelectorAll('main nav a[href*="section="]'))
    pages.push(each.getAttribute("href") ?? "");
  for (const [at, address] of pages.entries()) {
    tell(at + 1, pages.length);
    await keepPage(address);
  }
}

/** Tells the worker which reports have answers that wait. */
export async function markWaiting(reports: string[], typed: Iterable<Typed>): Promise<void> {
  const waits = new Set([...typed].map((each) => each.report));
  for (const report of reports) {
    const cache = await caches.open(cacheOf(report));
    if (waits.has(report)) await cache.put(waiting, new Response(""));
    else await cache.delete(waiting);
  }
  if (reports.length === 0) return;
  const desk = await caches.open(deskCache);
  if (waits.size > 0) await desk.put(waiting, new Response(""));
  else await desk.delete(waiting);
}

/** answers.json for each report, as it is brought back by import_answers. */
export function saveFiles(typed: Iterable<Typed>): void {
  const byReport = new Map<string, Typed[]>();
  for (const each of typed) byReport.set(each.report, [...(byReport.get(each.report) ?? []), each]);
  for (const [report, some] of byReport) {
    const { survey, version } = some[0] as Typed;
    const file = {
      survey,
      version,
      seen: Object.fromEntries(some.map((each) => [each.question, each.seen])),
      answers: Object.fromEntries(some.map((each) => [each.question, each.answer])),
    };
    const made = document.createElement("a");
    made.href = URL.createObjectURL(new Blob([JSON.stringify(file)], { type: "application/json" }));
    made.download = `answers-${report}.json`;
    made.click();
  }
}
