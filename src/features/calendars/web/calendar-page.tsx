import { useRef, useState } from "react";
import { m } from "#messages/web";
import { instantOf, nowMs } from "#web/clock.ts";
import { useMe } from "#web/session.ts";
import { Page } from "#web/shell/page.tsx";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { ButtonLink } from "#web/ui/button-link.tsx";
import { Choice } from "#web/ui/choice.tsx";
import { moment } from "#web/ui/format.ts";
import { Note } from "#web/ui/note.tsx";
import { PageHead } from "#web/ui/page-head.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useToast } from "#web/ui/toast.tsx";
import { useDeed, useView } from "#web/view.ts";
import type { changeFeed, endFeed, makeFeed, readOwnFeed } from "../calendar.contract.ts";

const PATH = "/api/me/calendar-feed";

/** One address that a person's own calendar follows; it is shown once, and ended with one press. */
export function CalendarPage() {
  const { feed, abilities } = useView<typeof readOwnFeed>({ path: PATH });
  // Kept here only: on the server there is a hash, so nobody can show the address again.
  const [address, setAddress] = useState<string | null>(null);
  return (
    <Page frame="phone">
      <PageHead bare title={m.calendar_title()} detail={m.calendar_detail()} />
      {abilities.keep.allowed ? (
        <Feed feed={feed} address={address} onAddress={setAddress} />
      ) : (
        <ByLink />
      )}
    </Page>
  );
}

function ByLink() {
  return (
    <Note
      kind="wait"
      action={
        <ButtonLink kind="second" href="/sign-in">
          {m.calendar_sign_in()}
        </ButtonLink>
      }
    >
      {m.calendar_by_link()}
    </Note>
  );
}

type FeedView = ReturnType<typeof useView<typeof readOwnFeed>>["feed"];

type FeedProps = {
  feed: FeedView;
  address: string | null;
  onAddress: (address: string | null) => void;
};

function Feed({ feed, address, onAddress }: FeedProps) {
  const say = useToast();
  const [names, setNames] = useState(feed?.showsNames ?? false);
  // A student's own calendar has no other students in it.
  const seesOthers = useMe()?.memberships.some(({ role }) => role !== "student") ?? false;
  const make = useDeed<typeof makeFeed>({
    method: "POST",
    path: PATH,
    changes: [PATH],
    onDone: (_, { body }) =>
      onAddress(`${window.location.origin}/api/calendar-feeds/${body.token}/kisalli.ics`),
  });
  const change = useDeed<typeof changeFeed>({
    method: "PUT",
    path: PATH,
    changes: [PATH],
    onDone: () => say({ text: m.calendar_said_names() }),
  });
  const press = (showsNames: boolean) => {
    setNames(showsNames);
    if (feed !== null) change.run({ body: { showsNames } });
  };
  return (
    <div className="stack">
      {feed !== null && address !== null && <Address address={address} />}
      {feed !== null && address === null && <InUse feed={feed} />}
      {seesOthers && (
        <Choice
          kind="checkbox"
          label={m.calendar_names()}
          detail={m.calendar_names_detail()}
          checked={names}
          onChange={({ target }) => press(target.checked)}
        />
      )}
      <ProblemNote error={make.problem ?? change.problem} />
      <p className="small muted">{m.calendar_secret()}</p>
      <div className="row row-wrap">
        <Button
          kind={feed === null ? "primary" : "second"}
          busy={make.busy}
          onClick={() => make.run({ body: { token: newSecret(), showsNames: names } })}
        >
          {feed === null ? m.calendar_make() : m.calendar_make_new()}
        </Button>
        {feed !== null && <End onEnd={() => onAddress(null)} />}
      </div>
      {feed !== null && <p className="small muted">{m.calendar_make_new_how()}</p>}
    </div>
  );
}

/** 256 random bits in base64url. */
function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}

function Address({ address }: { address: string }) {
  const say = useToast();
  const field = useRef<HTMLInputElement>(null);
  const copy = () =>
    void navigator.clipboard.writeText(address).then(
      () => say({ text: m.calendar_said_copied() }),
      // Where the browser does not let a page copy, the reader does it: the address is chosen for them.
      () => field.current?.focus(),
    );
  return (
    <div className="stack" role="status">
      <Note kind="ok">{m.calendar_address_once()}</Note>
      <TextField
        ref={field}
        readOnly
        label={m.calendar_address()}
        value={address}
        onFocus={({ target }) => target.select()}
      />
      <Button kind="primary" block onClick={copy}>
        {m.calendar_copy()}
      </Button>
    </div>
  );
}

function InUse({ feed }: { feed: NonNullable<FeedView> }) {
  const now = instantOf(nowMs());
  return (
    <Note kind="ok" lead={m.calendar_on()}>
      {m.calendar_on_made({ when: moment(feed.madeAt, now) })}{" "}
      {feed.readAt === null
        ? m.calendar_on_unread()
        : m.calendar_on_read({ when: moment(feed.readAt, now) })}
    </Note>
  );
}

function End({ onEnd }: { onEnd: () => void }) {
  const say = useToast();
  const end = useDeed<typeof endFeed>({
    method: "DELETE",
    path: PATH,
    changes: [PATH],
    onDone: () => {
      onEnd();
      say({ text: m.calendar_said_ended() });
    },
  });
  return (
    <>
      <Button kind="quiet" busy={end.busy} onClick={() => end.run({})}>
        {m.calendar_end()}
      </Button>
      <ProblemNote error={end.problem} />
    </>
  );
}
