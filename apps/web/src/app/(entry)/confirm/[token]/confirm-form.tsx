"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation } from "@tanstack/react-query";
import { signIn } from "next-auth/react";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";

/** Finishes a sign-up by the link that was mailed. */
export function ConfirmForm({ token }: { token: string }) {
  const t = useTranslations("confirm");
  const trpc = useTRPC();
  const confirm = useMutation(
    trpc.identity.confirmSignUp.mutationOptions({
      async onSuccess({ email }, { password }) {
        await signIn("credentials", { email, password, redirect: false });
        window.location.assign("/");
      },
    }),
  );

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get("password") ?? "");
    confirm.mutate({ token, password });
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <div className="mb-2">
        <h1 className="font-semibold text-xl">{t("title")}</h1>
        <p className="mt-1 text-n11">{t("lead")}</p>
      </div>
      <Field label={t("password")}>
        {(control) => (
          <Input
            {...control}
            name="password"
            type="password"
            autoComplete="current-password"
            required
            autoFocus
          />
        )}
      </Field>
      {confirm.error && <FormProblem problem={problemOf(confirm.error)} />}
      <Button
        type="submit"
        variant="primary"
        size="lg"
        loading={confirm.isPending || confirm.isSuccess}
      >
        {t("submit")}
      </Button>
    </form>
  );
}
