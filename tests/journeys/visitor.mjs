// SPDX-License-Identifier: Apache-2.0
// A person with a browser that has cookies and forms, and no JavaScript.
import assert from "node:assert/strict";

const unescaped = (text) =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

/** The value of an attribute in a tag's text. */
function attribute(tag, name) {
  const found = new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`).exec(tag);
  return found ? unescaped(found[1] ?? found[2] ?? found[3]) : undefined;
}

/** The forms of a page: { action, method, fields } with what the page has filled in. */
export function formsOf(html) {
  return [...html.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)].map(([text]) => {
    const head = /<form\b[^>]*>/.exec(text)[0];
    const fields = {};
    for (const [tag] of text.matchAll(/<input\b[^>]*>/g)) {
      const name = attribute(tag, "name");
      const isUnticked = attribute(tag, "type") === "checkbox" && !/\schecked\b/.test(tag);
      if (name && !isUnticked) fields[name] = attribute(tag, "value") ?? "";
    }
    for (const [, head, content] of text.matchAll(/(<textarea\b[^>]*>)([\s\S]*?)<\/textarea>/g))
      fields[attribute(head, "name")] = unescaped(content);
    for (const [, head, content] of text.matchAll(/(<select\b[^>]*>)([\s\S]*?)<\/select>/g)) {
      const options = [...content.matchAll(/<option\b[^>]*>/g)].map(([tag]) => tag);
      const chosen = options.find((tag) => /\sselected\b/.test(tag)) ?? options[0];
      fields[attribute(head, "name")] = attribute(chosen, "value");
    }
    return { action: attribute(head, "action"), method: attribute(head, "method") ?? "get", fields };
  });
}

export class Visitor {
  constructor(server) {
    this.server = server;
    this.cookies = new Map();
  }

  async open(path) {
    return this.#send("GET", path);
  }

  /** Fills in the form of `page` that goes to `action`, and sends it as a browser does. */
  async submit(page, action, entered = {}) {
    const form = formsOf(page.text).find(
      (each) => new URL(each.action, this.server.address).pathname === action,
    );
    assert.ok(form, `the page ${page.path} has no form to ${action}`);
    for (const name of Object.keys(entered))
      assert.ok(name in form.fields, `the form to ${action} has no field ${name}`);
    return this.sendForm(action, { ...form.fields, ...entered });
  }

  async sendForm(path, fields, headers = {}) {
    return this.#send("POST", path, new URLSearchParams(fields).toString(), headers);
  }

  async #send(method, path, body, more = {}) {
    const headers = { accept: "text/html,application/xhtml+xml", ...more };
    if (this.cookies.size)
      headers.cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    if (body !== undefined) {
      headers["content-type"] = "application/x-www-form-urlencoded";
      headers.origin ??= this.server.address;
    }
    const answer = await fetch(this.server.address + path, { method, headers, body, redirect: "manual" });
    for (const line of answer.headers.getSetCookie()) this.#keep(line);
    const text = await answer.text();
    return {
      path,
      status: answer.status,
      headers: answer.headers,
      text,
      location: answer.headers.get("location"),
    };
  }

  #keep(line) {
    const [pair, ...rest] = line.split(";").map((part) => part.trim());
    const name = pair.slice(0, pair.indexOf("="));
    if (rest.some((part) => /^max-age=0$/i.test(part))) this.cookies.delete(name);
    else this.cookies.set(name, pair.slice(pair.indexOf("=") + 1));
  }
}
