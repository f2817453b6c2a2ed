"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Button } from "@besunny/ui/buttons/button";
import { toast } from "@besunny/ui/feedback/toast";
import { Field } from "@besunny/ui/fields/field";
import { Textarea } from "@besunny/ui/fields/input";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";

const LONGEST = 2000;

/** Shows the instructions of a project for answers about it. Leads and contributors write it, readers read it. */
export function ProjectInstructions({ project }: { project: Outputs["projects"]["get"] }) {
  const t = useTranslations("instructions");
  const isWritable = project.myRole !== "reader" && !project.archivedAt;
  return (
    <section className="max-w-2xl p-4">
      <h2 className="font-semibold text-lg">{t("title")}</h2>
      <p className="mt-0.5 mb-4 text-n11">{t("hint")}</p>
      {isWritable ? (
        <InstructionsForm id={project.id} instructions={project.instructions} />
      ) : (
        <>
          <p className="whitespace-pre-wrap">{project.instructions || t("none")}</p>
          <p className="mt-3 text-n11 text-sm">{t("readOnly")}</p>
        </>
      )}
    </section>
  );
}

function InstructionsForm({ id, instructions }: { id: string; instructions: string }) {
  const t = useTranslations("instructions");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const save = useMutation(
    trpc.projects.setInstructions.mutationOptions({
      async onSuccess() {
        await queryClient.invalidateQueries(trpc.projects.pathFilter());
        toast.done(t("saved"));
      },
    }),
  );

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget).get("instructions");
    save.mutate({ id, instructions: String(given ?? "") });
  }

  return (
    <form onSubmit={submit} className="flex flex-col items-start gap-4 [&>div]:w-full">
      <Field label={t("label")}>
        {(control) => (
          <Textarea
            {...control}
            name="instructions"
            rows={6}
            maxLength={LONGEST}
            defaultValue={instructions}
            placeholder={t("placeholder")}
          />
        )}
      </Field>
      {save.error && <FormProblem problem={problemOf(save.error)} />}
      <Button type="submit" loading={save.isPending}>
        {t("save")}
      </Button>
    </form>
  );
}
