"use client";

import { customFieldKinds } from "@besunny/api/browser/vocabulary";
import { Button } from "@besunny/ui/buttons/button";
import { Field } from "@besunny/ui/fields/field";
import { Input, Textarea } from "@besunny/ui/fields/input";
import { Select } from "@besunny/ui/fields/select";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";

import { useFieldVerbs } from "~/fields/use-field-verbs";
import type { CustomField } from "~/fields/use-fields";

import { linesOf } from "./lines-of";

/** Adds a field, or changes the name and the currency of one. */
export function FieldDialog({ field, onClose }: { field?: CustomField; onClose: () => void }) {
  const t = useTranslations("fields");
  const formId = useId();
  const verbs = useFieldVerbs();
  const [kind, setKind] = useState<CustomField["kind"]>(field?.kind ?? "text");
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const title = field ? t("rename", { name: field.name }) : t("add");

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const name = String(form.get("name") ?? "");
    const currency = String(form.get("currency") ?? "").trim() || null;
    const options = linesOf(String(form.get("options") ?? ""));
    setIsBusy(true);
    try {
      if (field) await verbs.change({ id: field.id, name, currency });
      else await verbs.create({ name, kind, currency, options });
      onClose();
    } catch (failure) {
      const { message, hint } = problemOf(failure);
      setError([message || t("notDone"), hint].filter(Boolean).join(". "));
      setIsBusy(false);
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={title}
      closeLabel={t("close")}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" form={formId} variant="primary" disabled={isBusy}>
            {field ? t("save") : t("add")}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={(event) => void save(event)} className="flex flex-col gap-4">
        <Field label={t("name")} error={error}>
          {(control) => (
            <Input
              {...control}
              name="name"
              defaultValue={field?.name ?? ""}
              required
              maxLength={60}
              autoFocus
              autoComplete="off"
              dir="auto"
            />
          )}
        </Field>
        {!field && (
          <Field label={t("kind")} hint={t("kindHint")}>
            {({ id }) => (
              <Select
                id={id}
                label={t("kind")}
                value={kind}
                options={customFieldKinds.map((value) => ({ value, label: t(`kind_${value}`) }))}
                onChange={(next) => setKind(customFieldKinds.find((each) => each === next) ?? kind)}
                className="self-start"
              />
            )}
          </Field>
        )}
        {kind === "amount" && (
          <Field label={t("currency")} hint={t("currencyHint")}>
            {(control) => (
              <Input
                {...control}
                name="currency"
                defaultValue={field?.currency ?? ""}
                maxLength={3}
                autoComplete="off"
                className="w-24 uppercase"
              />
            )}
          </Field>
        )}
        {kind === "list" && !field && (
          <Field label={t("options")} hint={t("optionsHint")}>
            {(control) => <Textarea {...control} name="options" rows={6} dir="auto" />}
          </Field>
        )}
      </form>
    </Dialog>
  );
}
