import { Suspense, useEffect, useRef, useState } from "react";
import { m } from "#messages/web";
import type { AnswerOf, Call } from "#web/request.ts";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { useMedia } from "#web/ui/use-media.ts";
import { useView } from "#web/view.ts";
import type { listPlacements } from "../placement-views.contract.ts";
import { PlacementListItems, PlacementListTable } from "./placement-list-rows.tsx";

export type ListState = NonNullable<Call<typeof listPlacements>["query"]>["state"];
export type ListRow = AnswerOf<typeof listPlacements>["rows"][number];

type Asked = { readonly find: string; readonly state: ListState };

/** The list in parts of fifty; each further part comes under the one before when it is asked for. */
export function PlacementListParts({ asked }: { asked: Asked }) {
  const [afters, setAfters] = useState<readonly string[]>([]);
  const more = (after: string) => setAfters((all) => [...all, after]);
  return (
    <>
      <Part asked={asked} isLast={afters.length === 0} onMore={more} />
      {afters.map((after, index) => (
        <Suspense key={after} fallback={<Skeleton lines={6} />}>
          <Part asked={asked} after={after} isLast={index === afters.length - 1} onMore={more} />
        </Suspense>
      ))}
    </>
  );
}

type PartProps = {
  asked: Asked;
  /** The last placement of the part before; the first part has none. */
  after?: string;
  isLast: boolean;
  onMore: (after: string) => void;
};

function Part({ asked, after, isLast, onMore }: PartProps) {
  const part = useRef<HTMLDivElement>(null);
  const isDesk = useMedia("(min-width: 56.25em)");
  const { today, rows, next } = useView<typeof listPlacements>({
    path: "/api/placements",
    query: {
      ...(asked.state ? { state: asked.state } : {}),
      ...(asked.find ? { find: asked.find } : {}),
      ...(after ? { after } : {}),
    },
  });
  useEffect(() => {
    // The button that asked for this part is gone: go on at its first row.
    if (after) part.current?.querySelector("a")?.focus();
  }, [after]);
  if (rows.length === 0) return <NothingFound asked={asked} />;
  const List = isDesk ? PlacementListTable : PlacementListItems;
  return (
    <div ref={part} className="stack">
      <List rows={rows} today={today} headless={after !== undefined} />
      {isLast && next !== null && (
        <Button onClick={() => onMore(next)}>{m.placement_list_more()}</Button>
      )}
    </div>
  );
}

function NothingFound({ asked }: { asked: Asked }) {
  const isWhole = asked.find === "" && asked.state === undefined;
  const title = isWhole ? m.placement_list_empty() : m.placement_list_none();
  const text = isWhole ? m.placement_list_empty_text() : m.placement_list_none_text();
  return (
    <EmptyState title={title}>
      <p className="muted">{text}</p>
    </EmptyState>
  );
}
