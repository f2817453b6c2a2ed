"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { EntryLink } from "@besunny/web-kit/entry/entry-link";
import { NewPasswordField } from "@besunny/web-kit/entry/password-field";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation } from "@tanstack/react-query";
import { signIn } from "next-auth/react";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";

/** `domains` are those whose addresses may sign up; none means all. */
export function SignUpForm({ domains }: { domains: readonly string[] }) {
  const t = useTranslations("signUp");
  const trpc = useTRPC();
  const signUp = useMutation(
    trpc.identity.signUp.mutationOptions({
      async onSuccess({ isMailed }, { email, password }) {
        if (isMailed) return;
        await signIn("credentials", { email, password, redirect: false });
        window.location.assign("/");
      },
    }),
  );

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "").trim();
    signUp.mutate({
      name: text("name"),
      email: text("email"),
      password: String(form.get("password") ?? ""),
      workspaceName: text("workspaceName"),
    });
  }

  if (signUp.data?.isMailed)
    return (
      <div role="status" className="break-words">
        <h1 className="font-semibold text-xl">{t("mailed")}</h1>
        <p className="mt-1 text-n11">{t("mailedLead", { email: signUp.variables.email })}</p>
      </div>
    );

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <div className="mb-2">
        <h1 className="font-semibold text-xl">{t("title")}</h1>
        <p className="mt-1 text-n11">{t("lead")}</p>
      </div>
      <Field label={t("name")}>
        {(control) => <Input {...control} name="name" autoComplete="name" required autoFocus />}
      </Field>
      <Field label={t("workspace")} hint={t("workspaceHint")}>
        {(control) => (
          <Input {...control} name="workspaceName" autoComplete="organization" required />
        )}
      </Field>
      <Field
        label={t("email")}
        hint={domains.length > 0 && t("domains", { domains: domains.join(", ") })}
      >
        {(control) => (
          <Input {...control} name="email" type="email" autoComplete="username" required />
        )}
      </Field>
      <NewPasswordField name="password" label={t("password")} hint={t("passwordHint")} />
      {signUp.error && <FormProblem problem={problemOf(signUp.error)} />}
      <Button
        type="submit"
        variant="primary"
        size="lg"
        loading={signUp.isPending || signUp.isSuccess}
      >
        {t("submit")}
      </Button>
      <p className="text-n11">
        {t("haveOne")} <EntryLink href="/sign-in">{t("signIn")}</EntryLink>
      </p>
    </form>
  );
}
