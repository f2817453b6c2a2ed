"use client";

import { Button } from "@besunny/ui/buttons/button";
import { toast } from "@besunny/ui/feedback/toast";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";

import { useTRPCClient } from "../trpc/client";
import { FormProblem } from "../trpc/form-problem";
import { problemOf } from "../trpc/problem";
import { SecurityPanel } from "./panel";
import { makePasskey } from "./passkey";
import { PasskeyRow } from "./passkey-row";
import type { Security } from "./use-security";

type Props = {
  security: Security;
  onCodes: (codes: readonly string[] | null) => void;
  refresh: () => void;
};

/** Lists the person's passkeys and adds one. */
export function PasskeyPanel({ security: { passkeys }, onCodes, refresh }: Props) {
  const t = useTranslations("security");
  const client = useTRPCClient();
  const add = useMutation({
    async mutationFn(name: string) {
      const { options } = await client.security.beginPasskey.mutate();
      const answer = await makePasskey(options).catch(() => {
        throw new Error(t("passkeyFailed"));
      });
      return client.security.finishPasskey.mutate({ name, answer });
    },
    onSuccess({ recoveryCodes }) {
      toast.done(t("passkeyAdded"));
      onCodes(recoveryCodes);
      refresh();
    },
  });

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const name = String(new FormData(form).get("name") ?? "");
    add.mutate(name, { onSuccess: () => form.reset() });
  }

  return (
    <SecurityPanel title={t("passkeys")} hint={t("passkeysHint")}>
      {passkeys.length === 0 && <p>{t("noPasskeys")}</p>}
      <ul aria-label={t("passkeys")} className="w-full">
        {passkeys.map((passkey) => (
          <PasskeyRow key={passkey.id} passkey={passkey} refresh={refresh} />
        ))}
      </ul>
      <form onSubmit={submit} className="flex w-full max-w-sm flex-col items-start gap-3">
        <Field label={t("passkeyName")}>
          {(control) => <Input {...control} name="name" maxLength={80} required />}
        </Field>
        {add.error && <FormProblem problem={problemOf(add.error)} />}
        <Button type="submit" loading={add.isPending}>
          {t("addPasskey")}
        </Button>
      </form>
    </SecurityPanel>
  );
}
