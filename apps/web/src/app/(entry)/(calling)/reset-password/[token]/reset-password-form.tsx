"use client";

import { EntryForm } from "@besunny/web-kit/entry/entry-form";
import { EntryLink } from "@besunny/web-kit/entry/entry-link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import { NewPasswordField } from "../../new-password-field";

/** Chooses a new password by a link. */
export function ResetPasswordForm({ token }: { token: string }) {
  const t = useTranslations("resetPassword");
  const trpc = useTRPC();
  const reset = useMutation(
    trpc.identity.resetPassword.mutationOptions({
      onSuccess: () => window.location.assign("/sign-in?reset=1"),
    }),
  );
  const problem = reset.error && problemOf(reset.error);

  return (
    <EntryForm
      title={t("title")}
      lead={t("lead")}
      problem={problem}
      wayOut={
        problem?.code === "NOT_FOUND" && (
          <p>
            <EntryLink href="/forgot-password">{t("again")}</EntryLink>
          </p>
        )
      }
      submitLabel={t("submit")}
      isBusy={reset.isPending || reset.isSuccess}
      onSubmit={(read) => reset.mutate({ token, newPassword: read("newPassword") })}
    >
      <NewPasswordField name="newPassword" label={t("password")} hint={t("passwordHint")} />
    </EntryForm>
  );
}
