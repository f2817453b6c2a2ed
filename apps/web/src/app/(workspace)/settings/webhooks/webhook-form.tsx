"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Button } from "@besunny/ui/buttons/button";
import { toast } from "@besunny/ui/feedback/toast";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";

import { OneTimeSecret } from "~/shell/one-time-secret";

import { Boxes } from "./boxes";
import { useEventTitle } from "./use-event-title";
import type { WebhookView } from "./webhook-row";

type EventName = Outputs["webhooks"]["list"]["events"][number];

/** Makes a webhook, or changes one. The secret of a new one is shown this once. */
export function WebhookForm({
  webhook,
  events,
  onClose,
}: {
  webhook: WebhookView | null;
  events: readonly EventName[];
  onClose: () => void;
}) {
  const t = useTranslations("webhooks");
  const trpc = useTRPC();
  const cache = useQueryClient();
  const formId = useId();
  const titleOf = useEventTitle();
  const projects = useQuery(trpc.projects.list.queryOptions({}));
  const [chosen, setChosen] = useState<readonly string[]>(webhook?.events ?? ["document.ready"]);
  const [filed, setFiled] = useState<readonly string[]>(webhook?.projectIds ?? []);
  const onSettled = () => cache.invalidateQueries(trpc.webhooks.pathFilter());
  const create = useMutation(trpc.webhooks.create.mutationOptions({ onSettled }));
  const change = useMutation(
    trpc.webhooks.change.mutationOptions({
      onSuccess({ name }) {
        toast.done(t("saved", { name }));
        onClose();
      },
      onSettled,
    }),
  );
  const problem = create.error ?? change.error;

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const fields = {
      name: String(form.get("name") ?? ""),
      url: String(form.get("url") ?? ""),
      events: events.filter((each) => chosen.includes(each)),
      projectIds: [...filed],
    };
    if (webhook) change.mutate({ id: webhook.id, ...fields });
    else create.mutate(fields);
  }

  if (create.data) {
    const { name } = create.data.webhook;
    return <SecretDialog name={name} secret={create.data.secret} onClose={onClose} />;
  }
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={webhook ? webhook.name : t("new")}
      description={webhook ? undefined : t("newHint")}
      closeLabel={t("close")}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            type="submit"
            form={formId}
            variant="primary"
            loading={create.isPending || change.isPending}
            disabled={chosen.length === 0}
          >
            {webhook ? t("save") : t("make")}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={save} className="flex flex-col gap-4">
        <Field label={t("name")}>
          {(control) => (
            <Input
              {...control}
              name="name"
              defaultValue={webhook?.name ?? ""}
              maxLength={80}
              required
              autoFocus
              autoComplete="off"
              dir="auto"
            />
          )}
        </Field>
        <Field label={t("url")} hint={t("urlHint")}>
          {(control) => (
            <Input
              {...control}
              name="url"
              type="url"
              defaultValue={webhook?.url ?? ""}
              maxLength={2000}
              placeholder="https://"
              required
              autoComplete="off"
            />
          )}
        </Field>
        <Boxes
          legend={t("chosenEvents")}
          all={events.map((name) => ({ id: name, name: titleOf(name) }))}
          chosen={chosen}
          onChange={setChosen}
        />
        {(projects.data?.items.length ?? 0) > 0 && (
          <Boxes
            legend={t("projects")}
            hint={t("projectsHint")}
            all={projects.data?.items ?? []}
            chosen={filed}
            onChange={setFiled}
          />
        )}
        {problem && <FormProblem problem={problemOf(problem)} />}
      </form>
    </Dialog>
  );
}

/** A secret, shown this once. */
export function SecretDialog({
  name,
  secret,
  onClose,
}: {
  name: string;
  secret: string;
  onClose: () => void;
}) {
  const t = useTranslations("webhooks");
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("secretTitle", { name })}
      description={t("secretHint")}
      closeLabel={t("close")}
      actions={
        <Button variant="primary" onClick={onClose}>
          {t("done")}
        </Button>
      }
    >
      <OneTimeSecret label={t("secret")} value={secret} />
    </Dialog>
  );
}
