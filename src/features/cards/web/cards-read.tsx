import type { nudge } from "#features/placements/placement.contract.ts";
import { m } from "#messages/web";
import { instantOf, nowMs } from "#web/clock.ts";
import { Page } from "#web/shell/page.tsx";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { ButtonLink } from "#web/ui/button-link.tsx";
import { moment } from "#web/ui/format.ts";
import { PageHead } from "#web/ui/page-head.tsx";
import { Progress } from "#web/ui/progress.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Section } from "#web/ui/section.tsx";
import { useToast } from "#web/ui/toast.tsx";
import { Told } from "#web/ui/told.tsx";
import { useDeed } from "#web/view.ts";
import { CardList } from "./card-list.tsx";
import { CARDS_PATH, type CardsView, cardText, minutesOf } from "./cards-view.ts";

/** How far the workplace has sorted, what it said, and the way to ask for the rest. */
export function CardsRead({ view }: { view: CardsView }) {
  const { givenName, familyName } = view.student;
  const unsorted = view.cards.filter(({ word }) => word === null);
  const sorted = view.cards.filter(({ word }) => word !== null);
  return (
    <Page frame="phone" className="cards stack">
      <PageHead
        bare
        crumb={m.cards_crumb({ workplace: view.workplaceName, name: `${givenName} ${familyName}` })}
        title={m.cards_title_read()}
      />
      <Progress
        label={m.cards_progress_label()}
        value={view.sorted}
        max={view.cards.length}
        text={m.cards_sorted({ done: view.sorted, all: view.cards.length })}
      />
      {unsorted.length > 0 && <Ask view={view} />}
      {sorted.length > 0 && (
        <ButtonLink kind="second" block href={`/placements/${view.placementId}/suitability`}>
          {m.cards_to_grid()}
        </ButtonLink>
      )}
      <CardList view={view} cards={sorted} />
      {unsorted.length > 0 && (
        <Section title={m.cards_unsorted()}>
          <Rows>
            {unsorted.map((card) => (
              <Row key={card.requirementId}>
                <Told text={cardText(card)} />
              </Row>
            ))}
          </Rows>
        </Section>
      )}
      <p className="small muted">{m.cards_who_sees()}</p>
    </Page>
  );
}

/** The letter has a link that opens the cards; a reminder rests as every other does. */
function Ask({ view }: { view: CardsView }) {
  const say = useToast();
  const ask = useDeed<typeof nudge>({
    method: "POST",
    path: "/api/placements/{placementId}/nudges",
    changes: [CARDS_PATH, "/api/placements/{placementId}"],
    onDone: ({ sentTo }) => say({ text: m.placement_nudge_sent({ address: sentTo }) }),
  });
  const { asked, tutor } = view;
  if (!view.abilities.ask.allowed || tutor === null) return null;
  const rests = asked !== null && Date.parse(asked.nextAt) > nowMs();
  const now = instantOf(nowMs());
  return (
    <div className="stack-3">
      {asked && <p>{m.cards_asked({ name: asked.by, at: moment(asked.at, now) })}</p>}
      <Button
        kind="primary"
        block
        busy={ask.busy}
        {...(rests ? { notYet: m.board_nudge_next({ moment: moment(asked.nextAt, now) }) } : {})}
        onClick={() =>
          ask.run({
            params: { placementId: view.placementId },
            body: { to: "tutor", about: "cards", week: null },
          })
        }
      >
        {m.cards_ask({ name: tutor.givenName, count: minutesOf(view.seconds) })}
      </Button>
      <ProblemNote error={ask.problem} own={{ too_soon: m.placement_nudge_too_soon }} />
    </div>
  );
}
