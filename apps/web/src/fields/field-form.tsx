"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { SegmentedControl } from "@besunny/ui/fields/segmented-control";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useTranslations } from "next-intl";
import { type FormEvent, type KeyboardEvent, useState } from "react";

import { OptionPicker } from "./option-picker";
import type { CustomField } from "./use-fields";

/** The longest value that a box takes. */
const longest = 2000;
const yesOrNo = ["yes", "no"] as const;

/** The value of one field in a box of its kind: Enter saves it, Escape leaves it as it was. A value that does not fit says so under the box. */
export function FieldForm({
  field,
  value,
  clearLabel,
  onSave,
  onClose,
}: {
  field: CustomField;
  value: string;
  /** The words of the button that takes the value away; left out where there is none to take. */
  clearLabel?: string | undefined;
  /** Rejects with the reason why the value does not fit. */
  onSave: (value: string | null) => Promise<unknown>;
  onClose: () => void;
}) {
  const t = useTranslations("fields");
  const [text, setText] = useState(value);
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  async function save(next: string | null) {
    setIsBusy(true);
    setError(null);
    try {
      await onSave(next);
    } catch (failure) {
      const { message, hint } = problemOf(failure);
      setError([message || t("notDone"), hint].filter(Boolean).join(". "));
    } finally {
      setIsBusy(false);
    }
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    void save(text.trim() || null);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  }

  return (
    <form onSubmit={submit} onKeyDown={onKeyDown} className="flex flex-col gap-2 py-1">
      <Field label={field.name} error={error}>
        {(control) =>
          field.kind === "list" ? (
            <OptionPicker
              {...control}
              field={field}
              value={value}
              onPick={(option) => void save(option)}
            />
          ) : field.kind === "boolean" ? (
            <SegmentedControl
              label={field.name}
              value={text}
              options={yesOrNo.map((each) => ({ value: each, label: t(each) }))}
              onChange={(next) => {
                setText(next);
                void save(next);
              }}
              className="self-start"
            />
          ) : (
            <Input
              {...control}
              type={field.kind === "date" ? "date" : "text"}
              inputMode={inputModeOf(field.kind)}
              placeholder={field.kind === "date" ? undefined : t(`placeholder_${field.kind}`)}
              value={text}
              maxLength={longest}
              autoFocus
              autoComplete="off"
              dir="auto"
              onFocus={({ currentTarget }) => field.kind !== "date" && currentTarget.select()}
              onChange={({ target }) => setText(target.value)}
            />
          )
        }
      </Field>
      <span className="flex flex-wrap gap-2">
        {field.kind !== "list" && field.kind !== "boolean" && (
          <Button type="submit" size="sm" variant="primary" disabled={isBusy || text === value}>
            {t("save")}
          </Button>
        )}
        {clearLabel && (
          <Button size="sm" disabled={isBusy} onClick={() => void save(null)}>
            {clearLabel}
          </Button>
        )}
        <Button size="sm" variant="ghost" onClick={onClose}>
          {t("cancel")}
        </Button>
      </span>
    </form>
  );
}

function inputModeOf(kind: CustomField["kind"]) {
  if (kind === "number") return "decimal";
  return kind === "link" ? "url" : "text";
}
