import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { dayYear, localDay } from "#web/ui/format.ts";
import { Section } from "#web/ui/section.tsx";
import { useDeed } from "#web/view.ts";
import type { offerObjectiveCard } from "../objective-card.contract.ts";
import type { Fill } from "./card-draft.ts";
import { CardWords } from "./card-words.tsx";
import {
  OBJECTIVE_CARD_PATH,
  OBJECTIVE_CARD_READS,
  type ObjectiveCardView,
} from "./objective-card-view.ts";

type CardOffersProps = {
  params: { providerId: string; requirementId: string };
  view: ObjectiveCardView;
  onFill: Fill;
};

/** Cards between providers: offering one's own, and taking another's over as one's own. */
export function CardOffers({ params, view, onFill }: CardOffersProps) {
  return (
    <Section title={m.cards_offers()}>
      <div className="stack">
        <OwnOffer params={params} view={view} />
        {view.offers.length === 0 && <p className="muted">{m.cards_no_offers()}</p>}
        {view.offers.map((offer) => (
          <Card key={offer.providerId} as="article" label={textOf(offer.providerName)}>
            <h3>{textOf(offer.providerName)}</h3>
            <p className="small muted">
              {m.cards_offered_on({
                number: offer.number,
                day: dayYear(localDay(offer.offeredAt)),
              })}
            </p>
            <CardWords card={offer} />
            <Button
              kind="second"
              onClick={() => onFill(offer, textOf(offer.providerName), offer.providerId)}
            >
              {m.cards_take_over()}
            </Button>
          </Card>
        ))}
      </div>
    </Section>
  );
}

function OwnOffer({ params, view }: Omit<CardOffersProps, "onFill">) {
  const offer = useDeed<typeof offerObjectiveCard>({
    method: "PUT",
    path: `${OBJECTIVE_CARD_PATH}/offer`,
    changes: OBJECTIVE_CARD_READS,
  });
  const may = view.abilities.offer;
  if (!may.allowed && may.reason === "role") {
    return view.offered && <p>{m.cards_is_offered()}</p>;
  }
  return (
    <div className="stack-3">
      <p>{view.offered ? m.cards_is_offered() : m.cards_not_offered()}</p>
      <Button
        kind="second"
        busy={offer.busy}
        {...(may.allowed ? {} : { notYet: m.cards_offer_own_first() })}
        onClick={() => offer.run({ params, body: { offered: !view.offered } })}
      >
        {view.offered ? m.cards_offer_end() : m.cards_offer()}
      </Button>
      <ProblemNote error={offer.problem} />
    </div>
  );
}
