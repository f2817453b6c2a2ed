"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Checkbox } from "@besunny/ui/fields/checkbox";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { Bookmark } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";

import { useShell } from "~/shell/shell-context";

import { useViewVerbs } from "./use-view-verbs";
import type { View } from "./view";

/** Saves the query of a screen under a name. */
export function SaveView({
  query,
  place,
  sort,
  layout = null,
  onSaved,
}: Pick<View, "query" | "place" | "sort"> & {
  /** The columns with which it opens; left out where the screen has no table. */
  layout?: View["layout"];
  onSaved: (view: View) => void;
}) {
  const t = useTranslations("views");
  const { role } = useShell();
  const verbs = useViewVerbs();
  const formId = useId();
  const [isOpen, setIsOpen] = useState(false);

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const made = await verbs.create({
      name: String(form.get("name") ?? ""),
      query,
      place,
      sort,
      layout,
      isShared: form.get("shared") === "on",
    });
    if (!made) return;
    if (form.get("alert") === "on") await verbs.setHabits({ id: made.id, isAlerting: true });
    setIsOpen(false);
    onSaved(made);
  }

  return (
    <>
      <Button icon={<Bookmark aria-hidden />} onClick={() => setIsOpen(true)}>
        {t("save")}
      </Button>
      <Dialog
        open={isOpen}
        onOpenChange={setIsOpen}
        title={t("save")}
        description={t("saveHint")}
        closeLabel={t("close")}
        actions={
          <>
            <Button onClick={() => setIsOpen(false)}>{t("cancel")}</Button>
            <Button type="submit" form={formId} variant="primary">
              {t("save")}
            </Button>
          </>
        }
      >
        <form id={formId} onSubmit={(event) => void save(event)} className="flex flex-col gap-3">
          <Field label={t("name")}>
            {(control) => (
              <Input
                {...control}
                name="name"
                required
                maxLength={80}
                autoFocus
                autoComplete="off"
              />
            )}
          </Field>
          <Ticked name="alert" label={t("alertMe")} />
          {role !== "viewer" && <Ticked name="shared" label={t("share")} />}
        </form>
      </Dialog>
    </>
  );
}

function Ticked({ name, label }: { name: string; label: string }) {
  return (
    <div className="flex items-center gap-2">
      <Checkbox name={name} label={label} />
      <span aria-hidden>{label}</span>
    </div>
  );
}
