import { useState } from "react";
import { m } from "#messages/web";
import { isDemo } from "#web/session.ts";
import { Page } from "#web/shell/page.tsx";
import { Card } from "#web/ui/card.tsx";
import { Link } from "#web/ui/link.tsx";
import { AddressForm } from "./address-form.tsx";
import { CodeForm } from "./code-form.tsx";

/** Where a code went and how long it lives, on this browser's clock. */
export type Asked = { readonly sentTo: string; readonly until: number };

/** Staff and students: an address, then the six digits that were mailed to it. No passwords. */
export function SignInPage() {
  const [email, setEmail] = useState("");
  const [asked, setAsked] = useState<Asked | null>(null);
  return (
    <Page frame="phone">
      <h1>{asked === null ? m.people_signin_title() : m.people_code_title()}</h1>
      {asked === null ? (
        <AddressForm email={email} onEmail={setEmail} onAsked={setAsked} />
      ) : (
        <CodeForm asked={asked} email={email} onAsked={setAsked} onBack={() => setAsked(null)} />
      )}
      {asked !== null && isDemo() && (
        <p className="muted">
          {m.people_code_demo()}{" "}
          <Link href="/demo/messages" target="_blank">
            {m.people_code_demo_link()}
          </Link>
        </p>
      )}
      {asked === null && (
        <Card className="stack-2">
          <h2>{m.people_signin_link_title()}</h2>
          <p>{m.people_signin_link_text()}</p>
        </Card>
      )}
    </Page>
  );
}
