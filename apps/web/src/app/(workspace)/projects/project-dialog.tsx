"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Checkbox } from "@besunny/ui/fields/checkbox";
import { Field } from "@besunny/ui/fields/field";
import { Input, Textarea } from "@besunny/ui/fields/input";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useId } from "react";
import { isOpening, useConfirmOpening } from "~/documents/confirm-opening";

type Project = { id: string; name: string; description: string; isRestricted: boolean };

/** Makes a project, or changes the one that is given. */
export function ProjectDialog({
  open,
  onOpenChange,
  project,
  onSaved,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  project?: Project;
  onSaved?: (project: { id: string }) => void;
}) {
  const t = useTranslations("projects");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const formId = useId();
  const onSuccess = async (saved: { id: string }) => {
    await queryClient.invalidateQueries(trpc.projects.pathFilter());
    onOpenChange(false);
    onSaved?.(saved);
  };
  const create = useMutation(trpc.projects.create.mutationOptions({ onSuccess }));
  const update = useMutation(trpc.projects.update.mutationOptions({ onSuccess }));
  const confirmed = useConfirmOpening();
  const error = [create.error, update.error].find((each) => each && !isOpening(each));

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const fields = {
      name: String(form.get("name") ?? ""),
      description: String(form.get("description") ?? ""),
      isRestricted: form.get("isRestricted") === "on",
    };
    if (!project) return create.mutate(fields);
    const change = (isConfirmed: boolean) =>
      update.mutateAsync({ id: project.id, ...fields, isConfirmed });
    // The error is shown under the fields.
    confirmed(change).catch(() => undefined);
  }

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t(project ? "edit" : "create")}
      closeLabel={t("close")}
      actions={
        <>
          <Button onClick={() => onOpenChange(false)}>{t("cancel")}</Button>
          <Button
            type="submit"
            form={formId}
            variant="primary"
            loading={create.isPending || update.isPending}
          >
            {t(project ? "save" : "create")}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        <Field label={t("name")}>
          {(control) => (
            <Input
              {...control}
              name="name"
              required
              maxLength={120}
              defaultValue={project?.name}
              autoFocus
            />
          )}
        </Field>
        <Field label={t("description")}>
          {(control) => (
            <Textarea
              {...control}
              name="description"
              maxLength={2000}
              defaultValue={project?.description}
            />
          )}
        </Field>
        <div className="flex items-start gap-2.5">
          <Checkbox
            label={t("restrict")}
            name="isRestricted"
            defaultChecked={project?.isRestricted ?? false}
            className="mt-0.5"
          />
          <span aria-hidden>
            {t("restrict")}
            <span className="block text-n11 text-sm">{t("restrictHint")}</span>
          </span>
        </div>
        {error && <FormProblem problem={problemOf(error)} />}
      </form>
    </Dialog>
  );
}
