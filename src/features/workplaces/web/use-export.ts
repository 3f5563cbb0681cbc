import { useState } from "react";
import { call } from "#web/request.ts";
import type { exportWorkplaces } from "../register.contract.ts";
import { asked, type Filters } from "./register-query.ts";

/** Brings the filtered list as a file of the browser's downloads. */
export function useExport(filters: Filters) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Error | null>(null);
  const fetchFile = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const { offset: _, ...query } = asked(filters);
      const { fileName, content } = await call<typeof exportWorkplaces>({
        method: "GET",
        path: "/api/register/export",
        query,
      });
      download(fileName, content);
    } catch (error) {
      setProblem(error instanceof Error ? error : new Error("export"));
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, run: () => void fetchFile() };
}

function download(fileName: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}
