// SPDX-License-Identifier: Apache-2.0
// Says that the record has moved on since the page was made, and offers to load it again. It never reloads by itself,
// and asks before what was entered would be lost. The page's own element gives the words, already translated:
//   <div class="live" role="status" data-live="/events" data-position="123" data-text="..." data-action="..."></div>
export {};

const retryMilliseconds = 30_000;

function start(element: HTMLElement): void {
  let source: EventSource | null = null;
  let entered = false;

  const tell = (): void => {
    if (element.hasChildNodes()) return;
    const reload = document.createElement("a");
    reload.href = location.pathname + location.search;
    reload.textContent = element.dataset.action ?? "";
    element.append((element.dataset.text ?? "") + " ", reload);
    addEventListener("beforeunload", (event) => {
      if (entered) event.preventDefault();
    });
  };

  const open = (): void => {
    if (source || document.hidden) return;
    const stream = new EventSource(element.dataset.live ?? "/events");
    source = stream;
    stream.addEventListener("position", (event) => {
      if (Number((event as MessageEvent).data) > Number(element.dataset.position)) tell();
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

const element = document.querySelector<HTMLElement>("[data-live]");
if (element) start(element);
