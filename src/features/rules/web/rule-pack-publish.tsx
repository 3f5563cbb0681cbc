import { m } from "#messages/web";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { useToast } from "#web/ui/toast.tsx";
import { useDeed } from "#web/view.ts";
import type { dropRuleDraft, publishRules } from "../rule-packs.contract.ts";
import { RULE_PACK_PATH, type RulePackView } from "./rule-pack-view.ts";

type PublishProps = {
  providerId: string;
  view: RulePackView;
  draft: NonNullable<RulePackView["draft"]>;
};

/** A second person takes the version into use; beforehand it says how many students it touches. */
export function PublishCard({ providerId, view, draft }: PublishProps) {
  const say = useToast();
  const publish = useDeed<typeof publishRules>({
    method: "POST",
    path: "/api/rule-packs/{providerId}/publication",
    changes: [RULE_PACK_PATH],
    onDone: ({ number }) => say({ text: m.rules_published({ number }) }),
  });
  const drop = useDeed<typeof dropRuleDraft>({
    method: "DELETE",
    path: "/api/rule-packs/{providerId}/draft",
    changes: [RULE_PACK_PATH],
  });
  const params = { providerId };
  return (
    <Card as="section" label={m.rules_publish_title({ number: draft.number })}>
      <h2>{m.rules_publish_title({ number: draft.number })}</h2>
      <p>{m.rules_written_by({ name: draft.writtenBy })}</p>
      <p>{m.rules_affected({ count: draft.affected })}</p>
      {view.abilities.publish.allowed ? (
        <Button
          kind="primary"
          busy={publish.busy}
          onClick={() => publish.run({ params, version: draft.version })}
        >
          {m.rules_publish()}
        </Button>
      ) : (
        <p className="muted">{m.rules_second_person()}</p>
      )}
      {view.abilities.edit.allowed && (
        <Button kind="quiet" busy={drop.busy} onClick={() => drop.run({ params })}>
          {m.rules_drop_draft()}
        </Button>
      )}
      <ProblemNote error={publish.problem ?? drop.problem} />
    </Card>
  );
}
