"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Field } from "@besunny/ui/fields/field";
import { Textarea } from "@besunny/ui/fields/input";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";

import { OutgoingPreview } from "~/outgoing/outgoing-preview";

import type { Policy } from "./policy";

/** A text that people paste to see it as it would leave under the rules on the page. */
export function PasteText({ policy }: { policy: Policy }) {
  const t = useTranslations("outgoing");
  const trpc = useTRPC();
  const preview = useMutation(trpc.redaction.previewText.mutationOptions());

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get("text") ?? "");
    preview.mutate({ text, rules: policy });
  }

  return (
    <form onSubmit={submit} className="flex flex-col items-start gap-4 [&>div]:w-full">
      <Field label={t("text")}>
        {(control) => <Textarea {...control} name="text" rows={5} required maxLength={20_000} />}
      </Field>
      <Button type="submit" loading={preview.isPending}>
        {t("show")}
      </Button>
      {preview.error && <FormProblem problem={problemOf(preview.error)} />}
      {preview.data && <OutgoingPreview preview={preview.data} />}
    </form>
  );
}
