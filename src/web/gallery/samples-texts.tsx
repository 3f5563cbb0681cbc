import { useState } from "react";
import type { Audience } from "../ui/audience.ts";
import { Borrowed } from "../ui/borrowed.tsx";
import { Diff } from "../ui/diff.tsx";
import { Hit } from "../ui/hit.tsx";
import { ParagraphAudience } from "../ui/paragraph-audience.tsx";
import { ParagraphShown } from "../ui/paragraph-shown.tsx";
import { GallerySection } from "./gallery-section.tsx";

export function TextSamples() {
  return (
    <>
      <GallerySection title="Paragraph and audience">
        <div className="gallery-columns">
          <ParagraphSample text="Was really tired in the morning." start="private" />
          <ParagraphSample text="The oven timer is confusing." start="teacher" />
          <ParagraphSample text="Made 60 buns from the dough to the oven." start="all" />
          <ParagraphShown
            text="Leila showed once, then I did it alone."
            audience="all"
            seenBy={["Leila", "you", "Aino"]}
          />
        </div>
      </GallerySection>
      <GallerySection title="Difference">
        <div className="gallery-columns">
          <Diff
            title="Lifts and transfers"
            old="Starts in week 51"
            now="Starts in week 53"
            by="Why: the lift course is only on 22 December"
          />
          <Diff
            kind="tampering"
            title="Page 1, working time"
            old="37.5 hours a week"
            now="47.5 hours a week"
            by="One character. The signed text is stored inside the file."
          />
        </div>
      </GallerySection>
      <GallerySection title="Hit, borrowed text">
        <p>
          <Hit text="handles coolants as the law requires" find={["cool"]} />
        </p>
        <Borrowed language="fi">
          <Hit text="selvittää kylmälaitteen kytkennät" find={["kylmä"]} />
        </Borrowed>
      </GallerySection>
    </>
  );
}

function ParagraphSample({ text: first, start }: { text: string; start: Audience }) {
  const [text, setText] = useState(first);
  const [audience, setAudience] = useState<Audience>(start);
  return (
    <ParagraphAudience
      label={`Paragraph: ${start}`}
      text={text}
      onText={setText}
      audience={audience}
      onAudience={setAudience}
      people={{ teacher: "Sanna", tutor: "Leila" }}
      onRemove={() => setText("")}
    />
  );
}
