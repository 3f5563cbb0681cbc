import { GitMerge } from "lucide-react";
import { useState } from "react";
import { m } from "#messages/web";
import { newKey } from "#web/new-key.ts";
import type { AnswerOf } from "#web/request.ts";
import { useGo } from "#web/shell/go.ts";
import { Page } from "#web/shell/page.tsx";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { RadioGroup } from "#web/ui/choice-group.tsx";
import { dayLong } from "#web/ui/format.ts";
import { KeyValues } from "#web/ui/key-values.tsx";
import { Link } from "#web/ui/link.tsx";
import { Note } from "#web/ui/note.tsx";
import { PageHead } from "#web/ui/page-head.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useToast } from "#web/ui/toast.tsx";
import { useDeed, useView } from "#web/view.ts";
import type { keepApart, mergeWorkplaces, readMergePreview } from "../merge.contract.ts";
import { MERGE_FIELDS, type MergeField } from "../merge.ts";
import { mergeFieldName } from "./merge-words.ts";
import "./workplaces-page.css";

type Preview = AnswerOf<typeof readMergePreview>;
type Side = Preview["left"];
type Sides = { left: string; right: string };

/** Are these the same workplace? Each field from one of them; all that stands at either comes along. */
export function MergePage({ left, right }: Sides) {
  const preview = useView<typeof readMergePreview>({
    path: "/api/register/merges/preview",
    query: { left, right },
  });
  // The one with more behind it is kept unless the reader says otherwise.
  const weight = (side: Side) => side.placements + side.decisions + side.tasks + side.people;
  const [keepId, setKeepId] = useState(weight(preview.right) > weight(preview.left) ? right : left);
  const [take, setTake] = useState<readonly MergeField[]>([]);
  const [keep, give] =
    keepId === left ? [preview.left, preview.right] : [preview.right, preview.left];
  return (
    <Page frame="staff">
      <PageHead
        crumb={<Link href="/workplaces/duplicates">{m.register_duplicates()}</Link>}
        title={m.register_merge_title()}
        detail={`${preview.left.name}, ${preview.right.name}`}
      />
      <div className="two">
        <div className="stack-6">
          <RadioGroup
            legend={m.register_merge_keep()}
            name="keep"
            options={[preview.left, preview.right].map((side) => ({
              value: side.id,
              label: side.name,
              detail: m.register_merge_counts({ ...side }),
            }))}
            value={keepId}
            onChange={(id) => {
              setKeepId(id);
              setTake([]);
            }}
          />
          {MERGE_FIELDS.filter((field) => wordsOf(keep, field) !== wordsOf(give, field)).map(
            (field) => (
              <RadioGroup
                key={`${keepId} ${field}`}
                legend={mergeFieldName(field)}
                name={field}
                options={[
                  { value: "keep", label: wordsOf(keep, field) },
                  { value: "give", label: wordsOf(give, field) },
                ]}
                value={take.includes(field) ? "give" : "keep"}
                onChange={(from) =>
                  setTake([
                    ...take.filter((one) => one !== field),
                    ...(from === "give" ? [field] : []),
                  ])
                }
              />
            ),
          )}
        </div>
        <AfterMerge preview={preview} keep={keep} give={give} take={take} />
      </div>
    </Page>
  );
}

function wordsOf(side: Side, field: MergeField): string {
  const values: Record<MergeField, string | null> = {
    name: side.name,
    employer: `${side.employerName}, ${side.businessId}`,
    address: side.address,
    phone: side.phone,
    email: side.email,
  };
  return values[field] || "–";
}

type AfterProps = { preview: Preview; keep: Side; give: Side; take: readonly MergeField[] };

function AfterMerge({ preview, keep, give, take }: AfterProps) {
  const [reason, setReason] = useState("");
  const [id] = useState(newKey);
  const { merge, apart } = useMergeDeeds(keep, give);
  const run = () =>
    merge.run({
      body: {
        id,
        keep: { id: keep.id, version: keep.version },
        give: { id: give.id, version: give.version },
        take: [...take],
        reason: reason.trim() || null,
      },
    });
  return (
    <Card as="aside" className="stack-4 aside" label={m.register_merge_after()}>
      <h2>{m.register_merge_after()}</h2>
      <Outcome keep={keep} give={give} take={take} />
      <TextField
        label={m.register_merge_reason()}
        hint={m.register_merge_reason_hint()}
        optional
        maxLength={500}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <Note>{m.register_merge_undoable({ day: dayLong(preview.undoableUntil) })}</Note>
      <ProblemNote error={merge.problem ?? apart.problem} />
      <Button kind="primary" icon={GitMerge} block busy={merge.busy} onClick={run}>
        {m.register_merge_do()}
      </Button>
      <Button
        kind="second"
        busy={apart.busy}
        onClick={() => apart.run({ body: { left: keep.id, right: give.id, apart: true } })}
      >
        {m.register_merge_apart()}
      </Button>
      <p className="tiny muted">{m.register_merge_apart_hint()}</p>
    </Card>
  );
}

function Outcome({ keep, give, take }: Omit<AfterProps, "preview">) {
  const from = (field: MergeField) => wordsOf(take.includes(field) ? give : keep, field);
  return (
    <KeyValues
      items={[
        ...MERGE_FIELDS.map((field) => ({
          key: field,
          label: mergeFieldName(field),
          value: from(field),
        })),
        {
          key: "along",
          label: m.register_merge_along(),
          value: m.register_merge_counts({
            tasks: keep.tasks + give.tasks,
            people: keep.people + give.people,
            documents: keep.documents + give.documents,
            placements: keep.placements + give.placements,
          }),
        },
      ]}
    />
  );
}

function useMergeDeeds(keep: Side, give: Side) {
  const say = useToast();
  const go = useGo();
  const apart = useDeed<typeof keepApart>({
    method: "PUT",
    path: "/api/register/apart",
    changes: ["/api/register/duplicates"],
    onDone: (_, { body }) => {
      if (!body.apart) return;
      go("/workplaces/duplicates", { instead: true });
      say({
        text: m.register_merge_apart_said(),
        undo: () =>
          void apart
            .ask({ body: { left: keep.id, right: give.id, apart: false } })
            .catch(() => undefined),
      });
    },
  });
  const merge = useDeed<typeof mergeWorkplaces>({
    method: "POST",
    path: "/api/register/merges",
    changes: ["/api/register/duplicates", "/api/workplaces", "/api/workplaces/{workplaceId}"],
    onDone: () => {
      go("/workplaces/duplicates", { instead: true });
      say({ text: m.register_merge_said({ name: keep.name }) });
    },
  });
  return { merge, apart };
}
