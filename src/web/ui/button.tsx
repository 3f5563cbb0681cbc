import type { LucideIcon } from "lucide-react";
import { type ButtonHTMLAttributes, type MouseEvent, type Ref, useId } from "react";
import { type ButtonLook, buttonClasses } from "./button-classes.ts";
import { Icon } from "./icon.tsx";

type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "disabled"> &
  ButtonLook & {
    icon?: LucideIcon | undefined;
    /** Why it cannot be pressed yet, in words; shown under the button and read with it. */
    notYet?: string | undefined;
    /** The press has been heard and the deed travels: another press does nothing. */
    busy?: boolean | undefined;
    ref?: Ref<HTMLButtonElement>;
  };

/** A deed. Never disabled: it can always be reached, and says why it waits. Verb first, one line. */
export function Button(props: ButtonProps) {
  const { kind, size, block, icon, notYet, busy, onClick, className, children, ...rest } = props;
  const why = useId();
  const waits = notYet !== undefined;
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (waits || busy) event.preventDefault();
    else onClick?.(event);
  };
  const classes = [buttonClasses({ kind, size, block }), className].filter(Boolean).join(" ");
  return (
    <>
      <button
        type="button"
        {...rest}
        className={classes}
        onClick={press}
        {...(waits ? { "aria-disabled": true, "aria-describedby": why } : {})}
        {...(busy ? { "aria-busy": true } : {})}
      >
        {icon && <Icon of={icon} />}
        {children}
      </button>
      {waits && (
        <span id={why} className="btn-why">
          {notYet}
        </span>
      )}
    </>
  );
}
