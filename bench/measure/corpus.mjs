// SPDX-License-Identifier: Apache-2.0
// The papers, and larger corpora made of them. A copy keeps headings, numbers, word counts and the
// vocabulary, but the words of a long line stand in another order: a hundred documents that said the same
// would be a hundred repetitions of each other, which no real corpus is.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const files = [
  "a-78-76.txt",
  "canada.txt",
  "cyberpeace-institute.txt",
  "multistakeholder-paper.txt",
  "new-zealand.txt",
];
// A phrase that is searched for must stay one.
const phrases = [/programme of action/gi, /points of contact/gi];

/** Files of the shared folder, all there. */
function shared(root, names) {
  const folder = process.env.POA_SHARED ?? join(root, "../shared");
  const paths = names.map((name) => join(folder, "mission", name));
  const missing = paths.filter((path) => !existsSync(path));
  if (missing.length > 0) throw new Error(`the papers are missing (set POA_SHARED): ${missing.join(", ")}`);
  return paths;
}

export const papers = (root) =>
  shared(
    root,
    files.map((file) => join("seeds", file)),
  );
/** The coding of all replies. */
export const positions = (root) => shared(root, ["positions.json"])[0];

/** Numbers that look random and are the same in every run (xorshift). */
function randomNumbers(seed) {
  let state = (seed * 2654435761 + 88172645) >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % below;
  };
}

function shuffledLine(line, random) {
  const kept = phrases.reduce(
    (text, phrase) => text.replace(phrase, (found) => found.replaceAll(" ", "\u0001")),
    line,
  );
  const words = kept.replace(/[*]{1,3}(?=\w)|(?<=\w)[*]{1,3}/g, "").split(" ");
  // The first two words may be the number of a paragraph or the sign of a list.
  for (let i = words.length - 1; i > 2; --i) {
    const j = 2 + random(i - 1);
    [words[i], words[j]] = [words[j], words[i]];
  }
  return words.join(" ").replaceAll("\u0001", " ");
}

function copyOf(text, number) {
  const random = randomNumbers(number);
  return text
    .split("\n")
    .map((line) => (line.startsWith("#") || line.split(" ").length < 12 ? line : shuffledLine(line, random)))
    .join("\n");
}

/**
 * Writes copies 1 .. `copies` - 1 of the papers into `folder`, each named as a document of its own symbol.
 * Gives the paths of all documents: the papers and the copies.
 */
export function corpus(root, folder, copies) {
  const originals = papers(root);
  const paths = [...originals];
  mkdirSync(folder, { recursive: true });
  const texts = originals.map((path) => readFileSync(path, "utf8"));
  for (let copy = 1; copy < copies; ++copy)
    texts.forEach((text, i) => {
      const path = join(folder, `${slugOfCopy(copy, i)}.txt`);
      writeFileSync(path, copyOf(text, copy * texts.length + i));
      paths.push(path);
    });
  return paths;
}

/** The session stands for the copy, the number for the paper; the papers themselves are of session 78. */
export function slugOfCopy(copy, paper) {
  return `a-${100 + copy}-${paper + 1}`;
}
