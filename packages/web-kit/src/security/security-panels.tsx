"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { toast } from "@besunny/ui/feedback/toast";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { useTRPC } from "../trpc/client";
import { FormProblem } from "../trpc/form-problem";
import { problemOf } from "../trpc/problem";
import { ProblemState } from "../trpc/problem-state";
import { NewCodes } from "./new-codes";
import { SecurityPanel } from "./panel";
import { PasskeyPanel } from "./passkey-panel";
import { TotpPanel } from "./totp-panel";
import { type Security, useSecurity } from "./use-security";

type Part = { security: Security; refresh: () => void };

/** Everything by which a person signs in: passkeys, an authenticator app, recovery codes, the password and the address. */
export function SecurityPanels() {
  const { security, refresh } = useSecurity();
  const [codes, setCodes] = useState<readonly string[] | null>(null);

  if (security.error) return <ProblemState error={security.error} compact />;
  if (!security.data) return <Skeleton className="m-4 h-64" />;
  const part = { security: security.data, refresh: () => void refresh() };
  const onCodes = (made: readonly string[] | null) => made && setCodes(made);
  return (
    <>
      <PasskeyPanel {...part} onCodes={onCodes} />
      <TotpPanel {...part} onCodes={onCodes} />
      <RecoveryPanel {...part} codes={codes} setCodes={setCodes} />
      <OwnPasswordPanel {...part} />
      <AddressPanel {...part} />
    </>
  );
}

function RecoveryPanel({
  security: { recoveryCodesLeft, totpSince, passkeys },
  refresh,
  codes,
  setCodes,
}: Part & {
  codes: readonly string[] | null;
  setCodes: (codes: readonly string[] | null) => void;
}) {
  const t = useTranslations("security");
  const trpc = useTRPC();
  const make = useMutation(
    trpc.security.makeRecoveryCodes.mutationOptions({
      onSuccess({ recoveryCodes }) {
        setCodes(recoveryCodes);
        refresh();
      },
    }),
  );
  const hasFactor = totpSince !== null || passkeys.length > 0;

  return (
    <SecurityPanel title={t("recovery")} hint={t("recoveryHint")}>
      {codes && <NewCodes codes={codes} onDone={() => setCodes(null)} />}
      <p>{t("codesLeft", { count: recoveryCodesLeft })}</p>
      {make.error && <FormProblem problem={problemOf(make.error)} />}
      {hasFactor && (
        <Button loading={make.isPending} onClick={() => make.mutate()}>
          {t("newCodes")}
        </Button>
      )}
    </SecurityPanel>
  );
}

function OwnPasswordPanel({ security: { hasPassword, passkeys }, refresh }: Part) {
  const t = useTranslations("security");
  const trpc = useTRPC();
  const remove = useMutation(
    trpc.security.removePassword.mutationOptions({
      onSuccess() {
        toast.done(t("passwordRemoved"));
        refresh();
      },
    }),
  );

  return (
    <SecurityPanel title={t("password")} hint={t("passwordHint")}>
      <p>{hasPassword ? t("hasPassword") : t("noPassword")}</p>
      {remove.error && <FormProblem problem={problemOf(remove.error)} />}
      {hasPassword && passkeys.length > 0 && (
        <Button loading={remove.isPending} onClick={() => remove.mutate()}>
          {t("removePassword")}
        </Button>
      )}
    </SecurityPanel>
  );
}

function AddressPanel({ security: { email, emailProvenAt, canMail } }: Part) {
  const t = useTranslations("security");
  const trpc = useTRPC();
  const send = useMutation(
    trpc.security.requestAddressProof.mutationOptions({
      onSuccess: () => toast.done(t("proofSent")),
    }),
  );

  return (
    <SecurityPanel title={t("address")}>
      <p>{emailProvenAt ? t("addressProven", { email }) : t("addressOpen", { email })}</p>
      {send.error && <FormProblem problem={problemOf(send.error)} />}
      {!emailProvenAt && canMail && (
        <Button loading={send.isPending} onClick={() => send.mutate()}>
          {t("sendProof")}
        </Button>
      )}
    </SecurityPanel>
  );
}
