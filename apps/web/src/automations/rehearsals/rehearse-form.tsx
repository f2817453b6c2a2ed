"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Button } from "@besunny/ui/buttons/button";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";

type Detail = Outputs["automations"]["get"];

/** Asks on which documents to rehearse. The draft is saved first, so that what is rehearsed is what is seen. */
export function RehearseForm({
  onSave,
  onBegun,
}: {
  onSave: () => Promise<Detail | null>;
  onBegun: (rehearsalId: string) => void;
}) {
  const t = useTranslations("rehearsals");
  const trpc = useTRPC();
  const cache = useQueryClient();
  const [words, setWords] = useState("");
  const rehearse = useMutation(
    trpc.automations.rehearse.mutationOptions({
      async onSuccess({ id }) {
        await cache.invalidateQueries({ queryKey: trpc.automations.rehearsals.queryKey() });
        onBegun(id);
      },
    }),
  );

  async function begin() {
    const saved = await onSave();
    const q = words.trim();
    if (saved) rehearse.mutate({ id: saved.id, filter: q === "" ? {} : { q } });
  }

  return (
    <form
      className="flex flex-col gap-3 rounded-lg border border-n6 bg-n2 p-4"
      onSubmit={(event) => {
        event.preventDefault();
        void begin();
      }}
    >
      <p>{t("intro")}</p>
      <Field label={t("onWhich")} hint={t("onWhichHint")}>
        {(control) => (
          <Input
            {...control}
            value={words}
            maxLength={1_000}
            placeholder={t("everything")}
            onChange={({ target }) => setWords(target.value)}
          />
        )}
      </Field>
      {rehearse.error && <FormProblem problem={problemOf(rehearse.error)} />}
      <div>
        <Button variant="primary" type="submit" loading={rehearse.isPending}>
          {t("rehearse")}
        </Button>
      </div>
    </form>
  );
}
