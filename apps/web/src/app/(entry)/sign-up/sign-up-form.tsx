"use client";

import { Button } from "@besunny/ui/button";
import { Field } from "@besunny/ui/field";
import { Input } from "@besunny/ui/input";
import { useMutation } from "@tanstack/react-query";
import Link from "next/link";
import { signIn } from "next-auth/react";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";

import { useTRPC } from "~/trpc/client";
import { problemOf } from "~/trpc/problem";

import { FormProblem } from "../form-problem";

export function SignUpForm() {
  const t = useTranslations("signUp");
  const trpc = useTRPC();
  const signUp = useMutation(
    trpc.identity.signUp.mutationOptions({
      async onSuccess(_, { email, password }) {
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

  return (
    <form onSubmit={submit} className="mt-6 flex flex-col gap-4">
      <Field label={t("name")}>
        {(control) => <Input {...control} name="name" autoComplete="name" required autoFocus />}
      </Field>
      <Field label={t("workspace")} hint={t("workspaceHint")}>
        {(control) => (
          <Input {...control} name="workspaceName" autoComplete="organization" required />
        )}
      </Field>
      <Field label={t("email")}>
        {(control) => (
          <Input {...control} name="email" type="email" autoComplete="username" required />
        )}
      </Field>
      <Field label={t("password")} hint={t("passwordHint")}>
        {(control) => (
          <Input
            {...control}
            name="password"
            type="password"
            autoComplete="new-password"
            minLength={10}
            required
          />
        )}
      </Field>
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
        {t("haveOne")}{" "}
        <Link
          href="/sign-in"
          className="font-medium text-accent-strong underline underline-offset-2"
        >
          {t("signIn")}
        </Link>
      </p>
    </form>
  );
}
