"use client";

import { fieldKinds } from "@besunny/api/browser/field-kinds";
import type { Outputs } from "@besunny/api/browser/outputs";
import { Button } from "@besunny/ui/buttons/button";
import { toast } from "@besunny/ui/feedback/toast";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { Select } from "@besunny/ui/fields/select";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";

type CardField = Outputs["cards"]["get"]["fields"][number];
type Kind = CardField["kind"];
type Props = { type: string; field?: CardField; onDone?: () => void };

/** Adds a field of the workspace's own to a type, or changes one. */
export function OwnFieldForm({ type, field, onDone }: Props) {
  const t = useTranslations("cards");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [kind, setKind] = useState<Kind>(field?.kind ?? "text");
  const onSuccess = () => {
    toast.done(t("saved"));
    onDone?.();
    return queryClient.invalidateQueries(trpc.cards.pathFilter());
  };
  const add = useMutation(trpc.cards.addField.mutationOptions({ onSuccess }));
  const change = useMutation(trpc.cards.changeField.mutationOptions({ onSuccess }));
  const { error, isPending } = field ? change : add;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const said = (name: string) => String(new FormData(form).get(name) ?? "").trim();
    const label = said("label");
    const words = said("words").split(/[,;\n]/);
    const labels = words.map((word) => word.trim()).filter((word) => word !== "");
    const given = {
      type,
      label,
      kind,
      meaning: said("meaning"),
      labels: labels.length > 0 ? labels : [label],
    };
    if (field) change.mutate({ ...given, name: field.name });
    else add.mutate(given, { onSuccess: () => form.reset() });
  }

  return (
    <form onSubmit={submit} className="flex max-w-md flex-col items-start gap-4 [&>div]:w-full">
      <Field label={t("name")}>
        {(control) => (
          <Input {...control} name="label" maxLength={60} required defaultValue={field?.label} />
        )}
      </Field>
      <Select
        label={t("kind")}
        value={kind}
        options={fieldKinds.map((value) => ({ value, label: t(`kind_${value}`) }))}
        onChange={(next) => setKind(fieldKinds.find((known) => known === next) ?? "text")}
      />
      <Field label={t("words")} hint={t("wordsHint")}>
        {(control) => <Input {...control} name="words" defaultValue={field?.labels.join(", ")} />}
      </Field>
      <Field label={t("meaning")}>
        {(control) => (
          <Input {...control} name="meaning" maxLength={200} defaultValue={field?.meaning} />
        )}
      </Field>
      {error && <FormProblem problem={problemOf(error)} />}
      <Button type="submit" variant="primary" loading={isPending}>
        {field ? t("save") : t("add")}
      </Button>
    </form>
  );
}
