"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Input } from "@besunny/ui/fields/input";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";

const longest = 300;

/** The value of one fact in a field: Enter saves it, Escape leaves it as it was. */
export function FactForm({
  label,
  value,
  onSave,
  onClose,
}: {
  label: string;
  value: string;
  onSave: (value: string) => void;
  onClose: () => void;
}) {
  const t = useTranslations("viewer");
  const id = useId();
  const [text, setText] = useState(value);
  const wanted = text.trim();

  function save(event: FormEvent) {
    event.preventDefault();
    if (wanted && wanted !== value) onSave(wanted);
    onClose();
  }

  return (
    <form onSubmit={save} className="flex w-full items-end gap-1 py-1">
      <span className="min-w-0 flex-1">
        <label htmlFor={id} className="block text-n11 text-xs first-letter:uppercase">
          {label}
        </label>
        <Input
          id={id}
          value={text}
          maxLength={longest}
          autoFocus
          dir="auto"
          onFocus={({ currentTarget }) => currentTarget.select()}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Escape") return;
            event.preventDefault();
            onClose();
          }}
        />
      </span>
      <Button type="submit" variant="primary" disabled={!wanted}>
        {t("save")}
      </Button>
    </form>
  );
}
