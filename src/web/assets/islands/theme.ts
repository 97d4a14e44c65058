// SPDX-License-Identifier: Apache-2.0
// Light, dark, or as the system says. Loaded in the head without delay, so that a page never flashes in the
// wrong theme; the switch is in the page but hidden, and shows itself only where this runs.
export {};

const key = "theme";
const root = document.documentElement;

function stored(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // storage may be forbidden; then the choice holds for this page only
  }
}

function keep(theme: string): void {
  try {
    if (theme === "auto") localStorage.removeItem(key);
    else localStorage.setItem(key, theme);
  } catch {
    // as above
  }
}

function apply(theme: string): void {
  if (theme === "light" || theme === "dark") root.dataset.bsTheme = theme;
  else delete root.dataset.bsTheme;
}

function show(buttons: NodeListOf<HTMLButtonElement>, theme: string): void {
  for (const button of buttons) button.setAttribute("aria-pressed", String(button.value === theme));
}

function wire(): void {
  const choice = document.querySelector<HTMLElement>("[data-theme-switch]");
  if (!choice) return;
  const buttons = choice.querySelectorAll("button");
  show(buttons, root.dataset.bsTheme ?? "auto");
  choice.hidden = false;
  choice.addEventListener("click", (event) => {
    const button = (event.target as Element).closest("button");
    if (!button) return;
    apply(button.value);
    keep(button.value);
    show(buttons, button.value);
  });
}

apply(stored() ?? "auto");
addEventListener("storage", (event) => event.key === key && apply(event.newValue ?? "auto"));
document.addEventListener("DOMContentLoaded", wire);
