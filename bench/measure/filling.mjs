// SPDX-License-Identifier: Apache-2.0
// Filling in a report over HTTP on the real program: saving answers, one after the other and by four people
// at once, each save durable; opening one section and the whole report of 300 questions in each of the six
// languages. Then the same with a hundred times as many reports beside it.
import { rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { join } from "node:path";
import { median, number } from "./figures.mjs";
import { made, served } from "./ours.mjs";
import { run } from "./processes.mjs";

const languages = ["en", "fr", "es", "ru", "zh", "ar"];

/** One request on a line that stays; { status, bytes: of head and body as they came, text, milliseconds }. */
function ask(agent, port, { method = "GET", path, token, headers = {}, body }) {
  return new Promise((answered, failed) => {
    const start = process.hrtime.bigint();
    const asked = request(
      {
        ...{ agent, host: "127.0.0.1", port, method, path },
        headers: {
          authorization: `Bearer ${token}`,
          ...(body ? { "content-type": "application/json", "content-length": Buffer.byteLength(body) } : {}),
          ...headers,
        },
      },
      (response) => {
        const parts = [];
        response.on("data", (part) => parts.push(part));
        response.on("error", failed);
        response.on("end", () => {
          const whole = Buffer.concat(parts);
          const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
          if (response.statusCode !== 200)
            return failed(new Error(`${path}: ${response.statusCode} ${whole}`));
          const head = response.rawHeaders.reduce((sum, text) => sum + text.length + 2, 20);
          answered({ bytes: head + whole.length, text: whole, milliseconds });
        });
      },
    );
    asked.on("error", failed);
    asked.end(body);
  });
}

/** Somebody who changes one answer `times` times, each time as made of the answer before. */
async function saver(port, { report, token, question, times }, took) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const path = `/my-reports/${report}/save_answers`;
  let revision = 1;
  for (let i = 1; i <= times; ++i) {
    const text =
      `A measure of the ministry, number ${i}: a unit was founded and staffed with people who answer ` +
      "requests from other States at any hour, and exercises with its neighbours twice a year.";
    const body = JSON.stringify({ seen: `${question}:${revision}`, answers: { [question]: text } });
    const headers = { accept: "application/json" };
    const answer = await ask(agent, port, { method: "POST", path, token, headers, body });
    const [outcome] = JSON.parse(answer.text).answers;
    if (outcome.kept !== "saved") throw new Error(`an answer was ${outcome.kept}`);
    revision = outcome.revision;
    took.push(answer.milliseconds);
  }
  agent.destroy();
}

async function measureSaves(server, prepared, times, clients, first) {
  const took = [];
  const before = server.processorSeconds();
  const start = process.hrtime.bigint();
  await Promise.all(
    Array.from({ length: clients }, (_, at) =>
      saver(
        server.port,
        {
          report: prepared.report,
          token: prepared.tokens[at],
          question: prepared.questions[first + at],
          times,
        },
        took,
      ),
    ),
  );
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const processor = ((server.processorSeconds() - before) * 1e3) / (clients * times);
  return { p50: median(took), perSecond: (clients * times) / seconds, processor };
}

/** The slowest and the heaviest of the six languages. */
async function measureOpening(server, prepared, path, times) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const worst = { processor: 0, clock: 0, bytes: 0 };
  for (const language of languages) {
    const headers = { accept: "text/html", "accept-encoding": "gzip", "accept-language": language };
    const once = () => ask(agent, server.port, { path, token: prepared.tokens[0], headers });
    for (let i = 0; i < 5; ++i) await once();
    const before = server.processorSeconds();
    const took = [];
    for (let i = 0; i < times; ++i) {
      const { bytes, milliseconds } = await once();
      took.push(milliseconds);
      worst.bytes = Math.max(worst.bytes, bytes);
    }
    worst.processor = Math.max(worst.processor, ((server.processorSeconds() - before) * 1e3) / times);
    worst.clock = Math.max(worst.clock, median(took));
  }
  agent.destroy();
  return worst;
}

async function measureOne({ root, programs, work, quick, figures }, reports, isFirst) {
  const folder = made(root, join(work, `filling-${reports}`));
  const fill = join(programs, "bench_filling");
  const prepared = JSON.parse(run(fill, [folder, String(reports)], { timeout: 3_600_000 }));
  const server = await served(root, folder);
  const among = `${number(reports)} reports`;
  const put = (what, value, unit, target, met) =>
    figures.add(
      `${what}, ${among}`,
      `${number(value)} ${unit}`,
      isFirst && target ? target : "",
      isFirst ? met : undefined,
    );
  try {
    const times = quick ? 150 : 600;
    await measureSaves(server, prepared, 50, 1, 0); // warm
    const one = await measureSaves(server, prepared, times, 1, 10);
    put("an answer saved, half within", one.p50, "ms", "under 7 ms", one.p50 < 7);
    put("the same, of the processor", one.processor, "ms");
    const four = await measureSaves(server, prepared, times, 4, 20);
    put("answers saved by four people", four.perSecond, "a second", "over 270", four.perSecond > 270);
    for (const [what, path] of [
      ["a whole report of 300 questions", `/my-reports/${prepared.report}/whole`],
      ["one section of it as a form", `/my-reports/${prepared.report}?section=section-7`],
    ]) {
      const { processor, clock, bytes } = await measureOpening(server, prepared, path, quick ? 20 : 60);
      put(`${what} opened, of the processor`, processor, "ms", "under 30 ms", processor < 30);
      put("the same, by the clock", clock, "ms");
      put(`${what} over the wire`, bytes / 1024, "KiB", "under 120 KiB", bytes < 120 * 1024);
    }
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function measureFilling(with_) {
  await measureOne(with_, 20, true);
  if (!with_.quick) await measureOne(with_, 2000, false);
}
