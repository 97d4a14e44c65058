// SPDX-License-Identifier: Apache-2.0
// Checks members.json, organisations.json, acquis.json, surveys/ and reviews/: all problems at once, exit
// status 1 for any.
//   node data/check.mjs [folder]
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = process.argv[2] ?? dirname(fileURLToPath(import.meta.url));
const languages = ["ar", "zh", "en", "fr", "ru", "es"];
const regionalCounts = {
  "african-group": 54,
  "asia-pacific-group": 54,
  "eastern-european-group": 23,
  grulac: 33,
  weog: 29,
};
const problems = [];
const problem = (text) => problems.push(text);

function read(name) {
  try {
    return JSON.parse(readFileSync(join(folder, name), "utf8"));
  } catch (error) {
    problem(`${name}: ${error.message}`);
    return null;
  }
}

// The schema check needs ajv (npm ci); everything else runs with node alone.
async function checkSchema(name, data, schemaName = name) {
  let Ajv;
  try {
    Ajv = (await import("ajv")).default;
  } catch {
    console.log(`${name}: not checked against its schema, ajv is not installed (npm ci)`);
    return;
  }
  const schema = read(`${schemaName}.schema.json`);
  if (!schema) return;
  const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);
  if (!validate(data))
    for (const error of validate.errors) problem(`${name}.json${error.instancePath}: ${error.message}`);
}

const isDay = (text) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toISOString().slice(0, 10) === text;
const isDayOrYear = (text) => /^\d{4}$/.test(text) || isDay(text);

function checkNames(where, names, fields) {
  for (const language of languages) {
    for (const field of fields) {
      const text = names?.[language]?.[field];
      if (typeof text !== "string" || text.trim() === "" || text !== text.trim())
        problem(`${where}: names.${language}.${field} is empty or has white space at an end`);
      else if (text !== text.normalize("NFC")) problem(`${where}: names.${language}.${field} is not NFC`);
      else if (/\*|  |_/.test(text))
        problem(`${where}: names.${language}.${field} has a stray mark: ${text}`);
    }
  }
  for (const field of fields) {
    for (const language of ["ru", "ar", "zh"])
      if (/[A-Za-z]/.test(names?.[language]?.[field] ?? ""))
        problem(`${where}: a Latin letter in names.${language}.${field}`);
  }
}

function checkUnique(members, field) {
  const seen = new Map();
  for (const member of members) {
    const value = JSON.stringify(member[field]);
    if (seen.has(value)) problem(`${member.iso3}: ${field} ${value} is also that of ${seen.get(value)}`);
    seen.set(value, member.iso3);
  }
}

function checkGroups(member, data) {
  const keys = new Map(data.groups.map((group) => [group.key, group]));
  for (const entry of member.groups) {
    const where = `${member.iso3}: ${entry.group}`;
    if (!keys.has(entry.group)) problem(`${where}: no such group`);
    if (!(entry.source in data.sources)) problem(`${where}: no source ${entry.source}`);
    if (!(entry.certainty in data.certainty)) problem(`${where}: no certainty ${entry.certainty}`);
    if (entry.from !== null && !isDayOrYear(entry.from)) problem(`${where}: from is no day and no year`);
    if (entry.to !== null && !isDay(entry.to)) problem(`${where}: to is no day`);
    if (entry.from !== null && entry.to !== null && entry.from >= entry.to)
      problem(`${where}: ends before it begins`);
    if ((entry.to === null) !== (entry.end === undefined)) problem(`${where}: to and end go together`);
    const regional = keys.get(entry.group)?.kind === "regional";
    if (regional !== (typeof entry.counts_for_elections === "boolean"))
      problem(`${where}: counts_for_elections stands in regional groups and only there`);
  }
  const counted = member.groups.filter((entry) => entry.counts_for_elections && entry.to === null).length;
  if (counted !== (member.status === "member" ? 1 : 0))
    problem(`${member.iso3}: counted for elections in ${counted} regional groups`);
}

function checkTiles(members, { columns, rows }) {
  checkUnique(members, "tile");
  for (const { iso3, tile } of members)
    if (!Array.isArray(tile) || tile.length !== 2 || !tile.every(Number.isInteger))
      problem(`${iso3}: a tile is two whole numbers`);
    else if (tile[0] < 1 || tile[0] > columns || tile[1] < 1 || tile[1] > rows)
      problem(`${iso3}: tile off the grid`);
}

function checkMembers(data) {
  const { members } = data;
  const count = (status) => members.filter((member) => member.status === status).length;
  if (count("member") !== 193) problem(`members.json: ${count("member")} Member States, not 193`);
  if (count("observer") !== 2) problem(`members.json: ${count("observer")} observer States, not 2`);
  for (const field of ["iso3", "iso2", "m49", "slug"]) checkUnique(members, field);
  checkTiles(members, data.tiles);
  for (const member of members) {
    if (!/^[A-Z]{3}$/.test(member.iso3)) problem(`${member.iso3}: iso3`);
    if (!/^[A-Z]{2}$/.test(member.iso2)) problem(`${member.iso3}: iso2`);
    if (!/^\d{3}$/.test(member.m49)) problem(`${member.iso3}: m49`);
    if (!/^[a-z]+(-[a-z]+)*$/.test(member.slug)) problem(`${member.iso3}: slug`);
    if (!isDay(member.status_from)) problem(`${member.iso3}: status_from is no day`);
    if (data.regions[member.subregion]?.parent !== member.region)
      problem(`${member.iso3}: subregion and region`);
    checkNames(member.iso3, member.names, ["official", "display", "sort", "formal", "m49"]);
    for (const language of languages)
      if (!(member.names[language]?.source in data.sources))
        problem(`${member.iso3}: source of the ${language} names`);
    checkGroups(member, data);
  }
  for (const [group, expected] of Object.entries(regionalCounts)) {
    const found = members.filter((member) =>
      member.groups.some((entry) => entry.group === group && entry.counts_for_elections && entry.to === null),
    ).length;
    if (found !== expected) problem(`${group}: ${found} States, not ${expected}`);
  }
  for (const group of data.groups)
    for (const language of languages)
      if (!group.names[language]?.trim()) problem(`${group.key}: no name in ${language}`);
  if (members.find((member) => member.iso3 === "CIV")?.names.en.m49 !== "Côte d'Ivoire")
    problem("CIV: the English M49 name must read Côte d'Ivoire");
}

function checkOrganisations(data) {
  checkUnique(data.organisations.map((one) => ({ iso3: one.key, key: one.key })), "key");
  for (const one of data.organisations) {
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(one.key)) problem(`${one.key}: key`);
    if (!(one.kind in data.kinds)) problem(`${one.key}: no kind ${one.kind}`);
    for (const language of ["en", "fr"])
      if (!one.names[language]?.trim()) problem(`${one.key}: no name in ${language}`);
    for (const language of Object.keys(one.names))
      if (!languages.includes(language)) problem(`${one.key}: ${language} is no official language`);
    if (!one.named_in.length) problem(`${one.key}: named nowhere`);
    for (const { document, place } of one.named_in) {
      if (!document || !place) problem(`${one.key}: a place without document or heading`);
      else if (place.length > 140) problem(`${one.key}: a place is a heading or paragraph, never a sentence`);
    }
  }
}

// What the schema cannot say: keys that hold together, consensus, and voluntary norms never worded as law.
function checkAcquis(data) {
  for (const list of ["instruments", "topics", "items", "checklists"])
    checkUnique(data[list].map((one) => ({ iso3: `${list} ${one.key}`, key: one.key })), "key");
  const byKey = (list) => new Map(list.map((one) => [one.key, one]));
  const [instruments, topics, items] = [data.instruments, data.topics, data.items].map(byKey);
  for (const one of data.instruments)
    if (one.part === "framework" && !["consensus", "without_a_vote"].includes(one.adoption))
      problem(`${one.key}: part of the framework and not adopted by consensus`);
  for (const one of data.topics)
    if (one.under && !topics.has(one.under)) problem(`${one.key}: no subject ${one.under}`);
  for (const one of data.items) {
    for (const { instrument } of [one.source, ...(one.also ?? [])])
      if (instruments.get(instrument)?.part !== "framework")
        problem(`${one.key}: ${instrument} is no instrument of the framework`);
    for (const key of one.topics ?? []) if (!topics.has(key)) problem(`${one.key}: no subject ${key}`);
    for (const key of one.links ?? [])
      if (!items.has(key) || key === one.key) problem(`${one.key}: no link to ${key}`);
    if (one.kind === "norm" && /\b(must|shall|obligations?|legally binding)\b/i.test(one.summaries.en))
      problem(`${one.key}: a voluntary norm in the words of law`);
  }
  for (const one of data.checklists)
    if (!items.has(one.item)) problem(`${one.key}: no item ${one.item}`);
  const norms = data.items.filter((one) => one.kind === "norm").map((one) => one.designation);
  if (norms.join("") !== "abcdefghijk") problem("acquis.json: the norms are a to k");
  if (data.items.filter((one) => one.kind === "confidence_building").length !== 8)
    problem("acquis.json: there are eight global confidence-building measures");
}

const members = read("members.json");
const organisations = read("organisations.json");
const acquis = read("acquis.json");

// Shape alone: that keys are there once, conditions look back and crosswalks lead somewhere, the program's
// own tests check with its own reader.
async function checkSurveys() {
  const files = readdirSync(join(folder, "surveys")).filter(
    (name) => name.endsWith(".json") && !name.endsWith(".schema.json"),
  );
  for (const file of files) {
    const name = `surveys/${file.replace(/\.json$/, "")}`;
    const data = read(`${name}.json`);
    if (!data) continue;
    await checkSchema(name, data, "surveys/survey");
    if (`${data.key}.json` !== file) problem(`surveys/${file}: its key is ${data.key}`);
  }
}

// How a review by peers may go: stages never go back.
async function checkReviews() {
  const stages = "volunteered paired questions answers visit drafting commenting finished".split(" ");
  const files = readdirSync(join(folder, "reviews")).filter(
    (name) => name.endsWith(".json") && !name.endsWith(".schema.json"),
  );
  for (const file of files) {
    const name = `reviews/${file.replace(/\.json$/, "")}`;
    const data = read(`${name}.json`);
    if (!data) continue;
    const before = problems.length;
    await checkSchema(name, data, "reviews/review");
    if (problems.length > before) continue;
    if (`${data.key}.json` !== file) problem(`reviews/${file}: its key is ${data.key}`);
    const places = data.phases.map((phase) => stages.indexOf(phase.stage));
    if (places.some((place, i) => i > 0 && place < places[i - 1]))
      problem(`reviews/${file}: a phase goes back to an earlier stage`);
    const keys = data.phases.map((phase) => phase.key);
    if (new Set(keys).size < keys.length) problem(`reviews/${file}: two phases have the same key`);
  }
}

// What a figure is read from: each source is a question of a shipped survey, with the answers it may have.
function checkIndicators({ abouts, levels, indicators }) {
  const surveys = new Map();
  for (const one of indicators) {
    if (!(one.about in abouts)) problem(`${one.key}: nothing about ${one.about}`);
    const known = new Set((levels[one.levels] ?? []).map((level) => level.key));
    for (const { survey, question, values, as = {} } of one.sources) {
      if (!surveys.has(survey)) surveys.set(survey, read(`surveys/${survey}.json`));
      const asked = surveys.get(survey)?.sections.flatMap((section) => section.questions);
      if (!asked?.some((each) => each.key === question))
        problem(`${one.key}: ${survey} does not ask ${question}`);
      for (const value of values)
        if (!known.has(as[value] ?? value)) problem(`${one.key}: ${value} is at no level`);
    }
  }
}

// A file that breaks its schema would only trip over itself in the checks that follow: those wait for the
// next run.
async function checkFile(name, data, check) {
  if (!data) return;
  const before = problems.length;
  await checkSchema(name, data);
  if (problems.length === before) check(data);
}
await checkFile("members", members, checkMembers);
await checkFile("organisations", organisations, checkOrganisations);
await checkFile("acquis", acquis, checkAcquis);
await checkSurveys();
await checkReviews();
await checkFile("indicators", read("indicators.json"), checkIndicators);
for (const text of problems) console.error(text);
console.log(
  problems.length
    ? `${problems.length} problem(s)`
    : "members.json, organisations.json, acquis.json, the surveys, reviews and indicators are in order",
);
process.exitCode = problems.length ? 1 : 0;
