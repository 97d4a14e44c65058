// SPDX-License-Identifier: Apache-2.0
// What a page can do beyond its HTML. Each part looks for its own elements; a page without them stays as it
// is, and every page is whole without this.
import { showCurrent } from "./contents";
import { startLeaving } from "./leaving";
import { startLive } from "./live";
import { keepTable, makeSortable } from "./table";

// A form that sends what is typed makes the record move on by itself.
const note = document.querySelector<HTMLElement>(".live-note");
if (note && !document.querySelector("form#answers")) startLive(note);
const signOut = document.querySelector<HTMLFormElement>('form[action="/identity/sign_out"]');
if (signOut) startLeaving(signOut);
document.querySelectorAll<HTMLTableElement>(".table-list").forEach(keepTable);
document.querySelectorAll<HTMLElement>(".reader-contents").forEach(showCurrent);
document.querySelectorAll<HTMLTableElement>("table[data-sortable]").forEach(makeSortable);
