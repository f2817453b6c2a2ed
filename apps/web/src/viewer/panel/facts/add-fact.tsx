"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";

import { useFactVerbs } from "./use-fact-verbs";

type Offered = { name: string; label: string };

/** Adds a fact that was not found: a field of the type, or one that the person names. */
export function AddFact({ id, offered }: { id: string; offered: readonly Offered[] }) {
  const t = useTranslations("viewer");
  const verbs = useFactVerbs(id);
  const names = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [label, setLabel] = useState("");
  const [value, setValue] = useState("");

  function add(event: FormEvent) {
    event.preventDefault();
    const wanted = label.trim();
    const known = offered.find((field) => field.label.toLowerCase() === wanted.toLowerCase());
    const named = known ? { name: known.name } : { name: wanted.toLowerCase(), label: wanted };
    verbs.change({ ...named, before: null, value: value.trim() }, t("factAdded", { name: wanted }));
    setIsOpen(false);
    setLabel("");
    setValue("");
  }

  if (!isOpen) {
    return (
      <Button
        size="sm"
        variant="ghost"
        icon={<Plus aria-hidden />}
        className="-ml-2.5"
        onClick={() => setIsOpen(true)}
      >
        {t("factAdd")}
      </Button>
    );
  }
  return (
    <form onSubmit={add} className="flex flex-col gap-2 py-2">
      <Field label={t("factName")}>
        {(props) => (
          <Input
            {...props}
            list={names}
            maxLength={80}
            autoFocus
            value={label}
            onChange={({ target }) => setLabel(target.value)}
          />
        )}
      </Field>
      <datalist id={names}>
        {offered.map((field) => (
          <option key={field.name} value={field.label} />
        ))}
      </datalist>
      <Field label={t("factValue")}>
        {(props) => (
          <Input
            {...props}
            maxLength={300}
            dir="auto"
            value={value}
            onChange={({ target }) => setValue(target.value)}
          />
        )}
      </Field>
      <span className="flex gap-2">
        <Button type="submit" size="sm" variant="primary" disabled={!label.trim() || !value.trim()}>
          {t("add")}
        </Button>
        <Button size="sm" variant="ghost" onClick={() => setIsOpen(false)}>
          {t("cancel")}
        </Button>
      </span>
    </form>
  );
}
