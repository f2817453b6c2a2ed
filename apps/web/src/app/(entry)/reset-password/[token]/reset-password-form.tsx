"use client";

import { Button } from "@besunny/ui/buttons/button";
import { EntryLink } from "@besunny/web-kit/entry/entry-link";
import { NewPasswordField } from "@besunny/web-kit/entry/password-field";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";

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

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const newPassword = String(new FormData(event.currentTarget).get("newPassword") ?? "");
    reset.mutate({ token, newPassword });
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <div className="mb-2">
        <h1 className="font-semibold text-xl">{t("title")}</h1>
        <p className="mt-1 text-n11">{t("lead")}</p>
      </div>
      <NewPasswordField name="newPassword" label={t("password")} hint={t("passwordHint")} />
      {problem && <FormProblem problem={problem} />}
      {problem?.code === "NOT_FOUND" && (
        <p>
          <EntryLink href="/forgot-password">{t("again")}</EntryLink>
        </p>
      )}
      <Button
        type="submit"
        variant="primary"
        size="lg"
        loading={reset.isPending || reset.isSuccess}
      >
        {t("submit")}
      </Button>
    </form>
  );
}
