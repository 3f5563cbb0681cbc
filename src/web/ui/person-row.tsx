import { MessageSquareText, Phone } from "lucide-react";
import type { ReactNode } from "react";
import { m } from "#messages/web";
import { ButtonLink } from "./button-link.tsx";

type PersonRowProps = {
  name: string;
  /** "Tutor, foreman" */
  detail: ReactNode;
  phone?: string | null | undefined;
  email?: string | null | undefined;
  /** What can be done to the record, under what is said of the person. */
  children?: ReactNode;
};

/** A person of the placement with ways to reach them. Stands in Rows. */
export function PersonRow({ name, detail, phone, email, children }: PersonRowProps) {
  const call = phone ? `tel:${phone.replace(/\s/g, "")}` : undefined;
  const write = email ? `mailto:${email}` : undefined;
  const alone = call === undefined || write === undefined;
  return (
    <li>
      <span>
        <b>{name}</b>
        <span className="sub">{detail}</span>
        {children && <span className="row row-wrap">{children}</span>}
      </span>
      <span className="person-deeds">
        {call && (
          <ButtonLink kind="quiet" icon={Phone} href={call} aria-label={m.ui_call_name({ name })}>
            {alone && m.ui_call()}
          </ButtonLink>
        )}
        {write && (
          <ButtonLink
            kind="quiet"
            icon={MessageSquareText}
            href={write}
            aria-label={m.ui_write_name({ name })}
          >
            {alone && m.ui_write()}
          </ButtonLink>
        )}
      </span>
    </li>
  );
}
