import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
} from "react";
import { m } from "#messages/web";

export type Said = {
  /** What happened: "Nudge sent to Mika by text". */
  text: string;
  /** Takes the deed back; without it there is no Undo. */
  undo?: (() => void) | undefined;
};

type Toast = Said & { id: number };

const SHOWN_MS = 10_000;
const ToastContext = createContext<((said: Said) => void) | undefined>(undefined);

/** Says what happened, 10 s, with Undo. Never the only trace of a deed. */
export function useToast(): (said: Said) => void {
  const say = useContext(ToastContext);
  if (!say) throw new Error("useToast needs a ToastProvider around the page");
  return say;
}

/** Once, around the whole page: the region must be there before something is said in it. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const next = useRef(0);
  const say = useCallback((said: Said) => {
    next.current += 1;
    const toast = { ...said, id: next.current };
    setToasts((present) => [...present.slice(-1), toast]);
  }, []);
  const drop = useCallback((id: number) => {
    setToasts((present) => present.filter((toast) => toast.id !== id));
  }, []);
  return (
    <ToastContext value={say}>
      {children}
      <div className="toasts" role="status">
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} onDone={drop} />
        ))}
      </div>
    </ToastContext>
  );
}

function ToastCard({ toast, onDone }: { toast: Toast; onDone: (id: number) => void }) {
  // A hand or the focus on it holds the clock: nobody is hurried.
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => onDone(toast.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [held, onDone, toast.id]);
  const undo = () => {
    toast.undo?.();
    onDone(toast.id);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: holding the clock is no deed
    <div
      className="toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {toast.text}
      {toast.undo && (
        <button type="button" onClick={undo}>
          {m.ui_undo()}
        </button>
      )}
    </div>
  );
}
