import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Badge } from "#web/ui/badge.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useToast } from "#web/ui/toast.tsx";
import { useDeed, viewOptions } from "#web/view.ts";
import { BASES } from "../rule-pack.ts";
import type { keepRuleCase, tryRulePack } from "../rule-packs.contract.ts";
import { BADGES } from "./checks-view.ts";
import { eighteenth, type Tried, triedBody, triedQuery } from "./rule-pack-tried.ts";
import { effectText, RULE_PACK_PATH, type RulePackView } from "./rule-pack-view.ts";
import { basisName } from "./rule-pack-words.tsx";

const FIRST: Tried = {
  birth: "2009-01-14",
  on: "2026-12-07",
  from: "07:00",
  to: "17:30",
  task: "gas-torch",
  basis: "training-agreement",
};

type TrialProps = { providerId: string; view: RulePackView };

/** One day of one person against the version in use and the one being written. */
export function TrialCard({ providerId, view }: TrialProps) {
  const [typed, put] = useState(FIRST);
  const [tried, setTried] = useState<Tried>(FIRST);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(typed);
  };
  const birthday = () => {
    const next = { ...typed, on: eighteenth(typed.birth) };
    put(next);
    setTried(next);
  };
  return (
    <Card as="section" label={m.rules_try()}>
      <h2>{m.rules_try()}</h2>
      <form className="stack" onSubmit={submit}>
        <TrialFields view={view} typed={typed} onType={put} />
        <div className="row row-wrap">
          <Button type="submit">{m.rules_try_now()}</Button>
          <Button kind="quiet" onClick={birthday}>
            {m.rules_try_birthday()}
          </Button>
        </div>
      </form>
      <TrialAnswer providerId={providerId} view={view} tried={tried} />
      {view.abilities.edit.allowed && <KeepCase providerId={providerId} tried={tried} />}
    </Card>
  );
}

type FieldsProps = { view: RulePackView; typed: Tried; onType: (typed: Tried) => void };

function TrialFields({ view, typed, onType }: FieldsProps) {
  return (
    <>
      <div className="rules-fields">
        <DateField
          label={m.rules_born()}
          value={typed.birth}
          onChange={(day) => onType({ ...typed, birth: day ?? typed.birth })}
        />
        <DateField
          label={m.rules_on()}
          value={typed.on}
          onChange={(day) => onType({ ...typed, on: day ?? typed.on })}
        />
        <TextField
          label={m.rules_from_time()}
          type="time"
          value={typed.from}
          onChange={({ target }) => onType({ ...typed, from: target.value })}
        />
        <TextField
          label={m.rules_to_time()}
          type="time"
          value={typed.to}
          onChange={({ target }) => onType({ ...typed, to: target.value })}
        />
      </div>
      <SelectField
        label={m.rules_task()}
        empty={m.rules_no_task()}
        options={view.pack.tasks.map(({ code, name }) => ({ value: code, label: textOf(name) }))}
        value={typed.task}
        onChange={({ target }) => onType({ ...typed, task: target.value })}
      />
      <SelectField
        label={m.rules_basis()}
        options={BASES.map((value) => ({ value, label: basisName(value) }))}
        value={typed.basis}
        onChange={({ target }) => {
          const basis = BASES.find((one) => one === target.value);
          if (basis) onType({ ...typed, basis });
        }}
      />
    </>
  );
}

function TrialAnswer({ providerId, view, tried }: TrialProps & { tried: Tried }) {
  const { data, error } = useQuery(
    viewOptions<typeof tryRulePack>({
      path: "/api/rule-packs/{providerId}/trial",
      params: { providerId },
      query: triedQuery(tried),
    }),
  );
  if (error) return <ProblemNote error={error} />;
  if (!data) return <p className="muted">{m.rules_trying()}</p>;
  const said = data.draft ?? data.inUse;
  const same = JSON.stringify(data.draft) === JSON.stringify(data.inUse);
  return (
    <div role="status" className="stack-2">
      <p>
        <b>{m.rules_age_then({ age: data.age })}</b> {m.rules_speak({ count: said.length })}
      </p>
      <ul className="rows">
        {said.map(({ rule, effect, because, allowedWhen }) => (
          <li key={`${rule} ${textOf(because)}`}>
            <div>
              <span>
                <Badge kind={BADGES[effect]}>{effectText(effect)}</Badge>{" "}
                <b>{titleOf(view, rule)}</b>
              </span>
              <span className="sub">{textOf(because)}</span>
              {allowedWhen && <span className="sub">{textOf(allowedWhen)}</span>}
              <span className="sub">{rule}</span>
            </div>
          </li>
        ))}
      </ul>
      {data.draft && (
        <p className="small muted">{same ? m.rules_same() : m.rules_other_than_in_use()}</p>
      )}
    </div>
  );
}

/** What the rule of this number is called; the same in every row that carries it out. */
function titleOf({ pack, draft }: RulePackView, number: string): string {
  const rules = draft?.pack.rules ?? pack.rules;
  return textOf(rules.find(({ rule }) => rule === number)?.title);
}

function KeepCase({ providerId, tried }: { providerId: string; tried: Tried }) {
  const say = useToast();
  const keep = useDeed<typeof keepRuleCase>({
    method: "POST",
    path: "/api/rule-packs/{providerId}/cases",
    changes: [RULE_PACK_PATH],
    onDone: () => say({ text: m.rules_kept() }),
  });
  return (
    <>
      <Button
        busy={keep.busy}
        onClick={() => keep.run({ params: { providerId }, body: triedBody(tried) })}
      >
        {m.rules_keep()}
      </Button>
      <ProblemNote error={keep.problem} />
    </>
  );
}
