import { Check, ChevronDown, Trash2 } from "lucide-react";
import { useId, useRef, useState } from "react";
import { m } from "#messages/web";
import {
  AUDIENCE_ICONS,
  AUDIENCES,
  type Audience,
  type AudiencePeople,
  audienceNames,
  isWider,
  newReaders,
} from "./audience.ts";
import { Button } from "./button.tsx";
import { FieldWords, wordsWiring } from "./field.tsx";
import { Icon } from "./icon.tsx";

type ParagraphAudienceProps = {
  /** Names the text for readers: "Paragraph 1". */
  label: string;
  text: string;
  onText: (text: string) => void;
  audience: Audience;
  onAudience: (audience: Audience) => void;
  people: AudiencePeople;
  placeholder?: string;
  error?: string | undefined;
  onRemove?: (() => void) | undefined;
};

/**
 * A paragraph and who sees it, by names, as one thing. Widening asks once, narrowing is at once.
 */
export function ParagraphAudience(props: ParagraphAudienceProps) {
  const { label, text, onText, audience, onAudience, people, placeholder, error } = props;
  const id = useId();
  const [open, setOpen] = useState(false);
  const who = useRef<HTMLButtonElement>(null);
  const choose = (next: Audience) => {
    onAudience(next);
    setOpen(false);
    who.current?.focus();
  };
  return (
    <div className={error ? "has-error" : undefined}>
      <FieldWords id={id} error={error} />
      <div className="para">
        <textarea
          aria-label={label}
          rows={2}
          value={text}
          placeholder={placeholder}
          onChange={(event) => onText(event.target.value)}
          {...wordsWiring(id, undefined, error)}
        />
        <button
          type="button"
          ref={who}
          className={`para-who para-${audience}`}
          aria-expanded={open}
          aria-label={m.ui_audience_label({ who: audienceNames(audience, people) })}
          onClick={() => setOpen(!open)}
        >
          <Icon of={AUDIENCE_ICONS[audience]} size="s" />
          {audienceNames(audience, people)}
          <Icon of={ChevronDown} size="s" />
        </button>
        {open && <AudienceChoice {...props} onChosen={choose} />}
      </div>
    </div>
  );
}

type AudienceChoiceProps = ParagraphAudienceProps & { onChosen: (audience: Audience) => void };

function AudienceChoice({ audience, people, onRemove, onChosen }: AudienceChoiceProps) {
  const [asked, setAsked] = useState<Audience>();
  const press = (next: Audience) => {
    if (isWider(next, audience)) setAsked(next);
    else onChosen(next);
  };
  if (asked) {
    return (
      <div className="para-choose stack-3" role="alert">
        <p>{m.ui_audience_widen({ who: newReaders(asked, audience, people) })}</p>
        <div className="row row-wrap">
          <Button kind="primary" onClick={() => onChosen(asked)}>
            {m.ui_audience_widen_yes()}
          </Button>
          <Button onClick={() => onChosen(audience)}>{m.ui_audience_widen_no()}</Button>
        </div>
      </div>
    );
  }
  return (
    <fieldset className="para-choose" aria-label={m.ui_audience_legend()}>
      {AUDIENCES.map((option) => (
        <button
          key={option}
          type="button"
          className="para-option"
          aria-pressed={option === audience}
          onClick={() => press(option)}
        >
          <Icon of={AUDIENCE_ICONS[option]} size="s" />
          {audienceNames(option, people)}
          {option === audience && <Icon of={Check} size="s" />}
        </button>
      ))}
      {onRemove && (
        <button type="button" className="para-option" onClick={onRemove}>
          <Icon of={Trash2} size="s" />
          {m.ui_remove_paragraph()}
        </button>
      )}
    </fieldset>
  );
}
