"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Checkbox } from "@besunny/ui/fields/checkbox";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";

import type { Whose } from "../providers/use-connecting";
import type { Connection } from "../source";

/** Connects a mailbox by its server and password, after it was tried. */
export function MailboxForm({
  whose,
  again,
  onConnected,
}: {
  whose: Whose;
  again: Connection | null;
  onConnected: (connectionId: string) => void;
}) {
  const t = useTranslations("addSource");
  const trpc = useTRPC();
  const cache = useQueryClient();
  const [isSecure, setSecure] = useState(again?.settings.secure !== "false");
  const connect = useMutation(
    trpc.connections.connectMailbox.mutationOptions({
      onSuccess: async ({ id }) => {
        await cache.invalidateQueries(trpc.connections.pathFilter());
        onConnected(id);
      },
    }),
  );
  const problem = connect.error && problemOf(connect.error);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const text = (name: string) => String(given.get(name) ?? "");
    connect.mutate({
      host: text("host"),
      port: Number(text("port")),
      user: text("user"),
      password: text("password"),
      isSecure,
      kind: again?.kind ?? whose,
      connectionId: again?.id ?? null,
    });
  }

  return (
    <form onSubmit={submit} className="mx-auto flex max-w-md flex-col gap-4 px-4 py-6">
      <h2 className="font-semibold text-lg">{t("mailbox")}</h2>
      <p className="text-n11">
        {t("reads_imap")} {t("readOnly")}
      </p>
      <Field label={t("host")} hint={t("hostHint")}>
        {(control) => (
          <Input
            {...control}
            name="host"
            required
            maxLength={255}
            defaultValue={again?.settings.host}
            autoComplete="off"
            spellCheck={false}
          />
        )}
      </Field>
      <Field label={t("port")}>
        {(control) => (
          <Input
            {...control}
            name="port"
            type="number"
            min={1}
            max={65_535}
            required
            defaultValue={again?.settings.port ?? "993"}
            className="w-28"
          />
        )}
      </Field>
      <div>
        <span className="flex items-center gap-2">
          <Checkbox
            label={t("secure")}
            checked={isSecure}
            onCheckedChange={(isOn) => setSecure(isOn === true)}
          />
          <span aria-hidden>{t("secure")}</span>
        </span>
        <p className="mt-1 text-n11 text-xs">{t("secureHint")}</p>
      </div>
      <Field label={t("user")} hint={t("userHint")}>
        {(control) => (
          <Input
            {...control}
            name="user"
            required
            maxLength={320}
            defaultValue={again?.settings.user}
            autoComplete="off"
            spellCheck={false}
          />
        )}
      </Field>
      <Field
        label={t("password")}
        hint={t("passwordHint")}
        error={problem ? [problem.message, problem.hint].filter(Boolean).join(". ") : null}
      >
        {(control) => (
          <Input {...control} name="password" type="password" required autoComplete="off" />
        )}
      </Field>
      <Button type="submit" variant="primary" loading={connect.isPending} className="self-start">
        {t("connectMailbox")}
      </Button>
    </form>
  );
}
