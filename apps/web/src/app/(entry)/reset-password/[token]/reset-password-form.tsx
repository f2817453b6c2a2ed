"use client";

import { Button } from "@besunny/ui/buttons/button";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";

import { useTRPC } from "~/trpc/client";
import { problemOf } from "~/trpc/problem";

import { EntryLink } from "../../entry-link";
import { FormProblem } from "../../form-problem";
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
