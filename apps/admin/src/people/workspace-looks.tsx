"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Badge } from "@besunny/ui/display/badge";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Checkbox } from "@besunny/ui/fields/checkbox";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { Sheet } from "@besunny/ui/overlays/sheet";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Section } from "~/documents/section";

import { useDone } from "./use-done";

const LATEST = 5;

/** Asks the owners of a workspace for a look into it. While one is open, shows documents; each reading is in the log of the workspace. */
export function WorkspaceLooks({ id: workspaceId }: { id: string }) {
  const t = useTranslations("looks");
  const trpc = useTRPC();
  const looks = useQuery(trpc.admin.looks.list.queryOptions({ workspaceId }));
  const items = looks.data?.items ?? [];
  const current = items.find(({ state }) => state === "open" || state === "waiting");

  return (
    <Section title={t("title")}>
      <p className="mb-2 max-w-prose text-n11 text-sm">{t("hint")}</p>
      <ul className="flex flex-col gap-1 text-sm">
        {items.slice(0, LATEST).map((look) => (
          <li key={look.id} className="flex flex-wrap items-center gap-2">
            <Badge tone={look.state === "open" ? "good" : "neutral"}>
              {t(`state_${look.state}`)}
            </Badge>
            <span>{look.adminName ?? look.adminId}</span>
            <bdi className="text-n11">{look.reason}</bdi>
            <span className="text-n11">
              <RelativeTime at={look.askedAt} />
            </span>
          </li>
        ))}
      </ul>
      {!current && <AskForm workspaceId={workspaceId} onAsked={() => void looks.refetch()} />}
      {current?.state === "open" && <Documents workspaceId={workspaceId} />}
    </Section>
  );
}

function AskForm({ workspaceId, onAsked }: { workspaceId: string; onAsked: () => void }) {
  const t = useTranslations("looks");
  const trpc = useTRPC();
  const done = useDone();
  const [isUrgent, setIsUrgent] = useState(false);
  const ask = useMutation(trpc.admin.looks.ask.mutationOptions(done(t("isAsked"), onAsked)));

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const minutes = Number(data.get("minutes"));
    ask.mutate({ workspaceId, reason: String(data.get("reason")), minutes, isUrgent });
  }

  return (
    <form onSubmit={submit} className="mt-2 flex max-w-xl flex-col gap-2">
      <Field label={t("reason")}>
        {(control) => <Input {...control} name="reason" required minLength={10} maxLength={500} />}
      </Field>
      <Field label={t("minutes")}>
        {(control) => (
          <Input
            {...control}
            name="minutes"
            type="number"
            min={5}
            max={480}
            defaultValue={30}
            required
          />
        )}
      </Field>
      <p className="flex items-center gap-2 text-sm">
        <Checkbox
          label={t("urgent")}
          checked={isUrgent}
          onCheckedChange={(checked) => setIsUrgent(checked === true)}
        />
        <span aria-hidden>{t("urgent")}</span>
      </p>
      <span>
        <Button type="submit" loading={ask.isPending}>
          {t("ask")}
        </Button>
      </span>
    </form>
  );
}

function Documents({ workspaceId }: { workspaceId: string }) {
  const t = useTranslations("looks");
  const trpc = useTRPC();
  const done = useDone();
  const list = useMutation(trpc.admin.looks.into.mutationOptions(done(null)));
  const open = useMutation(trpc.admin.looks.document.mutationOptions(done(null)));

  return (
    <div className="mt-3 flex flex-col gap-2">
      <span>
        <Button loading={list.isPending} onClick={() => list.mutate({ workspaceId })}>
          {t("list")}
        </Button>
      </span>
      <ul className="flex flex-col gap-1 text-sm">
        {list.data?.items.map(({ id, title, type }) => (
          <li key={id} className="flex gap-2">
            <button
              type="button"
              className="text-left underline underline-offset-2"
              onClick={() => open.mutate({ workspaceId, id })}
            >
              <bdi>{title}</bdi>
            </button>
            <span className="text-n11">{type}</span>
          </li>
        ))}
      </ul>
      <Sheet
        open={open.data !== undefined}
        onOpenChange={(isOpen) => !isOpen && open.reset()}
        title={open.data?.title ?? ""}
        closeLabel={t("close")}
      >
        <div className="flex flex-col gap-4 whitespace-pre-wrap break-words p-4 text-sm">
          {open.data?.pages.map((text, at) => (
            <p key={`page ${at + 1}`}>{text}</p>
          ))}
        </div>
      </Sheet>
    </div>
  );
}
