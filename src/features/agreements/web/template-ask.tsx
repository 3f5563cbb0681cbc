import { Send } from "lucide-react";
import { useState } from "react";
import { m } from "#messages/web";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { moment } from "#web/ui/format.ts";
import { SelectField } from "#web/ui/select-field.tsx";
import { useToast } from "#web/ui/toast.tsx";
import { useDeed } from "#web/view.ts";
import type { askTemplateReader } from "../template-outline.contract.ts";
import { TEMPLATE_CHANGES, type TemplatePlace, type TemplateView } from "./template-view.ts";

type AskProps = {
  place: TemplatePlace;
  view: TemplateView;
  draft: NonNullable<TemplateView["draft"]>;
};

/** Who has written cannot take into use: they ask one who can, by name. */
export function TemplateAsk({ place, view, draft }: AskProps) {
  const say = useToast();
  const { readers } = view;
  const [chosen, choose] = useState(readers[0]?.id ?? "");
  const ask = useDeed<typeof askTemplateReader>({
    method: "POST",
    path: "/api/agreement-templates/{providerId}/{basis}/draft/readers",
    changes: TEMPLATE_CHANGES,
    onDone: ({ sentTo }) => say({ text: m.templates_ask_sent({ address: sentTo }) }),
  });
  if (readers.length === 0) return <p className="small">{m.templates_ask_nobody()}</p>;
  const { asked } = draft;
  const now = `${view.today}T12:00:00Z`;
  return (
    <section className="stack" aria-label={m.templates_ask()}>
      <h3>{m.templates_ask()}</h3>
      {asked && (
        <p>
          {m.templates_asked({
            name: asked.name,
            moment: moment(asked.at, now),
            next: moment(asked.nextAt, now),
          })}
        </p>
      )}
      {!asked?.rests && (
        <div className="template-fields template-ask">
          <SelectField
            label={m.templates_ask_whom()}
            options={readers.map(({ id, name }) => ({ value: id, label: name }))}
            value={chosen}
            onChange={({ target }) => choose(target.value)}
          />
          <Button
            kind="second"
            icon={Send}
            busy={ask.busy}
            onClick={() => ask.run({ params: place, body: { personId: chosen } })}
          >
            {m.templates_ask_do()}
          </Button>
        </div>
      )}
      <ProblemNote error={ask.problem} />
    </section>
  );
}
