"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";

import { FieldForm } from "./field-form";
import { FieldValue, type FilledField } from "./field-value";
import { useFieldVerbs } from "./use-field-verbs";
import { type CustomField, useFields } from "./use-fields";

/**
 * The fields of the workspace with their values on one document. Those who may change the document open a field with Enter; what they save
 * takes the focus to the next field.
 */
export function DocumentFields({
  document: { id, fields: filled, mayChange },
}: {
  document: { id: string; fields: readonly FilledField[]; mayChange: boolean };
}) {
  const fields = useFields();
  const verbs = useFieldVerbs();
  const list = useRef<HTMLUListElement>(null);
  const [open, setOpen] = useState<string | null>(null);
  const shown = mayChange
    ? fields
    : fields.filter((field) => filled.some((each) => each.id === field.id));

  function close(focused: string | undefined) {
    setOpen(null);
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-field="${focused}"]`)?.focus(),
    );
  }

  return (
    <ul ref={list} className="flex flex-col">
      {shown.map((field, at) => {
        const value = filled.find((each) => each.id === field.id);
        return (
          <li key={field.id}>
            {open === field.id ? (
              <OpenField
                field={field}
                value={value?.value ?? ""}
                onClose={() => close(field.id)}
                onSave={(next) =>
                  verbs
                    .set({ ids: [id] }, field.id, next)
                    .then(() => close(shown[at + 1]?.id ?? field.id))
                }
              />
            ) : (
              <Line
                field={field}
                value={value}
                onOpen={mayChange ? () => setOpen(field.id) : undefined}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}

function OpenField({
  field,
  value,
  ...rest
}: {
  field: CustomField;
  value: string;
  onSave: (value: string | null) => Promise<unknown>;
  onClose: () => void;
}) {
  const t = useTranslations("fields");
  return (
    <FieldForm
      field={field}
      value={value}
      clearLabel={value ? t("takeAway") : undefined}
      {...rest}
    />
  );
}

function Line({
  field,
  value,
  onOpen,
}: {
  field: CustomField;
  value: FilledField | undefined;
  onOpen: (() => void) | undefined;
}) {
  const t = useTranslations("fields");

  return (
    <div className="group/field relative -mx-2 grid min-h-8 grid-cols-[8rem_minmax(0,1fr)] items-baseline gap-3 rounded-md px-2 py-1.5 text-sm has-[button]:hover:bg-n3">
      {onOpen ? (
        <button
          type="button"
          data-field={field.id}
          aria-label={t("edit", { name: field.name })}
          onClick={onOpen}
          className="break-words text-left text-n11 before:absolute before:inset-0 before:rounded-md focus-visible:outline-none focus-visible:before:outline-2 focus-visible:before:outline-focus"
        >
          <bdi>{field.name}</bdi>
        </button>
      ) : (
        <span className="break-words text-n11">
          <bdi>{field.name}</bdi>
        </span>
      )}
      <span className="min-w-0 break-words">
        {value ? <FieldValue field={value} /> : <span className="text-n10">{t("empty")}</span>}
      </span>
    </div>
  );
}
