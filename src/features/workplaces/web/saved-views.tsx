import { type FormEvent, useState } from "react";
import { m } from "#messages/web";
import { newKey } from "#web/new-key.ts";
import type { AnswerOf } from "#web/request.ts";
import { useGo } from "#web/shell/go.ts";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Chip, ChipGroup } from "#web/ui/chip.tsx";
import { Choice } from "#web/ui/choice.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useToast } from "#web/ui/toast.tsx";
import { type Deed, useDeed, useView } from "#web/view.ts";
import type { listSavedViews, putSavedView } from "../saved-view.contract.ts";
import { type Filters, queryOf } from "./register-query.ts";

type SavedView = AnswerOf<typeof listSavedViews>["views"][number];

const LONGEST_NAME = 60;

/** Filters one comes back to, by name: one's own and those shared in the college. */
export function SavedViews({ filters }: { filters: Filters }) {
  const { views } = useView<typeof listSavedViews>({ path: "/api/register/views" });
  const [editing, setEditing] = useState<SavedView | "new" | null>(null);
  const go = useGo();
  const put = useDeed<typeof putSavedView>({
    method: "PUT",
    path: "/api/register/views/{viewId}",
    changes: ["/api/register/views"],
  });
  const query = queryOf(filters);
  const open = views.find((view) => view.query === query);
  const isNew = query !== "" && open === undefined;
  return (
    <div className="stack-2">
      <div className="row row-wrap">
        {views.length > 0 && (
          <span className="small muted" aria-hidden="true">
            {m.register_views()}
          </span>
        )}
        {views.length > 0 && (
          <ChipGroup label={m.register_views()}>
            {views.map((view) => (
              <Chip
                key={view.id}
                pressed={view === open}
                onPress={() => go(view === open ? "/workplaces" : `/workplaces?${view.query}`)}
              >
                {view.name}
              </Chip>
            ))}
          </ChipGroup>
        )}
        {isNew && (
          <Button kind="quiet" onClick={() => setEditing("new")}>
            {m.register_view_save()}
          </Button>
        )}
        {open?.edit.allowed && <OpenView view={open} put={put} onEdit={() => setEditing(open)} />}
      </div>
      <ProblemNote error={put.problem} />
      {editing !== null && (
        <ViewForm
          key={editing === "new" ? query : editing.id}
          view={editing === "new" ? null : editing}
          query={query}
          put={put}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  );
}

type OpenViewProps = { view: SavedView; put: Deed<typeof putSavedView>; onEdit: () => void };

function OpenView({ view, put, onEdit }: OpenViewProps) {
  const say = useToast();
  const { id, name, query, shared, version } = view;
  const send = (deleted: boolean, seen: number) =>
    put.ask({ params: { viewId: id }, version: seen, body: { name, query, shared, deleted } });
  const remove = async () => {
    const gone = await send(true, version);
    say({
      text: m.register_view_deleted({ name }),
      undo: () => void send(false, gone.version).catch(() => undefined),
    });
  };
  return (
    <>
      <Button kind="quiet" onClick={onEdit}>
        {m.register_view_edit()}
      </Button>
      <Button kind="quiet" onClick={() => void remove().catch(() => undefined)}>
        {m.register_view_delete()}
      </Button>
    </>
  );
}

type ViewFormProps = {
  view: SavedView | null;
  query: string;
  put: Deed<typeof putSavedView>;
  onClose: () => void;
};

function ViewForm({ view, query, put, onClose }: ViewFormProps) {
  const say = useToast();
  const [name, setName] = useState(view?.name ?? "");
  const [shared, setShared] = useState(view?.shared ?? false);
  const save = async () => {
    await put.ask({
      params: { viewId: view?.id ?? newKey() },
      version: view?.version,
      body: { name: name.trim(), query, shared, deleted: false },
    });
    say({ text: m.register_view_saved() });
    onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== "") void save().catch(() => undefined);
  };
  return (
    <Card as="section" label={m.register_view_save()}>
      <form className="stack-3" onSubmit={submit}>
        <TextField
          label={m.register_view_name()}
          maxLength={LONGEST_NAME}
          value={name}
          required
          onChange={({ target }) => setName(target.value)}
        />
        <Choice
          kind="checkbox"
          label={m.register_view_share()}
          checked={shared}
          onChange={({ target }) => setShared(target.checked)}
        />
        <div className="row row-wrap">
          <Button kind="primary" type="submit" busy={put.busy}>
            {m.register_save()}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {m.register_cancel()}
          </Button>
        </div>
      </form>
    </Card>
  );
}
