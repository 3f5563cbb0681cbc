import { Check, Phone } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { Button } from "../ui/button.tsx";
import { ButtonLink } from "../ui/button-link.tsx";
import { Chip, ChipGroup } from "../ui/chip.tsx";
import { CheckboxGroup, RadioGroup } from "../ui/choice-group.tsx";
import { HoursField } from "../ui/hours-field.tsx";
import { Segment } from "../ui/segment.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { TextArea } from "../ui/text-area.tsx";
import { TextField } from "../ui/text-field.tsx";
import { GallerySection } from "./gallery-section.tsx";

const SearchFields = lazy(() => import("./samples-search.tsx"));

export function ControlSamples() {
  return (
    <>
      <GallerySection title="Buttons">
        <div className="row row-wrap">
          <Button kind="primary">Primary</Button>
          <span className="gallery-hover">
            <Button kind="primary">Hover</Button>
          </span>
          <span className="gallery-focus">
            <Button kind="primary">Focus</Button>
          </span>
          <Button>Second</Button>
          <Button kind="quiet">Quiet</Button>
          <Button kind="danger">End the placement</Button>
          <Button busy>Travels</Button>
          <ButtonLink href="#buttons" icon={Phone}>
            A link
          </ButtonLink>
        </div>
        <div>
          <Button notYet="First decide if the workplace is suitable. Sanna can do it.">
            Start the placement
          </Button>
        </div>
        <div className="row row-wrap">
          <Button kind="primary" size="big" icon={Check}>
            Week OK
          </Button>
          <Button kind="voice">Unsafe?</Button>
          <Button kind="primary" size="tall">
            Tall
          </Button>
        </div>
      </GallerySection>
      <GallerySection title="Fields">
        <div className="gallery-columns">
          <TextFields />
          <ChoiceFields />
        </div>
      </GallerySection>
      <GallerySection title="Hours, date, search">
        <div className="gallery-columns">
          <HoursSample />
          <Suspense fallback={<Skeleton />}>
            <SearchFields />
          </Suspense>
        </div>
      </GallerySection>
      <GallerySection title="Filters">
        <ChipSample />
      </GallerySection>
    </>
  );
}

function TextFields() {
  return (
    <div className="stack">
      <TextField
        label="Phone number"
        hint="We text you the code here"
        defaultValue="040 000 0057"
        inputMode="tel"
      />
      <TextField
        label="Last day"
        error="The last day is before the first day, 30 November. Write a later day."
        defaultValue="13.11.2026"
      />
      <TextField label="Code from the message" code defaultValue="204817" />
      <SelectField
        label="Unit"
        empty="Choose a unit"
        options={[
          { value: "heating", label: "Installing heating pipes" },
          { value: "water", label: "Installing water and sewer pipes" },
        ]}
      />
      <TextArea label="What was agreed" optional placeholder="In one or two lines" />
    </div>
  );
}

function ChoiceFields() {
  const [decision, setDecision] = useState<string | null>("suitable");
  const [sent, setSent] = useState<string[]>(["mika"]);
  const [went, setWent] = useState<string | null>("help");
  return (
    <div className="stack">
      <RadioGroup
        legend="Decision"
        name="decision"
        value={decision}
        onChange={setDecision}
        options={[
          { value: "suitable", label: "Suitable" },
          { value: "conditions", label: "Suitable, with gaps handled elsewhere" },
          { value: "not", label: "Not suitable now", detail: "Say why, in one line" },
        ]}
      />
      <CheckboxGroup
        legend="Who is told"
        name="told"
        values={sent}
        onChange={setSent}
        error="Choose at least Mika: he is the tutor."
        options={[
          { value: "mika", label: "Mika" },
          { value: "onni", label: "Onni" },
        ]}
      />
      <RadioGroup
        legend="What holds?"
        name="holds"
        sheet
        value="mine"
        onChange={() => undefined}
        options={[
          { value: "hers", label: "Sanna’s text" },
          { value: "mine", label: "My text" },
        ]}
      />
      <Segment
        legend="How did it go?"
        hint="You can leave this empty."
        name="went"
        value={went}
        onChange={setWent}
        clearable
        options={[
          { value: "not", label: "Not this week" },
          { value: "help", label: "With help" },
          { value: "alone", label: "On his own" },
        ]}
      />
    </div>
  );
}

function HoursSample() {
  const [minutes, setMinutes] = useState(450);
  return (
    <div className="stack">
      <HoursField label="Hours today" minutes={minutes} onChange={setMinutes} />
      <HoursField
        label="Hours on Tuesday"
        minutes={840}
        onChange={() => undefined}
        error="Onni is 17: at most 9 hours a day."
      />
    </div>
  );
}

function ChipSample() {
  const [shown, setShown] = useState("need");
  const chips: [string, string, number][] = [
    ["all", "All", 40],
    ["need", "Need me", 6],
    ["wait", "Wait for others", 9],
  ];
  return (
    <ChipGroup label="Show">
      {chips.map(([id, words, count]) => (
        <Chip key={id} pressed={shown === id} count={count} onPress={() => setShown(id)}>
          {words}
        </Chip>
      ))}
      <Chip pressed={false} onPress={() => undefined}>
        Papers valid
      </Chip>
    </ChipGroup>
  );
}
