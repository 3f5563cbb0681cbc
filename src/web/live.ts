import type { QueryClient } from "@tanstack/react-query";

const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 60_000;

export type Live = { subscribe(topics: readonly string[]): () => void };

/**
 * Tells open pages to read again what somebody else has changed: one event stream for all topics on
 * screen. It rests while the page is hidden, and after every gap all its topics are read again.
 */
export function startLive(client: QueryClient): Live {
  const counts = new Map<string, number>();
  let source: EventSource | undefined;
  let opened = "";
  let pause = FIRST_PAUSE_MS;
  let hadGap = false;

  const close = () => {
    source?.close();
    source = undefined;
    opened = "";
  };
  const refresh = (topic?: string) =>
    void client.invalidateQueries({ predicate: ({ meta }) => hearsOf(meta, topic) });
  const settle = () => {
    const wanted = document.hidden ? "" : addressFor([...counts.keys()]);
    if (wanted === opened) return;
    close();
    if (wanted !== "") open(wanted);
  };
  const open = (address: string) => {
    opened = address;
    const stream = new EventSource(address);
    source = stream;
    stream.addEventListener("open", () => {
      pause = FIRST_PAUSE_MS;
      if (hadGap) refresh();
      hadGap = false;
    });
    stream.addEventListener("changed", ({ data }) => refresh(String(data)));
    stream.addEventListener("error", () => {
      hadGap = true;
      // The browser itself comes back after a broken line, but not after a refusal.
      if (stream.readyState !== EventSource.CLOSED || source !== stream) return;
      close();
      setTimeout(settle, pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    });
  };
  document.addEventListener("visibilitychange", () => {
    if (document.hidden && opened !== "") hadGap = true;
    settle();
  });

  return {
    subscribe(topics) {
      for (const topic of topics) counts.set(topic, (counts.get(topic) ?? 0) + 1);
      // A page that leaves and one that comes settle together: one stream is opened, not three.
      queueMicrotask(settle);
      return () => {
        for (const topic of topics) {
          const left = (counts.get(topic) ?? 1) - 1;
          if (left === 0) counts.delete(topic);
          else counts.set(topic, left);
        }
        queueMicrotask(settle);
      };
    },
  };
}

function addressFor(topics: readonly string[]): string {
  if (topics.length === 0) return "";
  return `/api/live?${new URLSearchParams(topics.toSorted().map((topic) => ["topic", topic]))}`;
}

/** Whether a query is about the topic; about any topic at all when none is named. */
function hearsOf(meta: Record<string, unknown> | undefined, topic?: string): boolean {
  const topics = meta?.topics;
  if (!Array.isArray(topics)) return false;
  return topic === undefined ? topics.length > 0 : topics.includes(topic);
}
