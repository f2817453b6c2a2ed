"use client";

import { Button } from "@besunny/ui/buttons/button";
import { IconButton } from "@besunny/ui/buttons/icon-button";
import { Input } from "@besunny/ui/fields/input";
import { Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";

import { useFieldVerbs } from "~/fields/use-field-verbs";

/** One value of a list, which is renamed where it is, and removed after a question. */
export function ValueRow({
  fieldId,
  option: { id, name },
}: {
  fieldId: string;
  option: { id: string; name: string };
}) {
  const t = useTranslations("fields");
  const verbs = useFieldVerbs();
  const [open, setOpen] = useState<"name" | "remove" | null>(null);
  const close = () => setOpen(null);

  function rename(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const next = String(new FormData(event.currentTarget).get("name") ?? "");
    void verbs.renameOption(fieldId, id, next).then(close, () => undefined);
  }

  return (
    <li className="flex min-h-10 flex-wrap items-center gap-2 border-n5 border-b py-1 [contain-intrinsic-size:auto_40px] [content-visibility:auto] last:border-0">
      {open === "name" && (
        <form onSubmit={rename} className="flex min-w-0 flex-1 items-center gap-2">
          <Input
            name="name"
            aria-label={t("renameValue", { name })}
            defaultValue={name}
            maxLength={120}
            required
            autoFocus
            autoComplete="off"
            dir="auto"
          />
          <Button type="submit" size="sm" variant="primary">
            {t("save")}
          </Button>
          <Button size="sm" onClick={close}>
            {t("cancel")}
          </Button>
        </form>
      )}
      {open === "remove" && (
        <>
          <p className="min-w-40 flex-1 text-sm">
            <strong className="block font-medium">{t("removeValueTitle", { name })}</strong>
            {t("removeValueHint")}
          </p>
          <Button
            size="sm"
            variant="danger"
            onClick={() => void verbs.removeOption(fieldId, id).catch(close)}
          >
            {t("remove")}
          </Button>
          <Button size="sm" autoFocus onClick={close}>
            {t("cancel")}
          </Button>
        </>
      )}
      {open === null && (
        <>
          <bdi className="min-w-0 flex-1 truncate">{name}</bdi>
          <IconButton
            label={t("renameValue", { name })}
            icon={<Pencil />}
            onClick={() => setOpen("name")}
          />
          <IconButton
            label={t("removeValue", { name })}
            icon={<Trash2 />}
            onClick={() => setOpen("remove")}
          />
        </>
      )}
    </li>
  );
}
