"use client";

import type { AskedFactor } from "@besunny/api/browser/sign-in-refusal";
import { Button } from "@besunny/ui/buttons/button";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { signWithPasskey } from "../security/passkey";
import { EntryForm } from "./entry-form";
import type { Factor } from "./session";

type Props = {
  asked: AskedFactor;
  error: string | null;
  isBusy: boolean;
  onFactor: (factor: Factor) => void;
  onError: (message: string) => void;
  onBack: () => void;
};

/** The second step of a sign-in: a code, a recovery code or a passkey. */
export function FactorForm({ asked, error, isBusy, onFactor, onError, onBack }: Props) {
  const t = useTranslations("signIn");
  const [isRecovering, setIsRecovering] = useState(!asked.ways.includes("code"));
  const { question } = asked;
  const canRecover = asked.ways.includes("recovery");
  const canCode = asked.ways.includes("code");

  async function byPasskey(toSign: object) {
    const answer = await signWithPasskey(toSign).catch(() => null);
    if (answer) onFactor({ passkey: JSON.stringify(answer) });
    else onError(t("passkeyFailed"));
  }

  return (
    <EntryForm
      title={t("factorTitle")}
      lead={t("factorLead")}
      problem={error ? { message: error, hint: null } : null}
      submitLabel={t("continue")}
      isBusy={isBusy}
      onSubmit={(read) => {
        const given = read("factor");
        onFactor(isRecovering ? { recoveryCode: given } : { code: given });
      }}
      wayOut={
        <div className="flex flex-wrap gap-2">
          {question && (
            <Button onClick={() => void byPasskey(question)}>
              <KeyRound aria-hidden />
              {t("usePasskey")}
            </Button>
          )}
          {isRecovering && canCode && (
            <Button onClick={() => setIsRecovering(false)}>{t("useCode")}</Button>
          )}
          {!isRecovering && canRecover && (
            <Button onClick={() => setIsRecovering(true)}>{t("useRecovery")}</Button>
          )}
        </div>
      }
      links={
        <p>
          <button type="button" onClick={onBack} className="text-accent-strong underline">
            {t("startAgain")}
          </button>
        </p>
      }
    >
      <Field label={isRecovering ? t("recoveryCode") : t("code")}>
        {(control) => (
          <Input
            {...control}
            key={String(isRecovering)}
            name="factor"
            inputMode={isRecovering ? "text" : "numeric"}
            autoComplete="one-time-code"
            required
            autoFocus
          />
        )}
      </Field>
    </EntryForm>
  );
}
