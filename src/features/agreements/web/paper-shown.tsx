import { ChevronDown } from "lucide-react";
import type { PaperBlock, PaperSection } from "#shared/paper.ts";
import { Icon } from "#web/ui/icon.tsx";
import { KeyValues } from "#web/ui/key-values.tsx";
import { ScrollBox } from "#web/ui/scroll-box.tsx";

/** The text as it is signed, block by block; the same data makes the PDF. */
export function PaperBlocks({ blocks }: { blocks: readonly PaperBlock[] }) {
  return (
    <div className="stack">
      {blocks.map((block, position) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a signed text never changes its order
        <Block key={position} block={block} />
      ))}
    </div>
  );
}

function Block({ block }: { block: PaperBlock }) {
  switch (block.kind) {
    case "text":
      return <p>{block.text}</p>;
    case "list":
      return (
        <ul className="agreement-list">
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case "facts":
      return (
        <KeyValues
          items={block.rows.map(([label, value]) => ({ key: `${label} ${value}`, label, value }))}
        />
      );
    case "table":
      return (
        <ScrollBox label={block.caption}>
          <table className="grid">
            <caption className="vh">{block.caption}</caption>
            <thead>
              <tr>
                {block.head.map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row) => (
                <tr key={row.join(" ")}>
                  {row.map((cell, column) => (
                    <td key={`${block.head[column]} ${cell}`}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      );
  }
}

/** Sections that unfold one by one: the whole text without a long page. */
export function PaperUnfolds({ sections }: { sections: readonly PaperSection[] }) {
  return (
    <div className="sheet">
      {sections.map(({ id, heading, blocks }) => (
        <details key={id} className="unfold">
          <summary>
            <b className="grow">{heading}</b>
            <Icon of={ChevronDown} />
          </summary>
          <PaperBlocks blocks={blocks} />
        </details>
      ))}
    </div>
  );
}
