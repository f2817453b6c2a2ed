"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Badge } from "@besunny/ui/display/badge";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Input } from "@besunny/ui/fields/input";
import { useMutation } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";

import { useTRPC } from "../trpc/client";
import { FormProblem } from "../trpc/form-problem";
import { problemOf } from "../trpc/problem";
import type { Security } from "./use-security";

type Props = { passkey: Security["passkeys"][number]; refresh: () => void };

/** One passkey: its name, its use, and what can be done with it. */
export function PasskeyRow({
  passkey: { id, name, isBackedUp, createdAt, lastUsedAt },
  refresh,
}: Props) {
  const t = useTranslations("security");
  const format = useFormatter();
  const trpc = useTRPC();
  const [isNaming, setIsNaming] = useState(false);
  const rename = useMutation(
    trpc.security.renamePasskey.mutationOptions({
      onSuccess() {
        setIsNaming(false);
        refresh();
      },
    }),
  );
  const remove = useMutation(trpc.security.removePasskey.mutationOptions({ onSuccess: refresh }));

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    rename.mutate({ id, name: String(new FormData(event.currentTarget).get("name") ?? "") });
  }

  const error = rename.error ?? remove.error;
  return (
    <li className="flex flex-wrap items-center gap-3 border-n5 border-b py-2">
      <KeyRound aria-hidden className="size-4 shrink-0 text-n10" />
      <span className="min-w-0 flex-1 basis-48">
        {isNaming ? (
          <form onSubmit={submit} className="flex gap-2">
            <Input
              aria-label={t("passkeyName")}
              name="name"
              defaultValue={name}
              maxLength={80}
              required
              autoFocus
            />
            <Button type="submit" size="sm" loading={rename.isPending}>
              {t("save")}
            </Button>
          </form>
        ) : (
          <span className="flex items-center gap-2 font-medium">
            <span className="truncate">{name}</span>
            {isBackedUp && <Badge>{t("backedUp")}</Badge>}
          </span>
        )}
        <span className="block text-n11 text-xs">
          {t("made", { date: format.dateTime(createdAt, { dateStyle: "medium" }) })} ·{" "}
          {lastUsedAt ? (
            <>
              {t("lastUsed")} <RelativeTime at={lastUsedAt} />
            </>
          ) : (
            t("neverUsed")
          )}
        </span>
      </span>
      {!isNaming && (
        <Button size="sm" onClick={() => setIsNaming(true)}>
          {t("rename")}
        </Button>
      )}
      <Button size="sm" loading={remove.isPending} onClick={() => remove.mutate({ id })}>
        {t("remove")}
      </Button>
      {error && <FormProblem problem={problemOf(error)} />}
    </li>
  );
}
