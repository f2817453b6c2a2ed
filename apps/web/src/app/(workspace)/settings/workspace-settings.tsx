"use client";

import { Button } from "@besunny/ui/buttons/button";
import { toast } from "@besunny/ui/feedback/toast";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { useShell } from "~/shell/shell-context";

import { Panel } from "./panel";

export function WorkspaceSettings() {
  const t = useTranslations("settings");
  const trpc = useTRPC();
  const router = useRouter();
  const { session } = useShell();
  const current = session.workspaces.find(({ id }) => id === session.workspaceId);
  const rename = useMutation(
    trpc.workspace.rename.mutationOptions({
      onSuccess() {
        toast.done(t("saved"));
        router.refresh();
      },
    }),
  );

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    rename.mutate({ name: String(new FormData(event.currentTarget).get("name") ?? "").trim() });
  }

  return (
    <Panel title={t("workspace")}>
      <form onSubmit={submit} className="flex max-w-sm flex-col items-start gap-4 [&>div]:w-full">
        <Field label={t("workspaceName")}>
          {(control) => (
            <Input {...control} name="name" maxLength={120} required defaultValue={current?.name} />
          )}
        </Field>
        {rename.error && <FormProblem problem={problemOf(rename.error)} />}
        <Button type="submit" loading={rename.isPending}>
          {t("save")}
        </Button>
      </form>
    </Panel>
  );
}
