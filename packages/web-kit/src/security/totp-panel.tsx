"use client";

import { Button } from "@besunny/ui/buttons/button";
import { toast } from "@besunny/ui/feedback/toast";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { useMutation } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import type { FormEvent } from "react";

import { useTRPC } from "../trpc/client";
import { FormProblem } from "../trpc/form-problem";
import { problemOf } from "../trpc/problem";
import { SecurityPanel } from "./panel";
import type { Security } from "./use-security";

type Props = {
  security: Security;
  onCodes: (codes: readonly string[] | null) => void;
  refresh: () => void;
};

/** Adds an authenticator app and removes it. */
export function TotpPanel({ security, onCodes, refresh }: Props) {
  const t = useTranslations("security");
  const format = useFormatter();
  const trpc = useTRPC();
  const begin = useMutation(trpc.security.beginTotp.mutationOptions());
  const remove = useMutation(
    trpc.security.removeTotp.mutationOptions({
      onSuccess() {
        toast.done(t("appRemoved"));
        refresh();
      },
    }),
  );
  const confirm = useMutation(
    trpc.security.confirmTotp.mutationOptions({
      onSuccess({ recoveryCodes }) {
        toast.done(t("appAdded"));
        begin.reset();
        onCodes(recoveryCodes);
        refresh();
      },
    }),
  );

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    confirm.mutate({ code: String(new FormData(event.currentTarget).get("code") ?? "") });
  }

  const error = begin.error ?? remove.error ?? confirm.error;
  return (
    <SecurityPanel title={t("app")} hint={t("appHint")}>
      {security.totpSince && (
        <>
          <p>
            {t("appOn", { date: format.dateTime(security.totpSince, { dateStyle: "medium" }) })}
          </p>
          <Button loading={remove.isPending} onClick={() => remove.mutate()}>
            {t("removeApp")}
          </Button>
        </>
      )}
      {!security.totpSince && !begin.data && (
        <Button loading={begin.isPending} onClick={() => begin.mutate()}>
          {t("addApp")}
        </Button>
      )}
      {!security.totpSince && begin.data && (
        <form onSubmit={submit} className="flex max-w-sm flex-col items-start gap-4">
          <p>{t("scan")}</p>
          <img
            alt={t("picture")}
            src={`data:image/svg+xml;utf8,${encodeURIComponent(begin.data.picture)}`}
            className="size-44 rounded-md bg-white"
          />
          <Field label={t("secret")}>
            {(control) => (
              <Input
                {...control}
                readOnly
                value={begin.data.secret}
                onFocus={(event) => event.currentTarget.select()}
                className="font-mono text-sm"
              />
            )}
          </Field>
          <Field label={t("code")}>
            {(control) => (
              <Input
                {...control}
                name="code"
                inputMode="numeric"
                autoComplete="one-time-code"
                maxLength={9}
                required
              />
            )}
          </Field>
          <Button type="submit" variant="primary" loading={confirm.isPending}>
            {t("addApp")}
          </Button>
        </form>
      )}
      {error && <FormProblem problem={problemOf(error)} />}
    </SecurityPanel>
  );
}
