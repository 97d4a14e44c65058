// SPDX-License-Identifier: Apache-2.0
import { readdirSync } from "node:fs";

/** Every charter that is shipped: the comparison that weighs most. */
const charters = readdirSync(new URL("../../charters/", import.meta.url))
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => file.slice(0, -".yaml".length))
  .join(",");

// The pages that every test of pages.test.mjs walks through. A new page is a new line here.
//
//   path      as asked for
//   name      of its screenshots and in the report
//   public    an anonymous reader may see it: then its first load is weighed
//   status    expected answer, 200 unless said
//   has       a CSS selector that must match: what the page is for
//   except    rules of axe-core that do not apply, each with its reason beside it; keep it empty
export const pages = [
  { path: "/", name: "home", public: true, has: ".cards a" },
  { path: "/about", name: "about", public: true, has: "main p" },
  { path: "/documents", name: "documents", public: true, has: 'a[href="/documents/a-78-76"]' },
  {
    path: "/documents/a-78-76",
    name: "document",
    public: true,
    has: 'a[href*="/documents/a-78-76/sections/egy"]',
  },
  { path: "/documents/a-78-76/sections/egy", name: "reply", public: true, has: ".passage" },
  { path: "/documents/a-78-76/passages", name: "passages", public: true, has: "table td[lang=en]" },
  {
    path: "/documents/a-78-76/passages/egy/para-17",
    name: "passage",
    public: true,
    has: 'blockquote[lang=en] + p a[href*="sections/egy"]',
  },
  { path: "/documents/a-78-76/replies", name: "replies", public: true, has: 'a[href$="sections/egy"]' },
  { path: "/documents/a-78-76/citations", name: "citations", public: true, has: "table th[scope=row]" },
  { path: "/documents/a-78-76/import-report", name: "import-report", public: true, has: "main table" },
  { path: "/documents/canada", name: "paper", public: true, has: 'main a[href*="/comparisons/"]' },
  { path: "/documents/canada/comparisons/1", name: "comparison", public: true, has: ".diff ins" },
  { path: "/search", name: "search-empty", public: true, has: "main input[name=q]" },
  { path: "/search?q=capacity-building", name: "search", public: true, has: ".hits a" },
  {
    path: "/search?q=capacity-bulding",
    name: "search-misspelt",
    public: true,
    has: 'main a[href*="capacity"]',
  },
  { path: "/states", name: "states", public: true, has: ".tile-map a" },
  { path: "/states/egypt", name: "state", public: true, has: 'a[href*="/documents/a-78-76"]' },
  { path: "/organisations", name: "organisations", public: true, has: "main table" },
  { path: "/reports", name: "reports", public: true, has: ".tile-map a" },
  { path: "/reports/FRA/2026", name: "no-report", public: true, has: "main p" },
  { path: "/report-sources", name: "report-sources", public: true, has: "main h1" },
  { path: "/outside-figures", name: "outside-figures", public: true, has: "main h1" },
  { path: "/reviews", name: "reviews", public: true, has: 'main a[href="/reviews/follow-ups"]' },
  { path: "/reviews/follow-ups", name: "review-follow-ups", public: true, has: "main p" },
  { path: "/needs", name: "needs", public: true, has: "main svg.tile-map" },
  { path: "/priorities?year=2026", name: "priorities", public: true, has: 'main a[href*="item=norm-f"]' },
  { path: "/commitments", name: "commitments", public: true, has: 'main a[href="/goals"]' },
  { path: "/goals", name: "goals", public: true, has: "main p" },
  { path: "/trail/item/norm-g", name: "trail", public: true, has: 'main a[href*="norm-g-needs"]' },
  { path: "/views", name: "views", public: true, has: 'main a[href="/views/summary"]' },
  { path: "/views/summary", name: "summary", public: true, has: 'main a[href="/views/summary/8a"]' },
  { path: "/views/summary/35d", name: "claim", public: true, has: 'main a[href*="/views/positions/EGY/"]' },
  { path: "/views/published", name: "published", public: true, has: "main svg.plot" },
  {
    path: "/views/positions/EGY/plenary_frequency",
    name: "position",
    public: true,
    has: 'main mark[id="quote"]',
  },
  { path: "/views/matrix?pillar=institutional", name: "matrix", public: true, has: "main table td a" },
  { path: "/views/questions/plenary_frequency", name: "question", public: true, has: "main svg.tile-map" },
  { path: "/views/compare?states=EGY,FRA", name: "compare", public: true, has: "main table td a" },
  {
    path: "/views/contradictions",
    name: "contradictions",
    public: true,
    has: 'main a[href="/views/contradictions/con-03"]',
  },
  {
    path: "/views/contradictions/con-03",
    name: "contradiction",
    public: true,
    has: 'main a[href="/views/positions/EGY/review_conference_interval_years"]',
  },
  {
    path: "/views/international-law",
    name: "international-law",
    public: true,
    has: 'main a[href*="/views/positions/JPN/"]',
  },
  { path: "/views/clusters", name: "clusters", public: true, has: "main svg.plot" },
  { path: "/views/calls", name: "calls", public: true, has: "main h1" },
  {
    path: "/charters/agreed-2025/calendar?from=2026",
    name: "charter-calendar",
    public: true,
    has: "main svg.plot",
  },
  {
    path: "/charters/egypt/calendar?from=2026&years=10&state=NZL",
    name: "charter-calendar-state",
    public: true,
    has: "main details[open] li",
  },
  { path: "/charters/burden", name: "charter-burden", public: true, has: "main svg.plot .bar" },
  {
    path: "/charters/agreed-2025/try",
    name: "charter-try-choose",
    public: true,
    has: "main select optgroup",
  },
  {
    path: "/charters/agreed-2025/try?clause=plenary.every_months&value=24",
    name: "charter-try",
    public: true,
    has: "main table .number",
  },
  {
    path: "/charters/agreed-2025/try?clause=groups.list",
    name: "charter-try-groups",
    public: true,
    has: "main input[name=title]",
  },
  {
    path: "/charters/agreed-2025/simulation",
    name: "charter-simulation",
    public: true,
    has: "main svg.plot .dot",
  },
  { path: "/ledger", name: "ledger", public: true, has: 'main a[href="/ledger/entries/1"]' },
  { path: "/ledger/entries/1", name: "ledger-entry", public: true, has: ".ledger-proof" },
  { path: "/sign-in", name: "sign-in", public: true, has: 'input[type="password"]' },
  { path: "/problems", name: "problems", public: true, has: 'main a[href="/problems/decisions"]' },
  { path: "/problems/decisions", name: "problems-decisions", public: true, has: "main dt" },
  { path: "/account", name: "account-closed", public: true, status: 401, has: 'a[href^="/sign-in"]' },
  { path: "/decisions", name: "decisions", public: true, has: "main form.filters" },
  { path: "/decisions/founding", name: "decisions-founding", public: true, has: "main h1" },
  { path: "/activity", name: "activity", public: true, has: "main h1" },
  { path: "/surveys", name: "surveys", public: true, has: "main dl" },
  { path: "/reports/progress", name: "progress", public: true, has: ".tile-map a" },
  { path: "/reports/progress/norm-g", name: "indicator", public: true, has: "main form.filters" },
  { path: "/reports/items/norm-g", name: "reports-on-item", public: true, has: "main p a" },
  { path: "/reports/briefing", name: "briefing", public: true, has: "main table th[scope=row]" },
  { path: "/reports/agenda", name: "reports-agenda", public: true, has: "main table" },
  { path: "/acquis", name: "acquis", public: true, has: 'main a[href="/acquis/norm-f"]' },
  { path: "/acquis/norm-f", name: "acquis-item", public: true, has: "main #checklist" },
  { path: "/acquis/instruments", name: "acquis-instruments", public: true, has: "main table" },
  { path: "/acquis/versions?from=0&to=1", name: "acquis-versions", public: true, has: "main table" },
  { path: "/acquis/compendium", name: "acquis-compendium", public: true, has: "main article h3 a" },
  { path: "/acquis/recommendations", name: "acquis-recommendations", public: true, has: "main form" },
  { path: "/acquis/awareness", name: "acquis-awareness", public: true, has: "main h1" },
  { path: "/acquis/gaps", name: "acquis-gaps", public: true, has: "main h1" },
  { path: "/agreed", name: "agreed", public: true, has: 'main a[href="/agreed/group/capacity"]' },
  { path: "/agreed/group/capacity", name: "agreed-group", public: true, has: "main h1" },
  { path: "/charters", name: "charters", public: true, has: 'main a[href="/charters/egypt"]' },
  { path: "/charters/egypt", name: "charter", public: true, has: "main .clauses tr#c-4-1" },
  { path: "/charters/in-force", name: "charter-in-force", public: true, has: "main .notice-good" },
  { path: "/charters/compare", name: "charters-choose", public: true, has: "main input[name=charter]" },
  {
    path: "/charters/compare?charters=egypt,germany",
    name: "charters-compare",
    public: true,
    has: "main .compared tr.clause-head",
  },
  {
    path: `/charters/compare?charters=${charters}`,
    name: "charters-compare-all",
    public: true,
    has: "main .compared tr.clause-head",
  },
  { path: "/charters/read", name: "charter-read", public: true, has: "main textarea[name=text]" },
  {
    path: "/no-such-page",
    name: "not-found",
    public: true,
    status: 404,
    has: 'main a[href="/"], nav a[href="/"]',
  },
];

/**
 * Pages for whoever is signed in; the person has just made the secretariat's first account. None is public.
 */
export const accountPages = [
  { path: "/my-notices", name: "my-notices", has: 'main form[action="/notices/choose_mails"]' },
  { path: "/notices/undelivered", name: "undelivered", has: "main p" },
  { path: "/account", name: "account", has: 'main form[action="/identity/revoke_other_sessions"]' },
  { path: "/account/profile", name: "account-profile", has: "main form" },
  { path: "/account/password", name: "account-password", has: "main input[type=password]" },
  { path: "/account/invite", name: "account-invite", has: "main select" },
  { path: "/account/appoint", name: "account-appoint", has: "main select" },
  { path: "/account/reset-link", name: "account-reset-link", has: "main form" },
  { path: "/documents/import", name: "import", has: "main input[type=file]" },
  { path: "/documents/canada/correct", name: "correct", has: "main form" },
  { path: "/documents/canada/withdraw", name: "withdraw", has: "main form" },
  { path: "/views/calls/new", name: "call-new", has: "main form" },
  { path: "/views/positions/EGY/plenary_frequency/code", name: "position-code", has: "main form select" },
];

/** Every page in every one of these: the two complete languages, and the one from right to left. */
export const languages = ["en", "fr", "ar"];

/** The address of a page in a language. */
export function inLanguage(path, language) {
  return language === "en" ? path : `${path}${path.includes("?") ? "&" : "?"}lang=${language}`;
}
