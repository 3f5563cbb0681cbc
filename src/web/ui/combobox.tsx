import { ChevronDown } from "lucide-react";
import { type ReactNode, useId } from "react";
import { Button } from "react-aria-components/Button";
import { ComboBox } from "react-aria-components/ComboBox";
import { Group } from "react-aria-components/Group";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { Text } from "react-aria-components/Text";
import { m } from "#messages/web";
import { getLocale } from "#messages/web-runtime";
import type { Language } from "#shared/language.ts";
import { FieldWords, OptionalWord, wordsWiring } from "./field.tsx";
import { Icon } from "./icon.tsx";

const TAGS: Record<Language, string> = { fi: "fi-FI", sv: "sv-FI", en: "en-GB" };

export type ComboboxItem = { id: string; label: string; detail?: string | undefined };

type ComboboxProps = {
  label: ReactNode;
  items: readonly ComboboxItem[];
  value: string | null;
  onChange: (id: string | null) => void;
  /** The caller searches (on the server); without it the items are filtered here. */
  onSearch?: (text: string) => void;
  hint?: ReactNode;
  error?: ReactNode;
  optional?: boolean;
  /** What the list says when nothing was found. */
  emptyText?: string;
  placeholder?: string;
};

/**
 * Search and choose from a long list. Brings react-aria: only on pages that need it, never on the
 * tutor's link pages.
 */
export function Combobox(props: ComboboxProps) {
  const { label, items, value, onChange, onSearch, hint, error, optional, placeholder } = props;
  const id = useId();
  const search = onSearch
    ? { items, onInputChange: onSearch, defaultFilter: () => true }
    : { defaultItems: items };
  return (
    <I18nProvider locale={TAGS[getLocale()]}>
      <ComboBox
        {...search}
        className={error ? "field has-error" : "field"}
        selectedKey={value}
        onSelectionChange={(key) => onChange(key === null ? null : String(key))}
        allowsEmptyCollection
        menuTrigger="focus"
        isInvalid={Boolean(error)}
      >
        <Label className="field-label">
          {label}
          {optional && <OptionalWord />}
        </Label>
        <FieldWords id={id} hint={hint} error={error} />
        <Group className="with-button">
          <Input
            className="input"
            placeholder={placeholder ?? ""}
            {...wordsWiring(id, hint, error)}
          />
          <Button aria-label={m.ui_combobox_open()}>
            <Icon of={ChevronDown} />
          </Button>
        </Group>
        <Popover className="popover popover-list">
          <ListBox<ComboboxItem> renderEmptyState={() => <Nothing text={props.emptyText} />}>
            {(item) => (
              <ListBoxItem id={item.id} textValue={item.label} className="option">
                <Text slot="label">{item.label}</Text>
                {item.detail && (
                  <Text slot="description" className="sub">
                    {item.detail}
                  </Text>
                )}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </I18nProvider>
  );
}

function Nothing({ text }: { text: string | undefined }) {
  return <div className="option-none">{text ?? m.ui_combobox_none()}</div>;
}
