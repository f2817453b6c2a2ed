"use client";

import { EntryForm } from "@besunny/web-kit/entry/entry-form";
import { PasswordField } from "@besunny/web-kit/entry/password-field";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import { signInAndOpen } from "../../sign-in-and-open";

/** Finishes a sign-up by the link that was mailed. */
export function ConfirmForm({ token }: { token: string }) {
  const t = useTranslations("confirm");
  const trpc = useTRPC();
  const confirm = useMutation(
    trpc.identity.confirmSignUp.mutationOptions({
      onSuccess: ({ email }, { password }) => signInAndOpen(email, password),
    }),
  );

  return (
    <EntryForm
      title={t("title")}
      lead={t("lead")}
      problem={confirm.error && problemOf(confirm.error)}
      submitLabel={t("submit")}
      isBusy={confirm.isPending || confirm.isSuccess}
      onSubmit={(read) => confirm.mutate({ token, password: read("password") })}
    >
      <PasswordField label={t("password")} autoFocus />
    </EntryForm>
  );
}
