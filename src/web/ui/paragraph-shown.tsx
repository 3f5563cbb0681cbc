import { m } from "#messages/web";
import { AUDIENCE_ICONS, type Audience } from "./audience.ts";
import { names } from "./format.ts";
import { Icon } from "./icon.tsx";

type ParagraphShownProps = {
  text: string;
  audience: Audience;
  /** First names of everybody who sees it; the reader as "you" (m.ui_you_inside). */
  seenBy: readonly string[];
  /** The language it was written in, when that is known. */
  lang?: string;
};

/** A paragraph of the log to read, and who sees it. */
export function ParagraphShown({ text, audience, seenBy, lang }: ParagraphShownProps) {
  return (
    <div className="para">
      <p lang={lang}>{text}</p>
      <div className={`para-who para-${audience}`}>
        <Icon of={AUDIENCE_ICONS[audience]} size="s" />
        {audience === "private"
          ? m.ui_audience_private()
          : m.ui_audience_seen_by({ who: names(seenBy) })}
      </div>
    </div>
  );
}
