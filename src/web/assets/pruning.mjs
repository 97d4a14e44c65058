// SPDX-License-Identifier: Apache-2.0
// Bootstrap brings more than pages use. These take out of a minified style sheet the rules of classes that no
// page has, and the custom properties that nothing reads.

/** [prelude, body] of each rule, [statement, null] of what has no braces. */
function rules(css) {
  const found = [];
  for (let at = 0; at < css.length; ) {
    const open = css.indexOf("{", at);
    const semicolon = css.indexOf(";", at);
    if (css[at] === "@" && semicolon >= 0 && (semicolon < open || open < 0)) {
      found.push([css.slice(at, semicolon + 1), null]);
      at = semicolon + 1;
      continue;
    }
    if (open < 0) break;
    let end = open + 1;
    for (let depth = 1; depth > 0; ++end) depth += css[end] === "{" ? 1 : css[end] === "}" ? -1 : 0;
    found.push([css.slice(at, open), css.slice(open + 1, end - 1)]);
    at = end;
  }
  return found;
}

/** The selectors of a rule; a comma inside brackets parts none. */
function selectorsOf(prelude) {
  const selectors = [""];
  let depth = 0;
  for (const letter of prelude) {
    depth += letter === "(" ? 1 : letter === ")" ? -1 : 0;
    if (letter === "," && depth === 0) selectors.push("");
    else selectors[selectors.length - 1] += letter;
  }
  return selectors;
}

const withoutNegations = (selector) => selector.replace(/:not\([^)]*\)/g, "");

/** Without the selectors that need an unused class (one that is only named in :not() is not needed). */
export function withoutClasses(css, unused) {
  const isNeeded = (selector) => {
    const needed = withoutNegations(selector).matchAll(/\.([a-zA-Z][-\w]*)/g);
    return [...needed].every(([, name]) => !unused.test(name));
  };
  let kept = "";
  for (const [prelude, body] of rules(css)) {
    if (body === null) kept += prelude;
    else if (/^@(media|supports)/.test(prelude)) {
      const inside = withoutClasses(body, unused);
      if (inside) kept += `${prelude}{${inside}}`;
    } else if (prelude.startsWith("@")) kept += `${prelude}{${body}}`;
    else {
      const selectors = selectorsOf(prelude).filter(isNeeded);
      if (selectors.length) kept += `${selectors.join(",")}{${body}}`;
    }
  }
  return kept;
}

/** Without declarations of custom properties that no declaration reads, nor those only such ones read. */
export function withoutUnreadProperties(css) {
  const read = new Set([...css.matchAll(/var\(\s*(--[-\w]+)/g)].map((match) => match[1]));
  const kept = css
    .replace(/([{;])((?:--[-\w]+:[^;{}]*(?:;|(?=})))+)/g, (_, before, declarations) => {
      const some = declarations.split(";").filter((each) => each && read.has(each.split(":")[0]));
      const last = declarations.endsWith(";") ? ";" : "";
      return before + (some.length ? some.join(";") + last : "");
    })
    .replace(/;}/g, "}")
    .replace(/[^{};]+\{\}/g, "");
  return kept === css ? css : withoutUnreadProperties(kept);
}

/** Names of all classes that the style sheet has rules for; of those only named in :not() it has none. */
export function classesOf(css) {
  const preludes = [];
  const gather = (text) => {
    for (const [prelude, body] of rules(text))
      if (body !== null && /^@(media|supports)/.test(prelude)) gather(body);
      else if (!prelude.startsWith("@")) preludes.push(prelude);
  };
  gather(css);
  const named = withoutNegations(preludes.join(",")).matchAll(/\.([a-zA-Z][-\w]*)/g);
  return [...new Set([...named].map((match) => match[1]))].sort();
}
