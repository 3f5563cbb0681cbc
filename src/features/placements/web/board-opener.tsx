import type { KeyboardEvent } from "react";
import type { BoardRow } from "./attention-text.ts";

type BoardOpenerProps = { row: BoardRow; open: boolean; onOpen: () => void };

/** The student's name: opens the panel; arrow keys go to the name above or below. */
export function BoardOpener({ row, open, onOpen }: BoardOpenerProps) {
  return (
    <button
      type="button"
      className="board-opener"
      data-board-opener
      aria-expanded={open}
      onClick={onOpen}
      onKeyDown={moveByArrow}
    >
      {fullName(row.student)}
    </button>
  );
}

export function fullName(person: { givenName: string; familyName: string }): string {
  return `${person.givenName} ${person.familyName}`;
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

function moveByArrow(event: KeyboardEvent<HTMLButtonElement>) {
  const step = STEPS[event.key];
  if (step === undefined) return;
  const all = [...document.querySelectorAll<HTMLButtonElement>("[data-board-opener]")];
  const next = all[all.indexOf(event.currentTarget) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
