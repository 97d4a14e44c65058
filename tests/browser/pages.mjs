// SPDX-License-Identifier: Apache-2.0
// The pages that every test of pages.test.mjs walks through. A new page is a new line here.
//
//   path      as asked for
//   name      of its screenshots and in the report
//   public    an anonymous reader may see it: then its first load is weighed
//   status    expected answer, 200 unless said
//   has       a CSS selector that must match: what the page is for
//   except    rules of axe-core that do not apply, each with its reason beside it; keep it empty
export const pages = [
  { path: "/", name: "home", public: true, has: "h1" },
  { path: "/documents", name: "documents", public: true, has: 'a[href="/documents/a-78-76"]' },
  {
    path: "/documents/a-78-76",
    name: "document",
    public: true,
    has: 'a[href*="/documents/a-78-76/sections/egy"]',
  },
  { path: "/documents/a-78-76/sections/egy", name: "reply", public: true, has: ".passage" },
  { path: "/search?q=capacity-building", name: "search", public: true, has: ".hits a" },
  {
    path: "/search?q=capacity-bulding",
    name: "search-misspelt",
    public: true,
    has: 'main a[href*="capacity"]',
  },
  { path: "/states", name: "states", public: true, has: ".tile-map a" },
  { path: "/states/egy", name: "state", public: true, has: 'a[href*="/documents/a-78-76"]' },
  { path: "/ledger", name: "ledger", public: true, has: "main" },
  { path: "/sign-in", name: "sign-in", public: true, has: 'input[type="password"]' },
  {
    path: "/no-such-page",
    name: "not-found",
    public: true,
    status: 404,
    has: 'main a[href="/"], nav a[href="/"]',
  },
];

/** Every page in every one of these: the two complete languages, and the one from right to left. */
export const languages = ["en", "fr", "ar"];

/** The address of a page in a language. */
export function inLanguage(path, language) {
  return language === "en" ? path : `${path}${path.includes("?") ? "&" : "?"}lang=${language}`;
}
