// SPDX-License-Identifier: Apache-2.0
// Numbers and the table of them.

export function median(values) {
  if (values.length === 0) throw new Error("the median of nothing");
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export function number(value) {
  if (Number.isInteger(value)) return value.toLocaleString("en-US");
  if (value >= 1000) return Math.round(value).toLocaleString("en-US");
  if (value >= 100) return value.toFixed(0);
  if (value >= 10) return value.toFixed(1);
  return value.toFixed(2);
}

/** Rows of the table: what was asked for, what came out, and whether it is enough. */
export class Figures {
  #rows = [];
  #sections = [];

  section(title, words) {
    this.#sections.push({ title, words, from: this.#rows.length });
    console.log(`\n${title}`);
  }

  /** `met` undefined: reported, nothing asked. */
  add(figure, value, target = "", met = undefined) {
    this.#rows.push({ figure, value, target, met });
    console.log(`  ${figure}: ${value}${target ? `  [${target}: ${verdict(met)}]` : ""}`);
  }

  get missed() {
    return this.#rows.filter((row) => row.met === false);
  }

  markdown() {
    const lines = [];
    this.#sections.forEach((section, i) => {
      const until = this.#sections[i + 1]?.from ?? this.#rows.length;
      lines.push(`## ${section.title}`, "");
      if (section.words) lines.push(section.words, "");
      lines.push("| figure | measured | target | met |", "| --- | --- | --- | --- |");
      for (const row of this.#rows.slice(section.from, until))
        lines.push(`| ${row.figure} | ${row.value} | ${row.target} | ${verdict(row.met)} |`);
      lines.push("");
    });
    return lines.join("\n");
  }
}

function verdict(met) {
  return met === undefined ? "" : met ? "yes" : "NO";
}
