export const COLLEGE_BOARD = "M5 0H43A5 5 0 0 1 48 5V32H31L36 15H12L17 32H0V5A5 5 0 0 1 5 0Z";
export const WORKPLACE_BOARD = "M0 34H19L14 17H34L29 34H48V43A5 5 0 0 1 43 48H5A5 5 0 0 1 0 43Z";

/**
 * The dovetail. height in px; the name is read as "Kisälli" unless the text beside it already says
 * whose page this is (quiet). The word comes with logo-with-word.tsx.
 */
export function Logo({ height = 28, quiet = false }: { height?: number; quiet?: boolean }) {
  const spoken = quiet
    ? { "aria-hidden": true }
    : ({ role: "img", "aria-label": "Kisälli" } as const);
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by aria-label, or hidden
    <svg className="logo" width={height} height={height} viewBox="0 0 48 48" {...spoken}>
      <path className="board-a" d={COLLEGE_BOARD} />
      <path className="board-b" d={WORKPLACE_BOARD} />
    </svg>
  );
}
