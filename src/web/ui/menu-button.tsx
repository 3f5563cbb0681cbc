import type { LucideIcon } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Icon } from "./icon.tsx";

type MenuButtonProps = {
  label: ReactNode;
  icon?: LucideIcon;
  /** What opens under the button: links and deeds, in plain tab order. */
  children: ReactNode;
};

/** A button that opens a small panel. Esc, a press outside or a move elsewhere closes it. */
export function MenuButton({ label, icon, children }: MenuButtonProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return;
    const closeOutside = (event: Event) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener("pointerdown", closeOutside);
    document.addEventListener("focusin", closeOutside);
    return () => {
      document.removeEventListener("pointerdown", closeOutside);
      document.removeEventListener("focusin", closeOutside);
    };
  }, [open]);
  const closeByKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !open) return;
    event.stopPropagation();
    setOpen(false);
    button.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc inside the panel reaches its box
    <div className="menu" ref={box} onKeyDown={closeByKey}>
      <button
        type="button"
        className="btn btn-quiet"
        ref={button}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {icon && <Icon of={icon} />}
        {label}
      </button>
      <div className="menu-panel" id={id} hidden={!open}>
        {children}
      </div>
    </div>
  );
}
