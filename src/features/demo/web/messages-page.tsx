import { useLocation } from "@tanstack/react-router";
import { Mail, MessageSquareText } from "lucide-react";
import { m } from "#messages/web";
import { instantOf, nowMs } from "#web/clock.ts";
import type { AnswerOf } from "#web/request.ts";
import { Page } from "#web/shell/page.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { moment } from "#web/ui/format.ts";
import { Icon } from "#web/ui/icon.tsx";
import { Link } from "#web/ui/link.tsx";
import { useView } from "#web/view.ts";
import type { listDemoMessages } from "../demo.contract.ts";
import { Letter } from "./letter.tsx";
import "./messages-page.css";

export type Message = AnswerOf<typeof listDemoMessages>["messages"][number];

/** Every mail the demo would have sent, and each as its reader would have seen it. */
export function MessagesPage() {
  const { messages } = useView<typeof listDemoMessages>({ path: "/api/demo/messages" });
  const { searchStr } = useLocation();
  const asked = new URLSearchParams(searchStr).get("message");
  const opened = messages.find(({ id }) => id === asked);
  // On a wide screen the newest stands open beside the list; on a phone the list comes first.
  const shown = opened ?? messages[0];
  return (
    <Page frame="staff" className={opened ? "sent has-opened" : "sent"}>
      <section className="sent-list" aria-labelledby="page-title">
        <h1 id="page-title">{m.demo_messages()}</h1>
        {messages.length === 0 ? (
          <EmptyState title={m.demo_messages_none()}>{m.demo_messages_none_text()}</EmptyState>
        ) : (
          <p className="muted">{m.demo_messages_text({ count: messages.length })}</p>
        )}
        <ul className="tree">
          {messages.map((message) => (
            <MessageRow key={message.id} message={message} current={message === shown} />
          ))}
        </ul>
      </section>
      {shown && <Letter message={shown} />}
    </Page>
  );
}

function MessageRow({ message, current }: { message: Message; current: boolean }) {
  return (
    <li>
      <Link
        href={`/demo/messages?message=${message.id}`}
        aria-current={current ? "true" : undefined}
      >
        <span className="row top grow">
          <Icon of={message.channel === "sms" ? MessageSquareText : Mail} />
          <span className="grow">
            <b>{message.personName ?? message.to}</b>
            <span className="sub" lang={message.language}>
              {message.subject}
            </span>
          </span>
        </span>
        <span className="small">{moment(message.at, instantOf(nowMs()))}</span>
      </Link>
    </li>
  );
}
