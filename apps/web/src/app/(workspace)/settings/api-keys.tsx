"use client";

import { Button } from "@besunny/ui/button";
import { Field } from "@besunny/ui/field";
import { Input } from "@besunny/ui/input";
import { RelativeTime } from "@besunny/ui/relative-time";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";

import { FormProblem } from "~/app/(entry)/form-problem";
import { useTRPC } from "~/trpc/client";
import { problemOf } from "~/trpc/problem";

import { OneTimeSecret } from "./one-time-secret";
import { Panel } from "./panel";

/** Keys for programs that act for this person. */
export function ApiKeys() {
  const t = useTranslations("settings");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries(trpc.members.apiKeys.queryFilter());
  const keys = useQuery(trpc.members.apiKeys.queryOptions({}));
  const create = useMutation(trpc.members.createApiKey.mutationOptions({ onSuccess: refresh }));
  const revoke = useMutation(trpc.members.revokeApiKey.mutationOptions({ onSettled: refresh }));

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const name = String(new FormData(form).get("name") ?? "");
    create.mutate({ name }, { onSuccess: () => form.reset() });
  }

  return (
    <Panel title={t("keys")} hint={t("keysHint")}>
      <form onSubmit={submit} className="flex flex-wrap items-end gap-2">
        <div className="min-w-0 flex-1 basis-56">
          <Field label={t("keyName")}>
            {(control) => <Input {...control} name="name" maxLength={80} required />}
          </Field>
        </div>
        <Button type="submit" variant="primary" loading={create.isPending}>
          {t("makeKey")}
        </Button>
      </form>
      <div className="mt-3 flex flex-col gap-3">
        {create.error && <FormProblem problem={problemOf(create.error)} />}
        {create.data && <OneTimeSecret label={t("keyMade")} value={create.data.key} />}
      </div>
      <ul aria-label={t("keys")} className="mt-4">
        {keys.data?.items.map((key) => (
          <li key={key.id} className="flex min-h-12 items-center gap-3 border-n5 border-b">
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">{key.name}</span>
              <span className="block text-n11 text-xs">
                <code>{key.prefix}…</code> · {t("made")} <RelativeTime at={key.createdAt} />
              </span>
            </span>
            <Button size="sm" onClick={() => revoke.mutate({ id: key.id })}>
              {t("revoke")}
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
