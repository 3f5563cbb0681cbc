import { useRef, useState } from "react";
import { newKey } from "#web/new-key.ts";
import type { AnswerOf } from "#web/request.ts";
import { useDeed } from "#web/view.ts";
import type { checkImport, importWorkplaces } from "../import.contract.ts";
import { WORKPLACE_READS } from "./part-form.tsx";

type Checked = AnswerOf<typeof checkImport>;
type Fix = { row: number; column: Checked["faults"][number]["column"]; value: string };
type Chosen = { content: string; fixes: readonly Fix[] };

/** Reads that an import, or taking one back, makes old. */
export const IMPORT_READS = [...WORKPLACE_READS, "/api/register/imports"];

/** One chosen file: what the dry run says of it, the values mended so far, and storing it. */
export function useImport() {
  const [name, setName] = useState("");
  const chosen = useRef<Chosen>({ content: "", fixes: [] });
  const [checked, setChecked] = useState<Checked | null>(null);
  const [reading, setReading] = useState(false);
  const check = useDeed<typeof checkImport>({
    method: "POST",
    path: "/api/register/import/check",
  });
  const save = useDeed<typeof importWorkplaces>({
    method: "POST",
    path: "/api/register/import",
    changes: IMPORT_READS,
  });
  const look = async (next: Chosen) => {
    chosen.current = next;
    const body = { ...next, fixes: [...next.fixes] };
    setChecked(await check.ask({ body }).catch(() => null));
  };
  const choose = async (file: File) => {
    setName(file.name);
    setChecked(null);
    save.forget();
    setReading(true);
    const content = await base64Of(file);
    setReading(false);
    await look({ content, fixes: [] });
  };
  const fix = (fixes: readonly Fix[]) =>
    void look({ ...chosen.current, fixes: [...chosen.current.fixes, ...fixes] });
  const store = async () => {
    const body = { ...chosen.current, id: newKey(), fixes: [...chosen.current.fixes] };
    const stored = await save.ask({ body }).catch(() => null);
    if (stored !== null) await look(chosen.current);
    return stored;
  };
  /** The register has changed: the same file would do something else now. */
  const again = () => (checked === null ? undefined : void look(chosen.current));
  const busy = reading || check.busy || save.busy;
  return { name, checked, busy, problem: check.problem ?? save.problem, choose, fix, store, again };
}

export type ImportFile = ReturnType<typeof useImport>;

/** The bytes as they are: the server finds out how the letters are coded. */
function base64Of(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      const address = typeof reader.result === "string" ? reader.result : "";
      resolve(address.slice(address.indexOf(",") + 1));
    };
    reader.onerror = () => reject(reader.error ?? new Error("unreadable"));
    reader.readAsDataURL(file);
  });
}
