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

/** A new person chooses a name and a password; who has an account is led to sign in and back. */
export function JoinAsNewPerson({ token }: { token: string }) {
  const t = useTranslations("invitation");
  const trpc = useTRPC();
  const accept = useMutation(
    trpc.identity.acceptInvitation.mutationOptions({
      async onSuccess({ email }, { password }) {
        await signIn("credentials", { email, password, redirect: false });
        window.location.assign("/");
      },
    }),
  );

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    accept.mutate({
      token,
      name: String(form.get("name") ?? "").trim(),
      password: String(form.get("password") ?? ""),
    });
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <Field label={t("name")}>
        {(control) => <Input {...control} name="name" autoComplete="name" required />}
      </Field>
      <NewPasswordField name="password" label={t("password")} hint={t("passwordHint")} />
      {accept.error && <FormProblem problem={problemOf(accept.error)} />}
      <Button
        type="submit"
        variant="primary"
        size="lg"
        loading={accept.isPending || accept.isSuccess}
      >
        {t("submit")}
      </Button>
      <p className="text-n11">
        {t("haveAccount")}{" "}
        <EntryLink href={`/sign-in?next=${encodeURIComponent(`/invitation/${token}`)}`}>
          {t("signIn")}
        </EntryLink>
      </p>
    </form>
  );
}
