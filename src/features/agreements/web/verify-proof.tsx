import { Check, Info, Mail, OctagonAlert, Phone } from "lucide-react";
import { m } from "#messages/web";
import { getLocale } from "#messages/web-runtime";
import { type KeyValue, KeyValues } from "#web/ui/key-values.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Section } from "#web/ui/section.tsx";
import type { Evidence, SignatureRecord } from "../evidence.ts";
import type { SealFacts } from "../verify-seal.ts";
import { PaperUnfolds } from "./paper-shown.tsx";
import { type Checked, checksOf, dayAndClock } from "./verify-words.ts";

/** Who signed what, read from the evidence inside the file. */
export function SignedPart({ checked }: { checked: Checked }) {
  const { evidence, evidenceHolds, verdict } = checked;
  if (evidence === null) return null;
  const paper = evidence.text.papers[evidence.language];
  const items: KeyValue[] = [
    {
      key: "what",
      label: m.verify_what(),
      value: [paper.title, paper.subtitle, evidence.providerName].filter(Boolean).join(", "),
    },
    { key: "who", label: m.verify_signed_by(), value: <Signatures list={evidence.signatures} /> },
    {
      key: "hash",
      label: m.verify_text_hash(),
      value: <code className="verify-hash">{evidence.textHash}</code>,
    },
  ];
  return (
    <>
      <KeyValues items={items} />
      {evidenceHolds && <SignedText evidence={evidence} confirmed={verdict === "whole"} />}
    </>
  );
}

function Signatures({ list }: { list: readonly SignatureRecord[] }) {
  return (
    <ul className="stack-2">
      {list.map(({ hash, personName, actingFor, at, means }) => (
        <li key={hash}>
          {[personName, actingFor].filter(Boolean).join(", ")}
          <span className="small muted verify-line">
            {dayAndClock(at)}
            {means.startsWith("code ") && `, ${means.slice("code ".length)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** After a change the pages may show anything; this is what the signatures are of. */
function SignedText({ evidence, confirmed }: { evidence: Evidence; confirmed: boolean }) {
  return (
    <Section title={m.verify_signed_text()} className="stack">
      <p className="muted">
        {m.verify_signed_text_why()} {!confirmed && m.verify_signed_text_alone()}
      </p>
      <PaperUnfolds sections={evidence.text.papers[getLocale()].sections} />
    </Section>
  );
}

export function ProofAside({ checked }: { checked: Checked }) {
  const { seal, verdict, evidence } = checked;
  return (
    <>
      {verdict === "changed" && <WhatToDo provider={evidence?.providerName ?? null} />}
      <Section title={m.verify_checked()}>
        <Rows label={m.verify_checked()}>
          {checksOf(checked).map(({ key, holds, text }) => (
            <Row key={key} icon={holds ? Check : OctagonAlert} tone={holds ? "spruce" : "ling"}>
              {text}
            </Row>
          ))}
          {seal !== null && <StampRow seal={seal} />}
        </Rows>
      </Section>
      {seal !== null && <SealPart seal={seal} />}
    </>
  );
}

function WhatToDo({ provider }: { provider: string | null }) {
  return (
    <Section title={m.verify_todo()}>
      <Rows label={m.verify_todo()}>
        <Row icon={Mail}>{m.verify_todo_mail()}</Row>
        <Row icon={Phone}>
          {provider === null ? m.verify_todo_ask_any() : m.verify_todo_ask({ provider })}
        </Row>
      </Rows>
    </Section>
  );
}

function StampRow({ seal: { timeStamped, sealedAt } }: { seal: SealFacts }) {
  return timeStamped && sealedAt !== null ? (
    <Row icon={Check} tone="spruce">
      {m.verify_check_stamp({ moment: dayAndClock(sealedAt) })}
    </Row>
  ) : (
    <Row icon={Info} tone="sky">
      {m.verify_check_no_stamp()}
    </Row>
  );
}

/** The file says who sealed it; whether to believe the name is the reader's to settle. */
function SealPart({ seal }: { seal: SealFacts }) {
  const issuer =
    seal.issuer === null ? m.verify_self_made() : `${seal.issuer}. ${m.verify_issuer_trust()}`;
  const items: KeyValue[] = [
    { key: "by", label: m.verify_sealed_by(), value: seal.name },
    ...(seal.sealedAt === null
      ? []
      : [{ key: "at", label: m.verify_sealed_at(), value: dayAndClock(seal.sealedAt) }]),
    { key: "issuer", label: m.verify_issuer(), value: issuer },
    {
      key: "print",
      label: m.verify_fingerprint(),
      value: <code className="verify-hash">{seal.fingerprint}</code>,
    },
  ];
  return (
    <Section title={m.verify_seal()}>
      <KeyValues items={items} />
    </Section>
  );
}
