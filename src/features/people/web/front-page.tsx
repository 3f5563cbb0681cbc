import { m } from "#messages/web";
import { isDemo, useMe } from "#web/session.ts";
import { Page } from "#web/shell/page.tsx";
import { ButtonLink } from "#web/ui/button-link.tsx";
import { JointDrawing } from "./joint-drawing.tsx";
import "./front-page.css";

/** The page anyone may read: what this is, and the way in. */
export function FrontPage() {
  return (
    <Page frame="public" className="front">
      <section className="front-hero">
        <div className="stack-6">
          <h1>{m.people_front_title()}</h1>
          <p>
            {m.people_front_student()}
            <br />
            {m.people_front_tutor()}
            <br />
            {m.people_front_teacher()}
          </p>
          <p className="row row-wrap">
            <WayIn />
          </p>
        </div>
        <JointDrawing />
      </section>
      <section className="front-part">
        <h2>{m.people_front_gain()}</h2>
        <div className="front-three">
          <Gain title={m.people_front_gain_1()} text={m.people_front_gain_1_text()} />
          <Gain title={m.people_front_gain_2()} text={m.people_front_gain_2_text()} />
          <Gain title={m.people_front_gain_3()} text={m.people_front_gain_3_text()} />
        </div>
      </section>
      <section className="front-part">
        <h2>{m.people_front_how()}</h2>
        <div className="front-three">
          <Gain title={m.people_front_how_1()} text={m.people_front_how_1_text()} />
          <Gain title={m.people_front_how_2()} text={m.people_front_how_2_text()} />
          <Gain title={m.people_front_how_3()} text={m.people_front_how_3_text()} />
        </div>
      </section>
    </Page>
  );
}

function WayIn() {
  const me = useMe();
  if (me) {
    return (
      <ButtonLink kind="primary" size="big" href="/today">
        {m.shell_first_page()}
      </ButtonLink>
    );
  }
  return (
    <>
      {isDemo() && (
        <ButtonLink kind="primary" size="big" href="/demo">
          {m.people_front_demo()}
        </ButtonLink>
      )}
      <ButtonLink kind={isDemo() ? "second" : "primary"} size="big" href="/sign-in">
        {m.shell_sign_in()}
      </ButtonLink>
    </>
  );
}

function Gain({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <h3>{title}</h3>
      <p>{text}</p>
    </div>
  );
}
