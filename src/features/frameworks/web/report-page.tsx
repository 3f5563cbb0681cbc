import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { m } from "#messages/web";
import { currentLanguage, textOf } from "#web/i18n/language.ts";
import { type AnswerOf, call } from "#web/request.ts";
import { Page } from "#web/shell/page.tsx";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { type Count, Counts } from "#web/ui/counts.tsx";
import { dayLong, localDay, number } from "#web/ui/format.ts";
import { Link } from "#web/ui/link.tsx";
import { PageHead } from "#web/ui/page-head.tsx";
import { useView } from "#web/view.ts";
import type { listRemarks, viewImport } from "../framework.contract.ts";
import "./report-page.css";
import { DriftView } from "./drift-view.tsx";
import { percent } from "./framework-words.ts";
import { RemarkTable } from "./remark-table.tsx";
import { remarkWord } from "./remark-words.ts";

export type Report = AnswerOf<typeof viewImport>;

/** How an import went: what is in, every kind of remark with its places, what changed from before. */
export function ReportPage({ versionId }: { versionId: string }) {
  const report = useView<typeof viewImport>({
    path: "/api/framework-versions/{versionId}/import",
    params: { versionId },
  });
  const download = useMutation({ mutationFn: () => downloadRemarks(report) });
  return (
    <Page frame="staff">
      <PageHead
        title={titleOf(report)}
        crumb={<Crumb report={report} />}
        end={
          report.remarks.length > 0 && (
            <Button icon={Download} busy={download.isPending} onClick={() => download.mutate()}>
              {m.framework_report_file()}
            </Button>
          )
        }
      />
      <div className="main framework-report">
        <ProblemNote error={download.error} />
        <Counts items={countsOf(report)} />
      </div>
      <div className="two">
        <RemarkTable remarks={report.remarks} />
        <DriftView report={report} />
      </div>
    </Page>
  );
}

function titleOf({ name, remarks }: Report): string {
  const count = remarks.reduce((sum, { times }) => sum + times, 0);
  return count === 0
    ? m.framework_report_title_clean({ name: textOf(name) })
    : m.framework_report_title({ count, text: number(count), name: textOf(name) });
}

function Crumb({ report }: { report: Report }) {
  const facts = [
    dayLong(localDay(report.importedAt)),
    report.importedBy === null ? null : m.framework_report_by({ name: report.importedBy }),
    report.fileName,
    m.framework_import_size({ text: number(Math.ceil((report.fileBytes / 2 ** 20) * 10) / 10) }),
    m.framework_versions({ number: report.number }),
  ];
  return (
    <>
      {facts.filter(Boolean).join(", ")}{" "}
      <Link href={`/qualifications/${report.versionId}`}>{m.framework_report_open()}</Link>
    </>
  );
}

function countsOf(report: Report): Count[] {
  const { units, requirements, criteria, subAreas, deletedUnits, groups } = report;
  const deleted = m.framework_count_deleted({ count: deletedUnits, text: number(deletedUnits) });
  const inGroups = m.framework_count_groups({ count: groups, text: number(groups) });
  return [
    {
      label: m.framework_count_units(),
      value: number(units),
      ...(deletedUnits > 0 ? { detail: deleted } : {}),
    },
    { label: m.framework_count_requirements(), value: number(requirements), detail: inGroups },
    { label: m.framework_count_criteria(), value: number(criteria) },
    {
      label: m.framework_count_sub_areas(),
      value: number(subAreas),
      ...(subAreas > 0 ? { detail: m.framework_count_common() } : {}),
    },
    textCount(report, "fi", m.framework_count_fi()),
    textCount(report, "sv", m.framework_count_sv()),
    textCount(report, "en", m.framework_count_en()),
  ];
}

function textCount(
  { languages, remarks }: Report,
  language: "fi" | "sv" | "en",
  label: string,
): Count {
  const missing = remarks.find(({ code }) => code === `text-missing-${language}`)?.times ?? 0;
  return {
    label,
    value: percent(languages[language]),
    detail:
      missing === 0
        ? m.framework_count_all_there()
        : m.framework_count_missing({ count: missing, text: number(missing) }),
  };
}

/** Every remark as lines a spreadsheet opens: code, place, sentence. */
async function downloadRemarks({ versionId, registerNumber }: Report): Promise<void> {
  const { remarks } = await call<typeof listRemarks>({
    method: "GET",
    path: "/api/framework-versions/{versionId}/remarks",
    params: { versionId },
    query: {},
  });
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const lines = remarks.map(({ code, path }) => [code, path, remarkWord(code)].map(cell).join(";"));
  const address = URL.createObjectURL(
    new Blob([`\uFEFF${lines.join("\r\n")}\r\n`], { type: "text/csv;charset=utf-8" }),
  );
  const link = document.createElement("a");
  link.href = address;
  link.download = `${(registerNumber ?? "report").replaceAll("/", "-")}-${currentLanguage()}.csv`;
  link.click();
  URL.revokeObjectURL(address);
}
