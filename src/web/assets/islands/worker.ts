// SPDX-License-Identifier: Apache-2.0
// Serves pages of reports that somebody keeps on this device when there is no line; filling.ts keeps them.
// It asks the network first, adds nothing of its own, and leaves every other address alone.
import { assetsCache, cacheOf, deskCache, keyOf, waiting } from "./device";

interface Later extends Event {
  waitUntil(what: Promise<unknown>): void;
}
interface Asked extends Later {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}
declare const self: {
  addEventListener(type: "install" | "activate", listener: (event: Later) => void): void;
  addEventListener(type: "fetch", listener: (event: Asked) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
};

const patience = 8_000; // milliseconds; a line this slow is as good as none where the page is here

const kept = async (cache: string, key: string): Promise<Response | undefined> =>
  (await caches.has(cache)) ? (await caches.open(cache)).match(key) : undefined;

async function asset(request: Request): Promise<Response> {
  const found = await kept(assetsCache, request.url);
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok && (await caches.has(assetsCache)))
    await (await caches.open(assetsCache)).put(request, answer.clone());
  return answer;
}

async function page(request: Request, cache: string): Promise<Response> {
  const here = await kept(cache, keyOf(request.url));
  const late = here && new Promise<undefined>((wake) => setTimeout(wake, patience));
  const answer = await Promise.race([fetch(request).catch(() => undefined), ...(late ? [late] : [])]);
  if (!here) return answer ?? Response.error();
  if (!answer || answer.status >= 500) return here;
  if (answer.status >= 400 && (await kept(cache, waiting))) return here;
  if (answer.ok) await (await caches.open(cache)).put(keyOf(request.url), answer.clone());
  return answer;
}

self.addEventListener("install", (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  const [found, report] = /^\/my-reports(?:\/(\d+)(?:\/whole)?)?$/.exec(pathname) ?? [];
  if (pathname.startsWith("/assets/")) event.respondWith(asset(request));
  else if (found !== undefined && request.mode === "navigate")
    event.respondWith(page(request, report ? cacheOf(report) : deskCache));
});
