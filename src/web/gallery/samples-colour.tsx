import { GallerySection } from "./gallery-section.tsx";

const COLOURS: [string, string][] = [
  ["Text", "ink"],
  ["Second text", "ink-2"],
  ["Third text", "ink-3"],
  ["Primary, done", "spruce"],
  ["Blocks", "ling"],
  ["Waits", "birch"],
  ["Information", "sky"],
  ["Control border", "line-strong"],
  ["Focus ring", "focus"],
  ["Page", "paper"],
  ["Cards, fields", "surface"],
  ["Bands", "sunken"],
  ["Spruce tint", "spruce-tint"],
  ["Lingonberry tint", "ling-tint"],
  ["Birch tint", "birch-tint"],
  ["Sky tint", "sky-tint"],
  ["Logo only", "wood"],
];

const SIZES: [string, number, string, string][] = [
  ["48/52", 7, "head", "Week by week"],
  ["34/40", 6, "head", "Opens Wednesday 9:00"],
  ["26/32", 5, "head", "Eetu’s week 47"],
  ["20/26", 4, "head", "What did you do?"],
  ["17/25", 3, "body", "You see it when the joint is marked, square and holds the test."],
  ["15/22", 2, "body", "Desktop text and second lines on phones. 7 h 30, 29 h 45, 1,512"],
  ["13/18", 1, "body", "Labels in dense tables: Il1 O0 rn m, ÅÄÖ åäö š ž"],
];

export function ColourSamples() {
  return (
    <>
      <GallerySection title="Colour">
        <div className="gallery-swatches">
          {COLOURS.map(([use, token]) => (
            <div key={token}>
              <i style={{ "--colour": `var(--${token})` }} />
              <b>{use}</b>
              <br />
              <span className="muted">{token}</span>
            </div>
          ))}
        </div>
      </GallerySection>
      <GallerySection title="Type">
        <dl className="gallery-type">
          {SIZES.map(([size, step, weight, text]) => (
            <TypeLine key={size} size={size} step={step} weight={weight} text={text} />
          ))}
        </dl>
      </GallerySection>
    </>
  );
}

type TypeLineProps = { size: string; step: number; weight: string; text: string };

function TypeLine({ size, step, weight, text }: TypeLineProps) {
  const style = {
    "--size": `var(--t-${step})`,
    "--line": `var(--l-${step})`,
    "--weight": `var(--w-${weight})`,
  };
  return (
    <>
      <dt className="tiny muted">{size}</dt>
      <dd style={style}>{text}</dd>
    </>
  );
}
