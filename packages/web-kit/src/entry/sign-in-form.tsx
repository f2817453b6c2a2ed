"use client";

import { safePath } from "@besunny/api/browser/safe-path";
import { type AskedFactor, readSignInRefusal } from "@besunny/api/browser/sign-in-refusal";
import { Button } from "@besunny/ui/buttons/button";
import { useCountdown } from "@besunny/ui/hooks/use-countdown";
import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useTold } from "../told/use-told";

import { EmailField } from "./email-field";
import { EntryForm, type ReadField } from "./entry-form";
import { EntryLink } from "./entry-link";
import { FactorForm } from "./factor-form";
import { PasswordField } from "./password-field";
import { signInByFactor, signInByPasskey, signInByPassword } from "./session";

const refusals = { wait: "wait", unknown: "refused" } as const;

type Props = {
  /** The path to go on to; anything that could lead to another site becomes the home page. */
  next: string | undefined;
  lead?: ReactNode;
  links?: ReactNode;
  /** Other ways to sign in, beside the passkey. */
  ways?: ReactNode;
};

/** Signs a person in by email and password. After too many attempts the button counts the seconds down. */
export function SignInForm({ next, lead, links, ways }: Props) {
  const t = useTranslations("signIn");
  const tell = useTold();
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [asked, setAsked] = useState<AskedFactor | null>(null);
  const [left, wait] = useCountdown();

  function explain(refused: string | null | undefined) {
    const refusal = readSignInRefusal(refused);
    if (refusal.kind === "factor") return setAsked(refusal.asked);
    if (refusal.kind === "wait") wait(refusal.seconds);
    setError(refusal.kind === "told" ? tell(refusal.message) : t(refusals[refusal.kind]));
  }

  async function finish(entering: () => ReturnType<typeof signInByPassword>) {
    setIsBusy(true);
    setError(null);

    const outcome = await entering().catch(() => null);

    // A full load, so that nothing that was rendered for nobody is shown to somebody.
    if (outcome?.ok) return window.location.assign(safePath(next));
    if (outcome) explain(outcome.error);
    else setError(t("unreachable"));
    setIsBusy(false);
  }

  const submit = (read: ReadField) =>
    finish(() => signInByPassword({ email: read("email"), password: read("password") }));

  async function byPasskey() {
    let isChosen = true;
    await finish(() =>
      signInByPasskey().catch((failure: unknown) => {
        isChosen = false;
        throw failure;
      }),
    );
    if (!isChosen) setError(t("passkeyFailed"));
  }

  function submitText(seconds: number): string {
    if (seconds === 0) return t("submit");
    if (seconds < 100) return t("waitSeconds", { count: seconds });
    return t("waitMinutes", { count: Math.ceil(seconds / 60) });
  }

  if (asked)
    return (
      <FactorForm
        asked={asked}
        error={error}
        isBusy={isBusy}
        onFactor={(factor) => void finish(() => signInByFactor(factor))}
        onError={setError}
        onBack={() => {
          setAsked(null);
          setError(null);
        }}
      />
    );

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
          <Button size="lg" onClick={() => void byPasskey()}>
            <KeyRound aria-hidden />
            {t("passkey")}
          </Button>
          {ways}
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
