// SPDX-License-Identifier: Apache-2.0
// The fields of one question, to values and back. Names are those of the form: answers.KEY, answers.KEY.note,
// answers.KEY.cells.
import type { Values } from "./device";

type Field = HTMLInputElement | HTMLTextAreaElement;

/** An answer as the server tells it. */
export interface Now {
  chosen: string[];
  text: string;
  rows: string[][];
  note: string;
}

/** What became of one that was sent. */
export interface Outcome {
  question: string;
  kept: "saved" | "merged" | "beside" | "unchanged";
  revision: number;
  now: Now | null;
}
/** Of a report. */
export interface Head {
  stage: string;
  name: string;
  survey_title: string;
  year: number;
}
/** Why something was refused (RFC 9457). */
export interface Problem {
  detail?: string;
  reasons?: { sentence: string }[];
}

const fieldsOf = (question: HTMLElement, name: string): Field[] =>
  [...question.querySelectorAll<Field>("input, textarea")].filter(
    (field) => field.name === `answers.${name}`,
  );
const isTicked = (field: Field): boolean => field.type === "radio" || field.type === "checkbox";
const columnsOf = (question: HTMLElement): number =>
  Math.max(1, question.querySelectorAll("tbody tr:first-child input").length);

function rowsOf(cells: string[], columns: number): string[][] {
  const rows: string[][] = [];
  for (let at = 0; at < cells.length; at += columns) rows.push(cells.slice(at, at + columns));
  return rows.filter((row) => row.some((cell) => cell !== ""));
}

export function readQuestion(question: HTMLElement, key: string): { values: Values; answer: object } {
  const values: Values = {};
  const answer: Record<string, unknown> = {};
  const fields = fieldsOf(question, key).filter((field) => field.type !== "file");
  const first = fields[0];
  if (first && isTicked(first)) {
    const chosen = fields.filter((field) => "checked" in field && field.checked && field.value !== "");
    answer.chosen = values[key] = chosen.map((field) => field.value);
  } else if (first) {
    values[key] = first.value;
    if (first.value) answer[first.type === "date" ? "day" : "text"] = first.value;
  }
  const cells = fieldsOf(question, `${key}.cells`).map((field) => field.value);
  if (cells.length > 0) {
    values[`${key}.cells`] = cells;
    answer.rows = rowsOf(cells, columnsOf(question));
  }
  const note = fieldsOf(question, `${key}.note`)[0]?.value ?? "";
  values[`${key}.note`] = note;
  if (note) answer.note = note;
  return { values, answer };
}

/** False where a table has more rows than the page. */
export function showValues(question: HTMLElement, key: string, values: Values): boolean {
  const cells = values[`${key}.cells`] ?? [];
  const places = fieldsOf(question, `${key}.cells`);
  if (cells.length > places.length) return false;
  places.forEach((field, at) => (field.value = cells[at] ?? ""));
  const given = values[key];
  for (const field of fieldsOf(question, key))
    if (isTicked(field) && "checked" in field) {
      const list = Array.isArray(given) ? given : [];
      field.checked = list.includes(field.value) || (field.value === "" && list.length === 0);
    } else if (typeof given === "string" && field.type !== "file") field.value = given;
  const note = values[`${key}.note`];
  for (const field of fieldsOf(question, `${key}.note`)) {
    if (typeof note === "string") field.value = note;
    const folded = field.closest("details");
    if (folded && field.value) folded.open = true;
  }
  return true;
}

export function valuesOfNow(question: HTMLElement, key: string, now: Now): Values {
  const values: Values = { [`${key}.note`]: now.note };
  const columns = columnsOf(question);
  if (fieldsOf(question, `${key}.cells`).length > 0)
    values[`${key}.cells`] = now.rows.flatMap((row) =>
      Array.from({ length: columns }, (_, at) => row[at] ?? ""),
    );
  else values[key] = fieldsOf(question, key).some(isTicked) ? now.chosen : now.text;
  return values;
}

/** Two texts stand beside each other: nothing more is typed here until a person has chosen. */
export function freeze(question: HTMLElement, choose: HTMLElement, words: string): void {
  question.dataset.state = "beside";
  for (const field of question.querySelectorAll<Field>("input, textarea"))
    if (isTicked(field)) field.disabled = true;
    else field.readOnly = true;
  const notice = document.createElement("p");
  notice.className = "notice notice-caution";
  notice.append(words, " ", choose);
  question.append(notice);
}
