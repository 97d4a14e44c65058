// SPDX-License-Identifier: Apache-2.0
// What is kept on a device of reports that are filled in: answers that were not sent yet, in IndexedDB, and
// pages, in caches that the worker serves (worker.ts). Only of reports whose keeper asked for it.

/** Values as the form would send them, by name: "strategy.note". */
export type Values = Record<string, string | string[]>;

/** An answer as it was typed, until the server has it. */
export interface Typed {
  id: string; // reader/report/question
  reader: string;
  report: string;
  section: string;
  question: string;
  label: string;
  survey: string;
  version: number;
  seen: number; // revision of the answer it was made of
  values: Values;
  answer: object; // the same as answers.json has it
  at: number; // grows with every change
  refused?: string; // the sentence why
}

/** A report that its reader asked to keep here. */
export interface KeptReport {
  report: string;
  reader: string;
  title: string;
  whole: boolean; // all its pages came
}

const name = "reports-here";
export const assetsCache = "report-assets";
export const deskCache = "report-desk";
export const cacheOf = (report: string): string => `report-${report}`;
/** In a report's cache while answers wait: its pages are then served even where the server refuses them. */
export const waiting = "/my-reports/waiting";

/** An address as its page is kept: of the query the section alone. */
export function keyOf(address: string): string {
  const { pathname, searchParams } = new URL(address, location.origin);
  const section = searchParams.get("section");
  return section ? `${pathname}?section=${encodeURIComponent(section)}` : pathname;
}

let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((done, failed) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("typed", { keyPath: "id" });
      request.result.createObjectStore("reports", { keyPath: "report" });
    };
    request.onerror = () => failed(request.error);
    request.onsuccess = () => {
      request.result.onversionchange = () => (request.result.close(), (opened = undefined));
      done(request.result);
    };
  });
  return opened;
}

type Store = "typed" | "reports";

/** One transaction; gives what the request made of it, once it is on the disk. */
async function within<T>(
  store: Store,
  mode: IDBTransactionMode,
  ask: (of: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open();
  return new Promise((done, failed) => {
    const transaction = database.transaction(store, mode, { durability: "strict" });
    const request = ask(transaction.objectStore(store));
    transaction.oncomplete = () => done(request.result);
    transaction.onabort = () => failed(transaction.error);
  });
}

export const all = <T extends Typed | KeptReport>(store: Store): Promise<T[]> =>
  within<T[]>(store, "readonly", (of) => of.getAll());
export const put = (store: Store, value: Typed | KeptReport): Promise<unknown> =>
  within(store, "readwrite", (of) => of.put(value));
export const drop = (store: Store, id: string): Promise<unknown> =>
  within(store, "readwrite", (of) => of.delete(id));

/** Drops what was sent, unless more was typed meanwhile, perhaps in another window. */
export async function dropSent({ id, at }: Typed): Promise<void> {
  const database = await open();
  await new Promise<void>((done, failed) => {
    const transaction = database.transaction("typed", "readwrite");
    const store = transaction.objectStore("typed");
    const request: IDBRequest<Typed | undefined> = store.get(id);
    request.onsuccess = () => request.result?.at === at && store.delete(id);
    transaction.oncomplete = () => done();
    transaction.onabort = () => failed(transaction.error);
  });
}

// For pages that have nothing to do with reports, on which one may sign out as well (leaving.ts).

export interface Left {
  name: string; // of the person, as the head of the page has it
  unsent: number;
  others: boolean; // answers of somebody else wait here too
  words: string; // what is asked before they are removed
}

export function told(): Left | null {
  try {
    return JSON.parse(localStorage.getItem(name) ?? "null") as Left | null;
  } catch {
    return null; // storage may be forbidden; then nothing is kept here
  }
}

export function tell(left: Left | null): void {
  try {
    if (left) localStorage.setItem(name, JSON.stringify(left));
    else localStorage.removeItem(name);
  } catch {
    // as above
  }
}

export const personHere = (): string =>
  document.querySelector(".site-person a[href='/account']")?.textContent ?? "";

/** Pages, and with `answers` all that was typed too. */
export async function removeAll(answers: boolean): Promise<void> {
  for (const each of await caches.keys()) if (each.startsWith("report-")) await caches.delete(each);
  for (const each of (await navigator.serviceWorker?.getRegistrations()) ?? [])
    if (new URL(each.scope).pathname.startsWith("/my-reports")) await each.unregister();
  if (answers)
    await new Promise<unknown>((done) => {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = request.onerror = request.onblocked = done;
    });
  tell(null);
}
