"use client";

import { safePath } from "@besunny/api/browser/safe-path";
import { readSignInRefusal } from "@besunny/api/browser/sign-in-refusal";
import { Button } from "@besunny/ui/buttons/button";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { useCountdown } from "@besunny/ui/hooks/use-countdown";
import { signIn } from "next-auth/react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";

import { EntryLink } from "./entry-link";

const refusals = { wait: "wait", unknown: "refused" } as const;

type Props = { next: string | undefined; canSignUp: boolean };

export function SignInForm({ next, canSignUp }: Props) {
  const t = useTranslations("signIn");
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [left, wait] = useCountdown();

  function tell(refused: string | null | undefined) {
    const refusal = readSignInRefusal(refused);
    if (refusal.kind === "wait") wait(refusal.seconds);
    setError(refusal.kind === "told" ? refusal.message : t(refusals[refusal.kind]));
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
    if (outcome) tell(outcome.error);
    else setError(t("unreachable"));
    setIsBusy(false);
  }

  function submitText(seconds: number): string {
    if (seconds === 0) return t("submit");
    if (seconds < 100) return t("waitSeconds", { count: seconds });
    return t("waitMinutes", { count: Math.ceil(seconds / 60) });
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
      <Button type="submit" variant="primary" size="lg" loading={isBusy} disabled={left > 0}>
        {submitText(left)}
      </Button>
      <p>
        <EntryLink href="/forgot-password">{t("forgot")}</EntryLink>
      </p>
      {canSignUp && (
        <p className="text-n11">
          {t("newHere")} <EntryLink href="/sign-up">{t("signUp")}</EntryLink>
        </p>
      )}
    </form>
  );
}
