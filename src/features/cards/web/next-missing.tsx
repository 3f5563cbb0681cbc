import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import { ButtonLink } from "#web/ui/button-link.tsx";
import { Link } from "#web/ui/link.tsx";
import { Section } from "#web/ui/section.tsx";
import { useView } from "#web/view.ts";
import type { listMissingCards } from "../objective-card.contract.ts";
import { cardHref, languageWord, MISSING_PATH, useWrittenLanguage } from "./objective-card-view.ts";

type NextProps = { providerId: string; requirementId: string };

/** What is missing in the language that is being written, and the next one at once. */
export function NextMissing({ providerId, requirementId }: NextProps) {
  const language = useWrittenLanguage();
  const { counts, rows } = useView<typeof listMissingCards>({
    path: MISSING_PATH,
    params: { providerId },
    query: { language },
  });
  const count = counts.find((one) => one.language === language)?.all ?? 0;
  const next = rows.find((row) => row.requirementId !== requirementId);
  return (
    <Section title={m.cards_missing({ language: languageWord(language) })}>
      <div className="stack-3">
        <p>{m.cards_missing_count({ count })}</p>
        {next && (
          <>
            <p className="small muted">{textOf(next.text)}</p>
            <ButtonLink kind="second" href={cardHref(next.requirementId, language)}>
              {m.cards_write_next()}
            </ButtonLink>
          </>
        )}
        <p>
          <Link href="/qualifications/cards">{m.cards_all_missing()}</Link>
        </p>
      </div>
    </Section>
  );
}
