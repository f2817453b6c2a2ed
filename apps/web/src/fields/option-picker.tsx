"use client";

import { can } from "@besunny/api/browser/policy";
import { classNames } from "@besunny/ui/class-names";
import { Input } from "@besunny/ui/fields/input";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Check, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useId, useState } from "react";

import { useSettled } from "~/queries/use-settled";
import { useShell } from "~/shell/shell-context";

import { useFieldVerbs } from "./use-field-verbs";
import type { CustomField } from "./use-fields";

/** A list may offer tens of thousands of values; so many of those that fit are shown. */
const MOST_SHOWN = 50;

/** A box that finds the values of a list while somebody types; the arrow keys move and Enter picks. Admins add a value that is missing. */
export function OptionPicker({
  field,
  value,
  onPick,
  ...control
}: {
  field: CustomField;
  value: string;
  onPick: (name: string) => void;
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": boolean | undefined;
}) {
  const t = useTranslations("fields");
  const trpc = useTRPC();
  const { role } = useShell();
  const verbs = useFieldVerbs();
  const listId = useId();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const wanted = text.trim();
  const q = useSettled(wanted);
  const found = useQuery(
    trpc.fields.options.queryOptions(
      { id: field.id, limit: MOST_SHOWN, ...(q && { q }) },
      { placeholderData: keepPreviousData },
    ),
  ).data?.items;
  const names = (found ?? []).map(({ name }) => name);
  const isNew =
    can(role, "field.manage") &&
    wanted !== "" &&
    found !== undefined &&
    q === wanted &&
    !names.some((name) => name.toLowerCase() === wanted.toLowerCase());
  const lines = [...names, ...(isNew ? [wanted] : [])];
  const active = Math.min(at, lines.length - 1);

  function pick(line: number) {
    const name = lines[line];
    if (name === undefined) return;
    if (line < names.length) return onPick(name);
    void verbs.addOptions(field.id, [name]).then(
      () => onPick(name),
      () => undefined,
    );
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      const next = (active + step + lines.length) % Math.max(1, lines.length);
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
        {...control}
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={lines.length > 0 ? `${listId}-${active}` : undefined}
        placeholder={t("findValue")}
        value={text}
        maxLength={120}
        autoFocus
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
        aria-label={t("values", { name: field.name })}
        className="flex max-h-56 flex-col overflow-y-auto rounded-md border border-n6 p-1"
      >
        {lines.map((name, line) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the box above has the keys of the list
          <div
            key={line < names.length ? name : "new"}
            id={`${listId}-${line}`}
            role="option"
            tabIndex={-1}
            aria-selected={line === active}
            onClick={() => pick(line)}
            onMouseMove={() => setAt(line)}
            className={classNames(
              "flex min-h-8 shrink-0 cursor-default items-center gap-2 rounded-sm px-2 text-sm coarse:min-h-10",
              line === active && "bg-n4",
            )}
          >
            {line < names.length ? (
              <>
                <bdi className="min-w-0 flex-1 truncate">{name}</bdi>
                {name === value && <Check aria-hidden className="size-4 shrink-0" />}
              </>
            ) : (
              <>
                <Plus aria-hidden className="size-4 shrink-0 text-n11" />
                <span className="min-w-0 truncate">{t("addValue", { name })}</span>
              </>
            )}
          </div>
        ))}
        {found && lines.length === 0 && (
          <p className="px-2 py-1 text-n11 text-sm">{t("noValueFound")}</p>
        )}
      </div>
    </div>
  );
}
