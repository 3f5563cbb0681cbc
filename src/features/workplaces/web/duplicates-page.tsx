import { m } from "#messages/web";
import type { AnswerOf } from "#web/request.ts";
import { Page } from "#web/shell/page.tsx";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { ButtonLink } from "#web/ui/button-link.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { dayYear, localDay } from "#web/ui/format.ts";
import { Link } from "#web/ui/link.tsx";
import { PageHead } from "#web/ui/page-head.tsx";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Section } from "#web/ui/section.tsx";
import { useToast } from "#web/ui/toast.tsx";
import { useDeed, useView } from "#web/view.ts";
import type { listDuplicates, undoMerge } from "../merge.contract.ts";
import { MERGE_READS, whyAlike } from "./merge-words.ts";

type Duplicates = AnswerOf<typeof listDuplicates>;

/** Pairs that may be the same workplace, and merges that can still be taken back. */
export function DuplicatesPage() {
  const { pairs, merges } = useView<typeof listDuplicates>({ path: "/api/register/duplicates" });
  return (
    <Page frame="staff">
      <PageHead
        crumb={<Link href="/workplaces">{m.shell_workplaces()}</Link>}
        title={m.register_duplicates()}
        detail={m.register_duplicates_detail()}
      />
      <div className="main stack-8">
        {pairs.length === 0 ? (
          <EmptyState title={m.register_duplicates_none()} />
        ) : (
          <Rows label={m.register_duplicates()}>
            {pairs.map((pair) => (
              <Row
                key={`${pair.leftId} ${pair.rightId}`}
                sub={whyAlike(pair)}
                end={
                  <ButtonLink
                    kind="second"
                    href={`/workplaces/merge/${pair.leftId}/${pair.rightId}`}
                    aria-label={m.register_compare_names({
                      left: pair.leftName,
                      right: pair.rightName,
                    })}
                  >
                    {m.register_compare()}
                  </ButtonLink>
                }
              >
                <b>{pair.leftName}</b>, <b>{pair.rightName}</b>
              </Row>
            ))}
          </Rows>
        )}
        {merges.length > 0 && <Merges merges={merges} />}
      </div>
    </Page>
  );
}

function Merges({ merges }: { merges: Duplicates["merges"] }) {
  const say = useToast();
  const undo = useDeed<typeof undoMerge>({
    method: "POST",
    path: "/api/register/merges/{mergeId}/undo",
    changes: MERGE_READS,
    onDone: () => say({ text: m.register_merge_undone() }),
  });
  return (
    <Section title={m.register_merges()}>
      <ProblemNote error={undo.problem} />
      <Rows label={m.register_merges()}>
        {merges.map((merge) => (
          <Row
            key={merge.id}
            sub={m.register_merge_who({
              name: merge.mergedBy,
              day: dayYear(localDay(merge.mergedAt)),
              until: dayYear(merge.undoableUntil),
            })}
            end={
              <Button
                kind="second"
                busy={undo.busy}
                onClick={() => undo.run({ params: { mergeId: merge.id } })}
              >
                {m.register_merge_undo()}
              </Button>
            }
          >
            <Link href={`/workplaces/${merge.keptId}`}>
              {m.register_merge_row({ given: merge.givenName, kept: merge.keptName })}
            </Link>
          </Row>
        ))}
      </Rows>
    </Section>
  );
}
