import { Check } from "lucide-react";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Joint } from "../ui/joint.tsx";
import { Marks } from "../ui/marks.tsx";
import { Note } from "../ui/note.tsx";
import { RibbonMini } from "../ui/ribbon-mini.tsx";
import { TextField } from "../ui/text-field.tsx";
import { GallerySection } from "./gallery-section.tsx";
import { sampleMarks } from "./sample-people.ts";
import { AUTUMN, TODAY } from "./sample-weeks.ts";

export function ThemeSamples() {
  return (
    <GallerySection title="Both themes">
      <div className="gallery-columns">
        <Island theme="light" />
        <Island theme="dark" />
      </div>
    </GallerySection>
  );
}

/** A piece of the other theme inside the page. */
function Island({ theme }: { theme: "light" | "dark" }) {
  return (
    <div className="gallery-island stack" data-theme={theme}>
      <Joint deed="Week 47" marks={sampleMarks("done", "turn", "open")} />
      <div className="row">
        <Button kind="primary" icon={Check} className="grow">
          Week OK
        </Button>
        <Button>Not right</Button>
      </div>
      <Note kind="stop">Notice not sent</Note>
      <Note kind="wait">Waits for Mika</Note>
      <Note>Under 18</Note>
      <TextField label={`Phone number, ${theme}`} defaultValue="040 000 0057" />
      <div className="row row-wrap">
        <Badge kind="ok">Valid</Badge>
        <Badge kind="wait">Ends in 7 days</Badge>
        <Badge kind="stop">Ended</Badge>
        <Badge kind="info">Under 18</Badge>
        <Badge>Rests</Badge>
        <RibbonMini weeks={AUTUMN} today={TODAY} />
        <Marks deed="Mid talk" marks={sampleMarks("done", "done", "done")} />
      </div>
    </div>
  );
}
