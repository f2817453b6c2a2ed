"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";

import { Picker, type PickerOption } from "./picker";

/** Several things that were chosen, each with a way to take it out, and a button that adds one. */
export function Several({
  label,
  addLabel,
  values,
  options,
  nameOf,
  onChange,
  isFree = false,
}: {
  label: string;
  addLabel: string;
  values: readonly string[];
  options: readonly PickerOption[];
  nameOf: (value: string) => string;
  onChange: (values: string[]) => void;
  /** True where other values than those of the list may be written. */
  isFree?: boolean;
}) {
  const t = useTranslations("automations");
  const add = (value: string) => onChange([...values, value]);

  return (
    <ul aria-label={label} className="flex min-w-0 flex-wrap items-center gap-1.5">
      {values.map((value) => (
        <li
          key={value}
          className="inline-flex h-8 min-w-0 max-w-full items-center gap-1 rounded-md bg-n4 pl-2.5 text-base coarse:h-10"
        >
          <bdi className="truncate">{nameOf(value)}</bdi>
          <button
            type="button"
            aria-label={t("takeOut", { name: nameOf(value) })}
            onClick={() => onChange(values.filter((each) => each !== value))}
            className="inline-flex size-8 shrink-0 items-center justify-center rounded-md text-n11 hover:bg-n5 hover:text-n12 coarse:size-10"
          >
            <X aria-hidden className="size-3.5" />
          </button>
        </li>
      ))}
      <li>
        <Picker
          label={addLabel}
          placeholder={addLabel}
          options={options.filter(({ value }) => !values.includes(value))}
          onPick={add}
          onCreate={isFree ? add : undefined}
          trigger={
            <button
              type="button"
              className="inline-flex h-8 items-center gap-1.5 rounded-md border border-n7 border-dashed px-2.5 text-base text-n11 transition-colors hover:bg-n3 hover:text-n12 coarse:h-10 data-[state=open]:bg-n4"
            >
              <Plus aria-hidden className="size-4" />
              {addLabel}
            </button>
          }
        />
      </li>
    </ul>
  );
}
