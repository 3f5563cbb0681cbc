import { useRef, useState } from "react";
import type { AnswerOf } from "#web/request.ts";
import { useDeed } from "#web/view.ts";
import type { importFramework } from "../framework.contract.ts";

type Imported = AnswerOf<typeof importFramework>;

/** A chosen file on its way: one is read at a time, in the order they were chosen. */
export type Waiting = {
  readonly id: number;
  readonly file: File;
  readonly state: "waits" | "reading" | "done" | "refused";
  readonly answer: Imported | null;
  readonly problem: unknown;
};

export type ImportQueue = {
  readonly files: readonly Waiting[];
  add(files: Iterable<File>): void;
  remove(id: number): void;
  again(id: number): void;
};

export function useImportQueue(): ImportQueue {
  const [files, setFiles] = useState<readonly Waiting[]>([]);
  const lastId = useRef(0);
  const line = useLine((id, what) =>
    setFiles((all) => all.map((one) => (one.id === id ? { ...one, ...what } : one))),
  );
  return {
    files,
    add(chosen) {
      const added = [...chosen].map((file): Waiting => {
        lastId.current += 1;
        return { id: lastId.current, file, state: "waits", answer: null, problem: null };
      });
      setFiles((all) => [...all, ...added]);
      for (const { id, file } of added) line.join(id, file);
    },
    remove(id) {
      line.leave(id);
      setFiles((all) => all.filter((one) => one.id !== id));
    },
    again(id) {
      const one = files.find((waiting) => waiting.id === id);
      if (one !== undefined) line.join(id, one.file);
    },
  };
}

/** Reads one file at a time, in the order they joined; one that has left is passed over. */
function useLine(change: (id: number, what: Partial<Waiting>) => void) {
  const last = useRef<Promise<void>>(Promise.resolve());
  const gone = useRef(new Set<number>());
  const deed = useDeed<typeof importFramework>({
    method: "POST",
    path: "/api/frameworks",
    changes: ["/api/frameworks"],
  });
  const read = async (id: number, file: File): Promise<void> => {
    if (gone.current.has(id)) return;
    change(id, { state: "reading", problem: null });
    try {
      const body = { fileName: file.name, content: await file.text() };
      change(id, { state: "done", answer: await deed.ask({ body }) });
    } catch (problem) {
      change(id, { state: "refused", problem });
    }
  };
  return {
    join(id: number, file: File) {
      change(id, { state: "waits" });
      last.current = last.current.then(() => read(id, file));
    },
    leave: (id: number) => gone.current.add(id),
  };
}
