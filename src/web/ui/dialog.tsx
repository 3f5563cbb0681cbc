import { type ReactNode, type SyntheticEvent, useEffect, useId, useRef } from "react";

type DialogProps = {
  open: boolean;
  title: ReactNode;
  /** Esc and the safe choice. */
  onClose: () => void;
  children?: ReactNode;
  /** The deeds; the safe choice is named by its result: "Keep it going". */
  actions: ReactNode;
};

/** Only for what cannot be undone or ends a placement. Focus returns to where it was. */
export function Dialog({ open, title, onClose, children, actions }: DialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (!element || element.open === open) return;
    if (open) element.showModal();
    else element.close();
  }, [open]);
  const cancel = (event: SyntheticEvent) => {
    event.preventDefault();
    onClose();
  };
  return (
    <dialog className="dialog" ref={dialog} aria-labelledby={id} onCancel={cancel}>
      <h2 id={id}>{title}</h2>
      {children}
      <div className="dialog-deeds">{actions}</div>
    </dialog>
  );
}
