// SPDX-License-Identifier: Apache-2.0
// Says that the record has moved on since the page was made, and offers to load it again. It never reloads by
// itself, and asks before what was entered would be lost. The page's own element gives the words, already
// translated:
//   <div class="live-note" role="status" data-text="The record has moved on. Reload to see it."></div>
// data-position says which position of the journal the page shows; without it, the first one heard of counts.

const retryMilliseconds = 30_000;

export function startLive(note: HTMLElement, address = "/events"): void {
  let source: EventSource | null = null;
  let entered = false;
  let shown = Number(note.dataset.position ?? NaN);

  const tell = (): void => {
    if (note.hasChildNodes()) return;
    const reload = document.createElement("a");
    reload.href = location.pathname + location.search;
    reload.textContent = note.dataset.text ?? "";
    note.append(reload);
    addEventListener("beforeunload", (event) => {
      if (entered) event.preventDefault();
    });
  };

  const open = (): void => {
    if (source || document.hidden) return;
    const stream = new EventSource(address);
    source = stream;
    stream.addEventListener("position", (event) => {
      const position = Number((event as MessageEvent).data);
      if (Number.isNaN(shown)) shown = position;
      if (position > shown) tell();
    });
    stream.addEventListener("error", () => {
      // The browser connects again by itself, unless the answer was no event stream at all.
      if (stream.readyState !== EventSource.CLOSED) return;
      if (source === stream) source = null;
      setTimeout(open, retryMilliseconds);
    });
  };

  // A page nobody looks at holds no connection: a browser opens only a handful to one server.
  const close = (): void => {
    source?.close();
    source = null;
  };

  document.addEventListener("input", () => (entered = true));
  document.addEventListener("submit", () => (entered = false));
  document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));
  addEventListener("pagehide", close);
  addEventListener("pageshow", open);
  open();
}
