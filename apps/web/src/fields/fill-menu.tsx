"use client";

import { Button } from "@besunny/ui/buttons/button";
import { toast } from "@besunny/ui/feedback/toast";
import { Select } from "@besunny/ui/fields/select";
import { Popover } from "@besunny/ui/overlays/popover";
import { TextCursorInput } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import type { Choice } from "~/documents/selected-documents";

import { FieldForm } from "./field-form";
import { useFieldVerbs } from "./use-field-verbs";
import { useFields } from "./use-fields";

/** Fills one field of all chosen documents at once. Nothing where the workspace has no fields. */
export function FillMenu({ choice, count }: { choice: Choice; count: number }) {
  const t = useTranslations("fields");
  const fields = useFields();
  const verbs = useFieldVerbs();
  const [isOpen, setIsOpen] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const field = fields.find(({ id }) => id === chosen) ?? fields[0];
  if (!field) return null;

  return (
    <Popover
      label={t("fill")}
      align="end"
      open={isOpen}
      onOpenChange={setIsOpen}
      className="flex max-h-(--radix-popover-content-available-height) w-72 flex-col gap-2 overflow-y-auto"
      trigger={
        <Button size="sm" icon={<TextCursorInput aria-hidden />}>
          {t("fill")}
        </Button>
      }
    >
      <p className="text-n11 text-xs">{t("fillHint", { count })}</p>
      <Select
        label={t("chooseField")}
        value={field.id}
        options={fields.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setChosen}
      />
      <FieldForm
        key={field.id}
        field={field}
        value=""
        clearLabel={t("takeAway")}
        onClose={() => setIsOpen(false)}
        onSave={async (value) => {
          const { ids } = await verbs.set(choice, field.id, value);
          setIsOpen(false);
          toast.done(t("filled", { count: ids.length }));
        }}
      />
    </Popover>
  );
}
