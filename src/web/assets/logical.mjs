// SPDX-License-Identifier: Apache-2.0
// Bootstrap writes left and right. These turn its declarations to start and end, and find what could not be
// turned.

const names = [
  [/\b(margin|padding)-left\b/g, "$1-inline-start"],
  [/\b(margin|padding)-right\b/g, "$1-inline-end"],
  [/\bborder-left\b/g, "border-inline-start"],
  [/\bborder-right\b/g, "border-inline-end"],
  [/\bborder-top-left-radius\b/g, "border-start-start-radius"],
  [/\bborder-top-right-radius\b/g, "border-start-end-radius"],
  [/\bborder-bottom-left-radius\b/g, "border-end-start-radius"],
  [/\bborder-bottom-right-radius\b/g, "border-end-end-radius"],
  [/^left$/g, "inset-inline-start"],
  [/^right$/g, "inset-inline-end"],
];
const declaration = /(^|[{;])(\s*)([-a-z]+)(\s*:\s*)([^;{}]+)(?=[;}])/g;

/** The style sheet with logical properties where a declaration has one. */
export function logical(css) {
  return css.replace(declaration, (_, before, space, name, colon, value) => {
    const turned = names.reduce((text, [from, to]) => text.replace(from, to), name);
    const sided = name === "text-align" || name === "float" || name === "clear";
    const start = name === "text-align" ? ["start", "end"] : ["inline-start", "inline-end"];
    const side = sided ? value.replace(/\bleft\b/, start[0]).replace(/\bright\b/, start[1]) : value;
    return before + space + turned + colon + side;
  });
}

/** Declarations that still name a side, or give the right and the left different widths in one shorthand. */
export function physicalLeft(css) {
  const found = [];
  for (const [, , , name, , value] of css.matchAll(declaration)) {
    const sided =
      /(^|-)(left|right)($|-)/.test(name) || /\b(left|right)\b/.test(value.replace(/"[^"]*"/g, ""));
    const widths = value
      .replace(/\([^()]*\)/g, "()")
      .trim()
      .split(/\s+/);
    const shorthand =
      /^(margin|padding|border-width|inset)$/.test(name) && widths.length === 4 && widths[1] !== widths[3];
    if (sided || shorthand) found.push(`${name}: ${value.trim()}`);
  }
  return found;
}

/** Custom properties that are read without a fallback and set nowhere. */
export function undefinedProperties(css) {
  const set = new Set([...css.matchAll(/(?:^|[{;\s])(--[-\w]+)\s*:/g)].map((match) => match[1]));
  const read = new Set([...css.matchAll(/var\(\s*(--[-\w]+)\s*\)/g)].map((match) => match[1]));
  return [...read].filter((name) => !set.has(name)).sort();
}
