"use client";

import { Button } from "@besunny/ui/button";
import { Field } from "@besunny/ui/field";
import { Input } from "@besunny/ui/input";
import { signIn } from "next-auth/react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";

import { safePath } from "./safe-path";

export function SignInForm({ next }: { next: string | undefined }) {
  const t = useTranslations("signIn");
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  function messageOf(error: string | null | undefined): string {
    return error && error !== "CredentialsSignin" ? error : t("refused");
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setIsBusy(true);
    setError(null);

    const outcome = await signIn("credentials", {
      email: form.get("email"),
      password: form.get("password"),
      redirect: false,
    }).catch(() => null);

    // A full load, so that nothing that was rendered for nobody is shown to somebody.
    if (outcome?.ok) return window.location.assign(safePath(next));
    setError(outcome ? messageOf(outcome.error) : t("unreachable"));
    setIsBusy(false);
  }

  return (
    <form onSubmit={submit} className="mt-6 flex flex-col gap-4">
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
      <Field label={t("password")}>
        {(control) => (
          <Input
            {...control}
            name="password"
            type="password"
            autoComplete="current-password"
            required
          />
        )}
      </Field>
      {error && (
        <p role="alert" className="rounded-md bg-bad-soft px-3 py-2 text-bad">
          {error}
        </p>
      )}
      <Button type="submit" variant="primary" size="lg" loading={isBusy}>
        {t("submit")}
      </Button>
    </form>
  );
}
