"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";

import { useTRPC } from "../trpc/client";
import { FormProblem } from "../trpc/form-problem";
import { problemOf } from "../trpc/problem";
import { EntryLink } from "./entry-link";

/** Asks for a link by mail. What it says afterwards is the same whether there is such an account or not. */
export function ForgotPasswordForm() {
  const t = useTranslations("forgotPassword");
  const trpc = useTRPC();
  const request = useMutation(trpc.identity.requestPasswordReset.mutationOptions());

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get("email") ?? "").trim();
    request.mutate({ email });
  }

  if (request.isSuccess)
    return (
      <div role="status" className="break-words">
        <h1 className="font-semibold text-xl">{t("sent")}</h1>
        <p className="mt-1 text-n11">{t("sentLead", { email: request.variables.email })}</p>
        <p className="mt-6">
          <EntryLink href="/sign-in">{t("back")}</EntryLink>
        </p>
      </div>
    );

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <div className="mb-2">
        <h1 className="font-semibold text-xl">{t("title")}</h1>
        <p className="mt-1 text-n11">{t("lead")}</p>
      </div>
      <Field label={t("email")}>
        {(control) => (
          <Input
            {...control}
            name="email"
            type="email"
            autoComplete="username"
            required
            autoFocus
          />
        )}
      </Field>
      {request.error && <FormProblem problem={problemOf(request.error)} />}
      <Button type="submit" variant="primary" size="lg" loading={request.isPending}>
        {t("submit")}
      </Button>
      <p>
        <EntryLink href="/sign-in">{t("back")}</EntryLink>
      </p>
    </form>
  );
}
