import { CircleQuestionMark, type LucideIcon, OctagonAlert, ShieldCheck } from "lucide-react";
import { m } from "#messages/web";
import { Diff } from "#web/ui/diff.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { Section } from "#web/ui/section.tsx";
import type { PaperVerdict } from "../verify-paper.ts";
import { changesOf, notOursText } from "./verify-words.ts";

/** One sentence first: whole, changed or none of ours. What changed stands below it. */
export function Verdict({ fileName, verdict }: { fileName: string; verdict: PaperVerdict }) {
  const { kind, icon, title, text } = wordsOf(verdict);
  const changes = verdict.verdict === "changed" ? changesOf(verdict) : [];
  return (
    <>
      <div role="status">
        <p className="muted verify-file">{fileName}</p>
        <div className={`verdict verdict-${kind}`}>
          <Icon of={icon} size="l" />
          <div>
            <h1>{title}</h1>
            <p>{text}</p>
          </div>
        </div>
      </div>
      {changes.length > 0 && (
        <Section title={m.verify_what_changed()} className="stack">
          {changes.map(({ title, old, now }) => (
            <Diff
              key={[title, old, now].join("|")}
              kind="tampering"
              title={title}
              old={old}
              now={now}
            />
          ))}
        </Section>
      )}
    </>
  );
}

type Words = { kind: "ok" | "bad" | "none"; icon: LucideIcon; title: string; text: string };

function wordsOf(verdict: PaperVerdict): Words {
  switch (verdict.verdict) {
    case "whole":
      return {
        kind: "ok",
        icon: ShieldCheck,
        title: m.verify_whole(),
        text: m.verify_whole_text(),
      };
    case "changed":
      return {
        kind: "bad",
        icon: OctagonAlert,
        title: m.verify_changed(),
        text: m.verify_changed_text(),
      };
    case "not_ours":
      return {
        kind: "none",
        icon: CircleQuestionMark,
        title: m.verify_not_ours(),
        text: notOursText(verdict),
      };
  }
}
