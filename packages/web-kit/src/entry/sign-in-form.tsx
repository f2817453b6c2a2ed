"use client";

import { safePath } from "@besunny/api/browser/safe-path";
import { readSignInRefusal } from "@besunny/api/browser/sign-in-refusal";
import { useCountdown } from "@besunny/ui/hooks/use-countdown";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useTold } from "../told/use-told";

import { EmailField } from "./email-field";
import { EntryForm, type ReadField } from "./entry-form";
import { EntryLink } from "./entry-link";
import { PasswordField } from "./password-field";
import { signInByPassword } from "./session";

const refusals = { wait: "wait", unknown: "refused" } as const;

type Props = {
  /** The path to go on to; anything that could lead to another site becomes the home page. */
  next: string | undefined;
  lead?: ReactNode;
  links?: ReactNode;
};

/** Signs a person in by email and password. After too many attempts the button counts the seconds down. */
export function SignInForm({ next, lead, links }: Props) {
  const t = useTranslations("signIn");
  const tell = useTold();
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [left, wait] = useCountdown();

  function explain(refused: string | null | undefined) {
    const refusal = readSignInRefusal(refused);
    if (refusal.kind === "wait") wait(refusal.seconds);
    setError(refusal.kind === "told" ? tell(refusal.message) : t(refusals[refusal.kind]));
  }

  async function submit(read: ReadField) {
    setIsBusy(true);
    setError(null);

    const outcome = await signInByPassword({
      email: read("email"),
      password: read("password"),
    }).catch(() => null);

    // A full load, so that nothing that was rendered for nobody is shown to somebody.
    if (outcome?.ok) return window.location.assign(safePath(next));
    if (outcome) explain(outcome.error);
    else setError(t("unreachable"));
    setIsBusy(false);
  }

  function submitText(seconds: number): string {
    if (seconds === 0) return t("submit");
    if (seconds < 100) return t("waitSeconds", { count: seconds });
    return t("waitMinutes", { count: Math.ceil(seconds / 60) });
  }

  return (
    <EntryForm
      title={t("title")}
      lead={lead}
      problem={error ? { message: error, hint: null } : null}
      submitLabel={submitText(left)}
      isBusy={isBusy}
      isDisabled={left > 0}
      onSubmit={(read) => void submit(read)}
      links={
        <>
          <p>
            <EntryLink href="/forgot-password">{t("forgot")}</EntryLink>
          </p>
          {links}
        </>
      }
    >
      <EmailField label={t("email")} autoFocus />
      <PasswordField label={t("password")} />
    </EntryForm>
  );
}
