import { useCallback, useRef, useState } from "react";
import { type DayDraft, forgetDraft, keepDraft, readDraft } from "./day-draft.ts";

/** The draft under this key, on the device and on the screen at once; `newest` reads past a render. */
export function useKeptDraft(key: string) {
  const [draft, setDraft] = useState<DayDraft | null>(() => readDraft(key));
  const latest = useRef(draft);
  const put = useCallback(
    (next: DayDraft | null) => {
      latest.current = next;
      setDraft(next);
      if (next === null) forgetDraft(key);
      else keepDraft(key, next);
    },
    [key],
  );
  const newest = useCallback(() => latest.current, []);
  return { draft, put, newest };
}
