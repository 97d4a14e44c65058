// SPDX-License-Identifier: Apache-2.0
// Scrolls a list of contents that is longer than its frame to where the reader is. Only the frame moves,
// never
// the page.
export function showCurrent(contents: HTMLElement): void {
  const current = contents.querySelector<HTMLElement>("[aria-current]");
  if (!current || contents.scrollHeight <= contents.clientHeight) return;
  const below = current.getBoundingClientRect().top - contents.getBoundingClientRect().top;
  contents.scrollTop += below - contents.clientHeight / 3;
}
