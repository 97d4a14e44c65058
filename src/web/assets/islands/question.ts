// SPDX-License-Identifier: Apache-2.0
// Keeps what a page shows of a question up to date: its numbers, who objected, how States voted, what is left
// of its time. It changes only the parts named here, never a form, and never moves the focus. All words are
// the page's own, already translated; without this the page says how to see what is new.
//   <section data-live="/decisions/12/live">
//     <ul hidden data-part="words"><li data-value="lost">…</li> …</ul>
//   Words: lost, connected; for the line: "open", the names of outcomes, "taken_back"; yes, no, abstain;
//   closes_in (with {time}) and over. In the line {objections}, {cast}, {members} ... become numbers.
//   Parts: connection and line (both role="status"), closes, closing_soon (role="status", out of sight),
//   ended (hidden while it is open), objections, cast, in_favour, against, abstaining, members (numbers),
//   newer (hidden until something else is asked than the words "question" and "appeal" say is shown here),
//   objectors (holds an element with data-state for each State, hidden where it has no objection), votes
//   (holds an element with data-state for each State, in it a part "voice").
// What comes is described in capabilities/decisions/live_state.hpp.
export {};

interface Told {
  revision: number;
  now: string;
  state: string;
  closes: string | null;
  objectors?: string[];
  votes?: Record<string, string>;
  [name: string]: unknown;
}

const firstRetry = 500; // milliseconds; doubled each time, and a random part, so that not all come at once
const longestRetry = 20_000;
const lostAfter = 2_000; // a line that is back at once was not lost
const silentFor = 40_000; // the server says that it is still there every 15 seconds
const lineEvery = 3_000; // what is read aloud may not pile up
const saidAt = [3600, 600, 60, 10]; // seconds before the end that are read aloud

const language = `${document.documentElement.lang || "en"}-u-nu-latn`;
const plain = new Intl.NumberFormat(language);

function duration(seconds: number): string {
  const steps: [string, number][] = [["day", 86_400], ["hour", 3600], ["minute", 60], ["second", 1]];
  const first = Math.max(0, steps.findIndex(([, size]) => seconds >= size));
  const shown = steps.slice(first, seconds >= 600 && seconds < 3600 ? first + 1 : first + 2);
  return shown
    .map(([unit, size], i) => {
      const count = Math.floor(i ? (seconds % (shown[i - 1]?.[1] ?? 1)) / size : seconds / size);
      return new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(count);
    })
    .join(" ");
}

function start(root: HTMLElement, address: string): void {
  const parts = (name: string): HTMLElement[] =>
    [...root.querySelectorAll<HTMLElement>(`[data-part="${name}"]`)].filter((part) => !part.closest("form"));
  const words = new Map<string, string>();
  for (const list of parts("words"))
    for (const word of list.querySelectorAll<HTMLElement>("[data-value]"))
      words.set(word.dataset.value ?? "", word.textContent ?? "");
  const put = (name: string, text: string): void => {
    for (const part of parts(name)) if (part.textContent !== text) part.textContent = text;
  };
  const rows = (list: string): HTMLElement[] =>
    parts(list).flatMap((part) => [...part.querySelectorAll<HTMLElement>("[data-state]")]);
  const show = (element: HTMLElement, is: boolean): void => {
    if (element.hidden === is && (is || !element.contains(document.activeElement))) element.hidden = !is;
  };

  let told: Told | undefined;
  let ahead = 0; // of the server's clock, in milliseconds

  let lineSaid = 0;
  let lineTimer: number | undefined;
  const sayLine = (): void => {
    if (!told || lineTimer !== undefined) return;
    const now = told;
    const wait = lineSaid + lineEvery - Date.now();
    if (wait > 0 && now.state === "open") {
      lineTimer = setTimeout(() => ((lineTimer = undefined), sayLine()), wait);
      return;
    }
    const text = words.get(now.state);
    if (text === undefined) return;
    lineSaid = Date.now();
    put("line", text.replace(/\{(\w+)\}/g, (_, name: string) => plain.format(Number(now[name] ?? 0))));
  };

  let left = Infinity;
  const tick = (): void => {
    if (told?.state !== "open" || !told.closes) return;
    const before = left;
    left = Math.max(0, Math.ceil((Date.parse(told.closes) - Date.now() - ahead) / 1000));
    const text =
      left > 0 ? (words.get("closes_in") ?? "{time}").replace("{time}", duration(left)) : words.get("over");
    put("closes", text ?? "");
    const isDue = saidAt.some((at) => left <= at && before > at && before !== Infinity);
    if (left < before && (left === 0 || isDue)) put("closing_soon", text ?? "");
  };

  const isShown = (name: string, next: Told): boolean =>
    !words.has(name) || typeof next[name] !== "number" || next[name] === Number(words.get(name));

  const showState = (next: Told): void => {
    if (told && next.revision < told.revision) return;
    const isNewer = !isShown("question", next) || !isShown("appeal", next);
    for (const part of parts("newer")) show(part, isNewer);
    // The numbers of another question are not those of the one that stands here.
    if (!isShown("question", next) || next.state === undefined) {
      told = undefined;
      return;
    }
    const ends = told?.state === "open" && next.state !== "open";
    told = next;
    ahead = Date.parse(next.now) - Date.now();
    for (const [name, value] of Object.entries(next))
      if (typeof value === "number") put(name, plain.format(value));
    const { objectors, votes } = next;
    if (objectors)
      for (const row of rows("objectors")) show(row, objectors.includes(row.dataset.state ?? ""));
    if (votes)
      for (const row of rows("votes")) {
        const text = words.get(votes[row.dataset.state ?? ""] ?? "") ?? "";
        const voice = row.querySelector('[data-part="voice"]');
        if (voice && voice.textContent !== text) voice.textContent = text;
      }
    for (const part of parts("ended")) show(part, next.state !== "open");
    if (ends) {
      clearTimeout(lineTimer);
      lineTimer = undefined;
    }
    sayLine();
    tick();
  };

  let source: EventSource | undefined;
  let tries = 0;
  let retry: number | undefined, lost: number | undefined, silence: number | undefined;

  const close = (): void => {
    source?.close();
    source = undefined;
    for (const timer of [retry, lost, silence]) clearTimeout(timer);
    retry = lost = silence = undefined;
  };
  const sayLost = (): void => put("connection", words.get("lost") ?? "");
  const again = (): void => {
    const isTold = lost;
    source?.close();
    source = undefined;
    clearTimeout(silence);
    clearTimeout(retry);
    if (isTold === undefined) lost = setTimeout(sayLost, lostAfter);
    retry = setTimeout(open, Math.min(longestRetry, firstRetry * 2 ** tries++) * (0.5 + Math.random()));
  };
  const alive = (): void => {
    clearTimeout(silence);
    silence = setTimeout(() => (sayLost(), again()), silentFor);
  };
  function open(): void {
    if (source || document.hidden) return;
    const stream = new EventSource(address);
    source = stream;
    alive();
    let isFirst = true;
    stream.addEventListener("state", (event) => {
      if (isFirst) told = undefined; // what the server says now holds, even where it counts anew
      isFirst = false;
      tries = 0;
      clearTimeout(lost);
      lost = undefined;
      alive();
      put("connection", words.get("connected") ?? "");
      showState(JSON.parse((event as MessageEvent<string>).data) as Told);
    });
    stream.addEventListener("still", alive);
    stream.addEventListener("error", () => source === stream && again());
  }

  // A page nobody looks at holds no connection: a browser opens only a handful to one server.
  document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));
  addEventListener("pagehide", close);
  addEventListener("pageshow", open);
  addEventListener("offline", () => (sayLost(), again()));
  addEventListener("online", () => {
    close();
    tries = 0;
    open();
  });
  setInterval(tick, 1000);
  open();
}

for (const root of document.querySelectorAll<HTMLElement>("[data-live]"))
  start(root, root.dataset.live ?? "");
