import { Pencil } from "lucide-react";
import { useState } from "react";
import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import { Badge } from "#web/ui/badge.tsx";
import { Button } from "#web/ui/button.tsx";
import { dayYear } from "#web/ui/format.ts";
import { Icon } from "#web/ui/icon.tsx";
import { BADGES } from "./checks-view.ts";
import { RuleForm } from "./rule-pack-form.tsx";
import { effectText, type PackRule, type RulePackView } from "./rule-pack-view.ts";
import { RuleWords, scopeText } from "./rule-pack-words.tsx";

type Pack = RulePackView["pack"];
type RuleTableProps = { providerId: string; view: RulePackView; pack: Pack };

/** Every rule: what it says, whom it is about, what follows, where it is written, since when. */
export function RuleTable({ providerId, view, pack }: RuleTableProps) {
  const [open, setOpen] = useState<string | null>(null);
  return (
    <ul className="rows rules-rows">
      {pack.rules.map((rule) =>
        open === rule.id ? (
          <li key={rule.id}>
            <RuleForm
              providerId={providerId}
              view={view}
              rule={rule}
              onClose={() => setOpen(null)}
            />
          </li>
        ) : (
          <li key={rule.id} className={isChanged(view, rule) ? "rules-changed" : undefined}>
            <RuleRow pack={pack} rule={rule} />
            {view.abilities.edit.allowed && (
              <Button kind="quiet" onClick={() => setOpen(rule.id)}>
                <Icon of={Pencil} />
                <span className="vh">{m.rules_change({ rule: textOf(rule.title) })}</span>
              </Button>
            )}
          </li>
        ),
      )}
    </ul>
  );
}

function RuleRow({ pack, rule }: { pack: Pack; rule: PackRule }) {
  const places = rule.sources.map(({ work, at }) => `${textOf(pack.works[work] ?? {})}, ${at}`);
  return (
    <div className="grow">
      <div className="row row-wrap">
        <b>{textOf(rule.title)}</b>
        <Badge kind={BADGES[rule.effect]}>{effectText(rule.effect)}</Badge>
        {rule.certainty !== "A" && <Badge>{m.rules_unverified()}</Badge>}
      </div>
      <RuleWords rule={rule} />
      <span className="sub">{scopeText(pack, rule)}</span>
      <span className="sub">
        {rule.rule} · {places.join("; ")} · {m.rules_valid_from({ day: dayYear(rule.validFrom) })}
        {rule.validTo && ` ${m.rules_valid_to({ day: dayYear(rule.validTo) })}`}
      </span>
    </div>
  );
}

function isChanged({ draft }: RulePackView, { id }: PackRule): boolean {
  return draft?.changed.includes(id) ?? false;
}
