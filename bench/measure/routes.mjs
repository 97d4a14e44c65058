// SPDX-License-Identifier: Apache-2.0
// Our addresses, in one place.

export const json = "application/json";
export const html = "text/html";

/** The report: the one document of the papers with more than 200 passages. */
export const report = "a-78-76";

export const ready = "/readyz";
export const document = (slug) => `/documents/${slug}`;
export const passages = (slug) => `/documents/${slug}/passages?limit=200`;
export const search = (words) => `/search?q=${encodeURIComponent(words)}`;
export const receipt = (entry) => `/ledger/entries/${entry}/receipt`;
export const ledger = "/ledger";
