import { X } from "lucide-react";
import {
  type KeyboardEvent,
  type ReactNode,
  type SyntheticEvent,
  useEffect,
  useId,
  useRef,
} from "react";
import { m } from "#messages/web";
import { Button } from "./button.tsx";
import { useMedia } from "./use-media.ts";

type PanelProps = {
  open: boolean;
  title: ReactNode;
  onClose: () => void;
  /** Whose panel it is; when it changes, focus moves to the head again. */
  subject?: string | undefined;
  /** False when the page opens the panel by itself: the focus then stays where it is. */
  takeFocus?: boolean | undefined;
  children: ReactNode;
};

/**
 * Beside the list from 1200 px, over it from the right below that. Esc closes, focus returns to the
 * row. Stands in an element with the class list-and-panel, after the list.
 */
export function Panel({ open, title, onClose, subject, takeFocus = true, children }: PanelProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const beside = useMedia("(min-width: 75em)");
  useFocusReturn(dialog, open, subject);
  useEffect(() => {
    const element = dialog.current;
    if (!element || !open) return;
    // show() would move the focus by itself; the attribute alone does not
    if (beside) element.open = true;
    else element.showModal();
    return () => element.close();
  }, [open, beside]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new subject is a new panel
  useEffect(() => {
    if (open && takeFocus) document.getElementById(id)?.focus();
  }, [open, takeFocus, subject, id]);
  const closeByKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    onClose();
  };
  // The back gesture of a phone asks to close without a key.
  const closeByBack = (event: SyntheticEvent) => {
    event.preventDefault();
    onClose();
  };
  return (
    <dialog
      className="panel"
      ref={dialog}
      aria-labelledby={id}
      onKeyDown={closeByKey}
      onCancel={closeByBack}
    >
      {open && (
        <>
          <div className="panel-head">
            <h2 id={id} tabIndex={-1}>
              {title}
            </h2>
            <Button kind="quiet" icon={X} aria-label={m.ui_close()} onClick={onClose} />
          </div>
          {children}
        </>
      )}
    </dialog>
  );
}

/** Remembers what had the focus outside the panel, and gives it back when the panel closes. */
function useFocusReturn(
  panel: { readonly current: HTMLElement | null },
  open: boolean,
  subject: string | undefined,
) {
  const before = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each subject comes from its own row
  useEffect(() => {
    const focused = document.activeElement;
    const isOutside = focused instanceof HTMLElement && !panel.current?.contains(focused);
    if (open && isOutside && focused !== document.body) before.current = focused;
  }, [panel, open, subject]);
  useEffect(() => {
    if (open) return;
    if (before.current?.isConnected) before.current.focus();
    before.current = null;
  }, [open]);
}
