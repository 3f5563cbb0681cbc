import { ChevronLeft, ExternalLink } from "lucide-react";
import { m } from "#messages/web";
import { ButtonLink } from "#web/ui/button-link.tsx";
import { Link } from "#web/ui/link.tsx";
import type { Message } from "./messages-page.tsx";

const ADDRESS = /(https?:\/\/\S+)/;

/** One message as it would have arrived. Its links work here, as the person it went to. */
export function Letter({ message }: { message: Message }) {
  const name = message.personName ?? message.to;
  const personal = message.body.split(ADDRESS).map(ownPath).find(isPersonal);
  return (
    <article className="sent-letter stack" aria-labelledby="letter-title">
      <ButtonLink className="sent-back" kind="quiet" icon={ChevronLeft} href="/demo/messages">
        {m.demo_messages_all()}
      </ButtonLink>
      <p className="crumb">{letterTo(message, name)}</p>
      <h2 id="letter-title" lang={message.language}>
        {message.subject}
      </h2>
      {personal !== undefined && (
        <ButtonLink kind="primary" icon={ExternalLink} href={personal}>
          {m.demo_open_as({ name })}
        </ButtonLink>
      )}
      <div className="paper" lang={message.language}>
        {message.body.split(/\n{2,}/).map((paragraph) => (
          <Paragraph key={paragraph} text={paragraph} />
        ))}
      </div>
    </article>
  );
}

function letterTo({ channel, to, language }: Message, name: string): string {
  const languages = { fi: m.demo_in_finnish, sv: m.demo_in_swedish, en: m.demo_in_english };
  const words = { name, address: to, language: languages[language]() };
  return channel === "sms" ? m.demo_sms_to(words) : m.demo_mail_to(words);
}

function Paragraph({ text }: { text: string }) {
  return (
    <p>
      {text.split(ADDRESS).map((part, place) => {
        const path = ownPath(part);
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
        if (path === undefined) return <span key={place}>{part}</span>;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
          <Link key={place} href={path}>
            {part}
          </Link>
        );
      })}
    </p>
  );
}

/** The path of an address in a message; the demo's own server stands behind every one of them. */
function ownPath(text: string): string | undefined {
  if (!ADDRESS.test(text) || !URL.canParse(text)) return undefined;
  const { pathname, search } = new URL(text);
  return pathname + search;
}

function isPersonal(path: string | undefined): path is string {
  return path?.startsWith("/l/") ?? false;
}
