"use client";

import { classNames } from "@besunny/ui/class-names";
import { Input } from "@besunny/ui/fields/input";
import { Popover } from "@besunny/ui/overlays/popover";
import { Check, ChevronDown, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useId, useState } from "react";

export type PickerOption = { value: string; label: string; group?: string };
const MOST_SHOWN = 80;

/** A button that opens a list with a box to narrow it: the arrow keys move and Enter picks. */
export function Picker({
  label,
  value = null,
  options,
  placeholder,
  onPick,
  onCreate,
  trigger,
  isInvalid = false,
  className,
}: {
  label: string;
  value?: string | null;
  options: readonly PickerOption[];
  placeholder: string;
  onPick: (value: string) => void;
  /** Takes a name that is not in the list. Left out where there may be no other. */
  onCreate?: ((name: string) => void) | undefined;
  /** Another button than the field that shows the choice. */
  trigger?: ReactNode;
  isInvalid?: boolean;
  className?: string;
}) {
  const [isOpen, setOpen] = useState(false);
  const chosen = options.find((option) => option.value === value)?.label ?? value;

  return (
    <Popover
      label={label}
      open={isOpen}
      onOpenChange={setOpen}
      className="w-[min(22rem,calc(100vw-2rem))] p-1.5"
      trigger={
        trigger ?? (
          <button
            type="button"
            aria-label={chosen ? `${label}: ${chosen}` : label}
            className={classNames(
              "inline-flex h-8 min-w-0 max-w-full items-center justify-between gap-2 rounded-md border bg-raised px-2.5 text-left text-base transition-colors hover:bg-n3 coarse:h-10",
              isInvalid ? "border-attention" : "border-n7",
              className,
            )}
          >
            <bdi className={classNames("truncate", !chosen && "text-n11")}>
              {chosen ?? placeholder}
            </bdi>
            <ChevronDown aria-hidden className="size-4 shrink-0 text-n11" />
          </button>
        )
      }
    >
      <Choices
        label={label}
        value={value}
        options={options}
        onPick={(picked) => {
          setOpen(false);
          onPick(picked);
        }}
        onCreate={
          onCreate &&
          ((name) => {
            setOpen(false);
            onCreate(name);
          })
        }
      />
    </Popover>
  );
}

function Choices({
  label,
  value,
  options,
  onPick,
  onCreate,
}: {
  label: string;
  value: string | null;
  options: readonly PickerOption[];
  onPick: (value: string) => void;
  onCreate: ((name: string) => void) | undefined;
}) {
  const t = useTranslations("automations");
  const listId = useId();
  const [text, setText] = useState("");
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      options.findIndex((option) => option.value === value),
    ),
  );
  const wanted = text.trim();
  const shown = fitting(options, wanted);
  const isNew =
    onCreate !== undefined &&
    wanted !== "" &&
    !options.some((option) => same(option.label, wanted));
  const count = shown.length + (isNew ? 1 : 0);
  const active = Math.min(at, count - 1);

  function pick(line: number) {
    const option = shown[line];
    if (option) onPick(option.value);
    else if (isNew && line === shown.length) onCreate(wanted);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const next = (active + (event.key === "ArrowDown" ? 1 : -1) + count) % Math.max(1, count);
      setAt(next);
      document.getElementById(`${listId}-${next}`)?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter") {
      event.preventDefault();
      pick(active);
    }
  }

  return (
    <div className="flex flex-col gap-1">
      <Input
        role="combobox"
        aria-label={t("findIn", { label })}
        aria-expanded
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={count > 0 ? `${listId}-${active}` : undefined}
        placeholder={t(onCreate ? "findOrWrite" : "find")}
        value={text}
        maxLength={120}
        autoComplete="off"
        onChange={({ target }) => {
          setText(target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div
        id={listId}
        role="listbox"
        aria-label={label}
        className="flex max-h-64 flex-col overflow-y-auto"
      >
        {shown.map((option, line) => (
          <div key={option.value} role="presentation">
            {option.group && option.group !== shown[line - 1]?.group && (
              <p role="presentation" className="px-2 pt-2 pb-1 text-n11 text-xs">
                {option.group}
              </p>
            )}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: the box above has the keys of the list */}
            <div
              id={`${listId}-${line}`}
              role="option"
              tabIndex={-1}
              aria-selected={line === active}
              onClick={() => pick(line)}
              onMouseMove={() => setAt(line)}
              className={classNames(lineLook, line === active && "bg-n4")}
            >
              <bdi className="min-w-0 flex-1 truncate">{option.label}</bdi>
              {option.value === value && <Check aria-hidden className="size-4 shrink-0" />}
            </div>
          </div>
        ))}
        {isNew && (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the box above has the keys of the list
          <div
            id={`${listId}-${shown.length}`}
            role="option"
            tabIndex={-1}
            aria-selected={active === shown.length}
            onClick={() => pick(shown.length)}
            onMouseMove={() => setAt(shown.length)}
            className={classNames(lineLook, active === shown.length && "bg-n4")}
          >
            <Plus aria-hidden className="size-4 shrink-0 text-n11" />
            <span className="min-w-0 truncate">{t("useNew", { name: wanted })}</span>
          </div>
        )}
      </div>
      {count === 0 && <p className="px-2 pb-1 text-n11 text-sm">{t("nothingFits")}</p>}
    </div>
  );
}

const lineLook =
  "flex min-h-8 shrink-0 cursor-default items-center gap-2 rounded-sm px-2 text-base coarse:min-h-10";

const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/** Returns the options with these words. Those that begin with them come first, within their groups' order. */
function fitting(options: readonly PickerOption[], words: string): PickerOption[] {
  if (words === "") return options.slice(0, MOST_SHOWN);
  const parts = words.toLowerCase().split(/\s+/);
  const found = options.filter(({ label }) =>
    parts.every((part) => label.toLowerCase().includes(part)),
  );
  const isFirst = ({ label }: PickerOption) => label.toLowerCase().startsWith(words.toLowerCase());
  return [...found.filter(isFirst), ...found.filter((option) => !isFirst(option))].slice(
    0,
    MOST_SHOWN,
  );
}
