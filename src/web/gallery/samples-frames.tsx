import { CircleUserRound } from "lucide-react";
import { useState } from "react";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { EdgeJoint, type EdgePicture } from "../ui/edge-page.tsx";
import { LanguageSwitch } from "../ui/language-switch.tsx";
import { LinkBar } from "../ui/link-bar.tsx";
import { Logo } from "../ui/logo.tsx";
import { LogoWithWord } from "../ui/logo-with-word.tsx";
import { MenuButton } from "../ui/menu-button.tsx";
import { Panel } from "../ui/panel.tsx";
import { Row, Rows } from "../ui/rows.tsx";
import { StaffBar } from "../ui/staff-bar.tsx";
import { Strip } from "../ui/strip.tsx";
import { GallerySection } from "./gallery-section.tsx";

const EDGES: [EdgePicture, string][] = [
  ["open", "not here"],
  ["empty", "too old"],
  ["apart", "kept apart"],
  ["whole", "whole, wait"],
];
const STUDENTS = ["Aino Salmela", "Onni Virtanen", "Helmi Laine"];

export function FrameSamples() {
  return (
    <>
      <GallerySection title="Bars" wide>
        <BarSamples />
      </GallerySection>
      <GallerySection title="Logo, edge pictures">
        <div className="row row-wrap">
          <LogoWithWord height={48} />
          <Logo height={16} />
          {EDGES.map(([picture, words]) => (
            <figure key={picture}>
              <EdgeJoint picture={picture} />
              <figcaption className="small muted">{words}</figcaption>
            </figure>
          ))}
        </div>
      </GallerySection>
      <GallerySection title="List and panel">
        <PanelSample />
      </GallerySection>
    </>
  );
}

function BarSamples() {
  const languages = <LanguageSwitch current="en" onChoose={() => undefined} />;
  return (
    <>
      <StaffBar
        home="#home"
        pageName="Today"
        personName="Sanna Heikkilä"
        personMenu={<Button block>Sign out</Button>}
        languageSwitch={languages}
        find={{ href: "#find", label: "Find" }}
        items={[
          { href: "#today", label: "Today", current: true },
          { href: "#placements", label: "Placements" },
          { href: "#workplaces", label: "Workplaces" },
        ]}
      />
      <Strip>
        <b>No network.</b> All you write stays on this phone.
      </Strip>
      <LinkBar college="Saimaanranta Vocational College" languageSwitch={languages} />
      <LinkBar
        college=""
        back={{ href: "#week", label: "Week 48" }}
        languageSwitch={languages}
        menu={
          <MenuButton icon={CircleUserRound} label="Aino">
            <Button block>Sign out</Button>
          </MenuButton>
        }
      />
    </>
  );
}

function PanelSample() {
  const [chosen, setChosen] = useState<string>();
  return (
    <div className="list-and-panel">
      <Rows>
        {STUDENTS.map((name) => (
          <Row key={name} end={<Button onClick={() => setChosen(name)}>Open</Button>}>
            {name}
          </Row>
        ))}
      </Rows>
      <Panel
        open={chosen !== undefined}
        title={chosen}
        subject={chosen}
        onClose={() => setChosen(undefined)}
      >
        <p className="muted">17, turns 18 on 3 March. Week 7 of 10 at Kahvila Rantapuisto</p>
        <Badge kind="info">Under 18</Badge>
        <Button block>Open the placement</Button>
      </Panel>
    </div>
  );
}
