"use client";

import { Button } from "@besunny/ui/buttons/button";
import { toast } from "@besunny/ui/feedback/toast";
import { Checkbox } from "@besunny/ui/fields/checkbox";
import { Field } from "@besunny/ui/fields/field";
import { Input, Textarea } from "@besunny/ui/fields/input";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";

import type { ListedType } from "./listed-type";
import { useTypesChanged } from "./use-types-changed";

/** Adds a type of the workspace's own, or changes the one that is given. */
export function TypeDialog({ type, onClose }: { type?: ListedType; onClose: () => void }) {
  const t = useTranslations("types");
  const tl = useTranslations("learning");
  const isStandard = type !== undefined && !type.isOwn;
  const [isOnlySuggested, setOnlySuggested] = useState(type?.isOnlySuggested ?? false);
  const trpc = useTRPC();
  const formId = useId();
  const typesChanged = useTypesChanged();
  const onSuccess = async () => {
    await typesChanged();
    toast.done(t("saved"));
    onClose();
  };
  const create = useMutation(trpc.taxonomy.create.mutationOptions({ onSuccess }));
  const change = useMutation(trpc.taxonomy.change.mutationOptions({ onSuccess }));
  const error = create.error ?? change.error;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const name = String(form.get("name") ?? "");
    const definition = String(form.get("definition") ?? "");
    const examples = String(form.get("examples") ?? "")
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "");
    const synonyms = String(form.get("synonyms") ?? "")
      .split(",")
      .map((word) => word.trim())
      .filter((word) => word !== "");
    const taught = { synonyms, isOnlySuggested };
    if (isStandard) change.mutate({ name: type.name, ...taught });
    else if (type)
      change.mutate({ name: type.name, newName: name, definition, examples, ...taught });
    else create.mutate({ name, definition, examples, ...taught });
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(type ? "edit" : "add")}
      closeLabel={t("close")}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            type="submit"
            form={formId}
            variant="primary"
            loading={create.isPending || change.isPending}
          >
            {t(type ? "save" : "add")}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        {!isStandard && (
          <>
            <Field label={t("name")}>
              {(control) => (
                <Input
                  {...control}
                  name="name"
                  required
                  maxLength={60}
                  defaultValue={type?.name}
                  autoFocus
                />
              )}
            </Field>
            <Field label={t("definition")} hint={t("definitionHint")}>
              {(control) => (
                <Textarea
                  {...control}
                  name="definition"
                  required
                  maxLength={600}
                  defaultValue={type?.definition}
                />
              )}
            </Field>
            <Field label={t("examples")} hint={t("examplesHint")}>
              {(control) => (
                <Textarea {...control} name="examples" defaultValue={type?.examples.join("\n")} />
              )}
            </Field>
          </>
        )}
        <Field label={tl("synonyms")} hint={tl("synonymsHint")}>
          {(control) => (
            <Input {...control} name="synonyms" defaultValue={type?.synonyms.join(", ")} />
          )}
        </Field>
        <div className="flex items-start gap-2">
          <Checkbox
            label={tl("onlySuggested")}
            className="mt-0.5"
            checked={isOnlySuggested}
            onCheckedChange={(checked) => setOnlySuggested(checked === true)}
          />
          <p>
            {tl("onlySuggested")}
            <span className="block text-n11 text-sm">{tl("onlySuggestedHint")}</span>
          </p>
        </div>
        {error && <FormProblem problem={problemOf(error)} />}
      </form>
    </Dialog>
  );
}
