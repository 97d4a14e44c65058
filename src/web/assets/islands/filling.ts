// SPDX-License-Identifier: Apache-2.0
// Sends what is typed into a section of a report a moment after typing stops, and, where a person asks for
// it, keeps the report on the device so that it can be filled in without a line. What was typed leaves the
// device only when the server has said what it did with it. The page's form works without all this. The
// words are the page's own (pages_device_drawing.cpp).
import { freeze, readQuestion, showValues, valuesOfNow } from "./answer_fields";
import type { Head, Outcome, Problem } from "./answer_fields";
import * as device from "./device";
import type { KeptReport, Typed } from "./device";
import { keepPage, keepPages, markWaiting, saveFiles } from "./device_pages";

const pause = 1_500; // milliseconds without a key before what was typed is sent
const retry = 15_000;
const goesOn = ["open", "revising"]; // stages in which a save takes nothing back from anybody

const text = (words: string): Node => document.createTextNode(words);

function link(href: string, words: string): HTMLAnchorElement {
  const made = document.createElement("a");
  made.href = href;
  made.textContent = words;
  return made;
}

function start(root: HTMLElement): void {
  const part = (name: string): HTMLElement | null => root.querySelector(`[data-part="${name}"]`);
  const words = new Map<string, string>();
  for (const word of root.querySelectorAll<HTMLElement>('[data-part="words"] > [data-value]'))
    words.set(word.dataset.value ?? "", word.textContent ?? "");
  const word = (name: string): string => words.get(name) ?? "";
  const say = (name: string, fill: Record<string, string | number> = {}): string =>
    word(name).replace(/\{(\w+)\}/g, (whole, key: string) => String(fill[key] ?? whole));

  const reader = word("reader");
  const report = word("report");
  const section = word("section");
  const form = document.querySelector<HTMLFormElement>("form#answers");
  const status = part("status") as HTMLElement;
  const list = part("list") as HTMLElement;
  const keep = part("keep") as HTMLInputElement | null;

  const typed = new Map<string, Typed>(); // this reader's, of all reports, not yet sent
  const notes = new Map<string, Node[]>(); // by id: what became of an answer
  const seen = new Map<string, number>();
  const settled = { merged: new Set<string>(), beside: new Set<string>() };
  let reports: KeptReport[] = [];
  let others = false;
  let clock = 0;

  const isHere = (each: Typed): boolean => each.report === report && each.section === section;
  const idOf = (question: string): string => `${reader}/${report}/${question}`;
  const isKept = (of: string): boolean =>
    reports.some((each) => each.report === of && each.reader === reader);
  const questionOf = (key: string): HTMLElement | null => document.getElementById(`question-${key}`);
  let said = "";
  const putStatus = (words: string, more?: HTMLElement): void => {
    if (said === words) return;
    said = words;
    status.replaceChildren(words, ...(more ? [" ", more] : []));
  };
  const showCounts = (): void => {
    const waits = typed.size > 0;
    for (const [name, is] of Object.entries({
      send: waits,
      file: waits,
      remove: reports.some((each) => each.reader === reader) || (waits && !report),
    })) {
      const button = part(name);
      if (button) button.hidden = !is;
    }
    const items = [...notes].map(([id, content]) => {
      const item = document.createElement("li");
      item.append(...content);
      item.dataset.value = id;
      return item;
    });
    list.replaceChildren(...items);
    list.hidden = items.length === 0;
    if (form) root.hidden = false;
    else root.hidden = !waits && !others && reports.length === 0;
  };
  const remember = async (): Promise<void> => {
    showCounts();
    const unsent = [...typed.values()].filter((each) => isKept(each.report)).length;
    const any = unsent > 0 || others || reports.length > 0;
    const left = { name: device.personHere(), unsent, others, words: say("lose", { n: unsent }) };
    device.tell(any ? left : null);
    await markWaiting(
      reports.map((each) => each.report),
      typed.values(),
    );
  };
  const sayUnsent = (more?: HTMLElement): void => {
    const refused = [...typed.values()].filter((each) => each.refused).length;
    const n = typed.size - refused;
    if (n > 0) {
      const safe = [...typed.values()].every((each) => isKept(each.report));
      putStatus(say(safe ? "kept" : "unkept", { n }), more);
    } else if (refused > 0) putStatus(say("refused", { n: refused }), more);
    else if (others) putStatus(word("other_person"));
  };

  // what is typed

  const take = (question: HTMLElement): void => {
    const key = question.id.slice("question-".length);
    const before = typed.get(idOf(key));
    const { values, answer } = readQuestion(question, key);
    const now: Typed = {
      id: idOf(key),
      ...{ reader, report, section, question: key },
      label: question.querySelector(".form-label > span")?.textContent ?? key,
      survey: word("survey"),
      version: Number(word("version")),
      seen: before?.seen ?? seen.get(key) ?? 0,
      ...{ values, answer },
      at: (clock = Math.max(Date.now(), clock + 1)),
    };
    typed.set(now.id, now);
    notes.delete(now.id);
    if (isKept(report)) device.put("typed", now).catch(() => undefined);
    putStatus("");
    later();
  };

  let timer: number | undefined;
  const later = (wait = pause): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void send(true), wait);
  };

  // what the server makes of it

  const acknowledge = async (sent: Typed, outcome: Outcome): Promise<void> => {
    await device.dropSent(sent).catch(() => undefined);
    const more = typed.get(sent.id);
    const newer = more !== undefined && more.at !== sent.at;
    if (!newer) typed.delete(sent.id);
    const question = isHere(sent) ? questionOf(sent.question) : null;
    const history = `/my-reports/${sent.report}/answers/${sent.question}`;
    if (outcome.kept === "beside") {
      settled.beside.add(sent.question);
      notes.set(sent.id, [text(`${sent.label} · ${word("beside")} `), link(history, word("choose"))]);
      if (question) freeze(question, link(history, word("choose")), word("beside"));
    } else if (outcome.kept === "merged") {
      settled.merged.add(sent.question);
      notes.set(sent.id, [link(history, sent.label), text(` ${word("merged")}`)]);
    }
    const isOurs = outcome.kept === "saved" || (outcome.kept === "unchanged" && !outcome.now);
    if (newer) {
      if (!isOurs) return; // it was made of what the reader had before the eyes then
      more.seen = outcome.revision;
      if (isKept(more.report)) await device.put("typed", more).catch(() => undefined);
    }
    if (!question || outcome.kept === "beside") return;
    if (isOurs) seen.set(sent.question, outcome.revision);
    else if (outcome.now && !newer) showLater(question, sent.question, outcome);
    tellForm();
  };
  /** What others wrote is put into the fields once the person is elsewhere, never under the fingers. */
  const showLater = (question: HTMLElement, key: string, outcome: Outcome): void => {
    const show = (): void => {
      if (typed.has(idOf(key)) || !outcome.now) return;
      if (!showValues(question, key, valuesOfNow(question, key, outcome.now))) return;
      seen.set(key, outcome.revision);
      tellForm();
    };
    if (!question.contains(document.activeElement)) show();
    else question.addEventListener("focusout", () => setTimeout(show), { once: true });
  };
  const tellForm = (): void => {
    const field = form?.querySelector<HTMLInputElement>('input[name="seen"]');
    if (field) field.value = [...seen].map(([key, revision]) => `${key}:${revision}`).join(" ");
  };

  const sectionAddress = (of: Typed): string =>
    `/my-reports/${of.report}?section=${encodeURIComponent(of.section)}`;

  type Went = "sent" | "refused" | "no line" | "signed out";
  const refuse = (some: Typed[], sentence: string): Went => {
    for (const each of some) {
      const waits = typed.get(each.id);
      if (!waits || waits.at !== each.at) continue; // more was typed meanwhile: that is asked next
      waits.refused = sentence;
      if (isKept(each.report)) void device.put("typed", waits).catch(() => undefined);
      notes.set(each.id, [
        link(`${sectionAddress(each)}#question-${each.question}`, each.label),
        text(` ${sentence}`),
      ]);
    }
    return "refused";
  };
  const post = async (some: Typed[]): Promise<Went> => {
    const [first] = some;
    if (!first) return "sent";
    let answer: Response;
    try {
      answer = await fetch(`/my-reports/${first.report}/save_answers`, {
        method: "POST",
        headers: { "content-type": "application/json", accept: "application/json" },
        body: JSON.stringify({
          seen: some.map((each) => `${each.question}:${each.seen}`).join(" "),
          answers: Object.assign({}, ...some.map((each) => each.values)) as object,
          section: first.section,
        }),
      });
    } catch {
      return "no line";
    }
    if (answer.status >= 500 || answer.status === 429) return "no line";
    if (answer.status === 401) return "signed out";
    if (!answer.ok) {
      const problem = (await answer.json().catch(() => ({}))) as Problem;
      if (answer.status !== 422 || some.length === 1)
        return refuse(some, problem.reasons?.map((each) => each.sentence).join(" ") ?? problem.detail ?? "");
      // All problems come together and nothing was saved: what is right goes alone.
      let went: Went = "sent";
      for (const each of some) {
        const one = await post([each]);
        if (one !== "sent") went = one;
        if (one === "no line" || one === "signed out") break;
      }
      return went;
    }
    const outcomes = ((await answer.json()) as { answers: Outcome[] }).answers;
    for (const sent of some) {
      const outcome = outcomes.find((each) => each.question === sent.question);
      if (outcome) await acknowledge(sent, outcome);
    }
    return "sent";
  };

  /** Whether what waits from before can go on its own: not where it would take a report back from others. */
  const mayGo = async (of: string): Promise<boolean> => {
    const answer = await fetch(`/my-reports/${of}?format=json`).catch(() => undefined);
    if (!answer?.ok) return true; // the save itself is told why not
    const { head } = (await answer.json()) as { head: Head };
    if (goesOn.includes(head.stage)) return true;
    putStatus(say("moved_on", { report: `${head.name}: ${head.survey_title}, ${head.year}` }));
    return false;
  };

  const loadedAt = Date.now();
  let wasOut = false; // of the platform, since the page came
  let isGoing = false; // by the form itself, with everything in it
  let wasGone = false; // the line, since the server last took something
  let busy: Promise<Went> = Promise.resolve("sent");
  const sendNow = async (auto: boolean): Promise<Went> => {
    const groups = new Map<string, Typed[]>();
    for (const each of typed.values()) {
      if (auto && each.refused) continue;
      const name = `${each.report} ${each.section}`;
      groups.set(name, [...(groups.get(name) ?? []), { ...each }]);
    }
    let went: Went = "sent";
    const touched = new Set<string>();
    let held = false;
    for (const some of groups.values()) {
      const first = some[0] as Typed;
      const waited = wasGone || first.report !== report || some.some((each) => each.at < loadedAt);
      const isMeant = !auto || (waited ? await mayGo(first.report) : goesOn.includes(word("stage")));
      if (!isMeant) {
        held = true;
        if (!waited) putStatus(word("by_hand"));
        continue;
      }
      const one = await post(some);
      if (one !== "sent") went = one;
      wasGone = one === "no line";
      if (one === "no line" || one === "signed out") break;
      if (isKept(first.report)) touched.add(sectionAddress(first));
    }
    await remember();
    wasOut ||= went === "signed out";
    if (went === "signed out") putStatus(word("signed_out"), signIn());
    else if (groups.size > 0 && !held) {
      if (typed.size > 0) sayUnsent();
      else putStatus(word(settled.beside.size > 0 ? "beside" : "saved"));
    }
    if (went === "no line") later(retry);
    for (const address of touched) void keepPage(address).catch(() => undefined);
    return went;
  };
  const send = (auto: boolean): Promise<Went> => {
    clearTimeout(timer);
    busy = busy.then(() => sendNow(auto));
    return busy;
  };
  const signIn = (): HTMLElement => {
    const made = link("/sign-in?next=%2Fmy-reports", word("sign_in"));
    made.target = "_blank";
    return made;
  };

  // keeping the report

  const keepReport = async (): Promise<void> => {
    const kept: KeptReport = { report, reader, title: word("title"), whole: false };
    reports = [...reports.filter((each) => each.report !== report), kept];
    await device.put("reports", kept);
    for (const each of typed.values()) if (each.report === report) await device.put("typed", each);
    await remember();
    try {
      await keepPages(report, (n, all) => putStatus(say("keeping", { n, all })));
      kept.whole = true;
      await device.put("reports", kept);
      putStatus(word("here"));
    } catch {
      putStatus(word("not_kept"));
    }
    if (typed.size > 0) sayUnsent();
  };
  const remove = async (): Promise<void> => {
    const gone = reports.filter((each) => each.reader === reader && (!report || each.report === report));
    const waits = [...typed.values()].filter((each) => gone.some((one) => one.report === each.report));
    if (waits.length > 0 && !confirm(say("lose", { n: waits.length }))) {
      if (keep) keep.checked = true;
      return;
    }
    for (const each of waits) {
      await device.drop("typed", each.id);
      if (each.report !== report) typed.delete(each.id); // what stands in this window's form still does
    }
    for (const each of gone) {
      await device.drop("reports", each.report);
      await caches.delete(device.cacheOf(each.report));
    }
    reports = reports.filter((each) => !gone.includes(each));
    if (keep) keep.checked = false;
    if (reports.length === 0 && !others) await device.removeAll(true);
    putStatus("");
    await remember();
    if (typed.size > 0) sayUnsent();
  };

  // the page

  for (const pair of (form?.querySelector<HTMLInputElement>('input[name="seen"]')?.value ?? "").split(" ")) {
    const colon = pair.lastIndexOf(":");
    if (colon > 0) seen.set(pair.slice(0, colon), Number(pair.slice(colon + 1)));
  }
  const changed = (event: Event): void => {
    const question = (event.target as Element).closest<HTMLElement>(".question");
    if (question && !(question.dataset.state === "beside")) take(question);
  };
  form?.addEventListener("input", changed);
  form?.addEventListener("submit", (event) => {
    event.preventDefault();
    const form_ = event.currentTarget as HTMLFormElement;
    void send(false).then((went) => {
      const isLeft = [...typed.values()].some(isHere);
      // The page says beside each field what is wrong with it; but not one of another sign-in.
      if (went === "refused" && isLeft && !wasOut) return (isGoing = true), form_.submit();
      if (went !== "sent" || isLeft) return;
      if (!navigator.onLine) return putStatus(word("saved"));
      const next = new URLSearchParams({ section });
      for (const [name, keys] of Object.entries(settled))
        if (keys.size > 0) next.set(name, [...keys].join(" "));
      location.assign(`/my-reports/${report}?${next}`);
    });
  });
  part("send")?.addEventListener("click", () => void send(false));
  part("file")?.addEventListener("click", () => saveFiles(typed.values()));
  part("remove")?.addEventListener("click", () => void remove());
  keep?.addEventListener("change", () => void (keep.checked ? keepReport() : remove()));
  addEventListener("online", () => void send(true));
  addEventListener("offline", () => {
    wasGone = true;
    if (typed.size > 0) sayUnsent();
  });
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && typed.size > 0) later(0);
  });
  addEventListener("beforeunload", (event) => {
    if (!isGoing && [...typed.values()].some((each) => !isKept(each.report))) event.preventDefault();
  });

  const begin = async (): Promise<void> => {
    try {
      reports = await device.all<KeptReport>("reports");
      const waits = await device.all<Typed>("typed");
      others = waits.some((each) => each.reader !== reader);
      for (const each of waits) if (each.reader === reader) typed.set(each.id, each);
      // Pages that somebody else kept are not for who signed in after them.
      for (const each of reports.filter((one) => one.reader !== reader)) {
        await caches.delete(device.cacheOf(each.report));
        await caches.delete(device.deskCache);
        await device.drop("reports", each.report);
      }
      reports = reports.filter((each) => each.reader === reader);
    } catch {
      if (keep) keep.disabled = true; // storage may be forbidden: then the form alone works
    }
    if (keep) keep.checked = isKept(report);
    for (const each of typed.values()) {
      const question = isHere(each) ? questionOf(each.question) : null;
      if (question) showValues(question, each.question, each.values);
      if (each.refused) refuse([each], each.refused);
    }
    // A form that came back holds what was not accepted: none of it is anywhere else.
    if (document.getElementById("problems")) form?.querySelectorAll<HTMLElement>(".question").forEach(take);
    await remember().catch(() => undefined);
    const here = reports.find((each) => each.report === report);
    if (location.hash === "#device" && typed.size > 0) putStatus(word("leave"));
    else if (typed.size > 0 || others) sayUnsent();
    else if (here) putStatus(word("here"));
    if (typed.size > 0) await send(true);
    if (here && !here.whole && navigator.onLine) await keepReport();
  };
  void begin();
}

const root = document.querySelector<HTMLElement>('[data-island="filling"]');
if (root) start(root);
