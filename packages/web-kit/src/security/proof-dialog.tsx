"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useState } from "react";

import { useTRPCClient } from "../trpc/client";
import { FormProblem } from "../trpc/form-problem";
import { type Problem, problemOf } from "../trpc/problem";
import { provideProof } from "./ask-for-proof";
import { signWithPasskey } from "./passkey";

type Ways = { ways: readonly string[]; question: object | null };

const fields = ["password", "code", "recovery"] as const;
type Way = (typeof fields)[number];

/** Asks the person to prove again who they are, where a call needs it. The call then goes on. */
export function ProofDialog() {
  const [done, setDone] = useState<((isProven: boolean) => void) | null>(null);

  useEffect(() => provideProof(() => new Promise((resolve) => setDone(() => resolve))), []);

  if (!done) return null;
  const end = (isProven: boolean) => {
    done(isProven);
    setDone(null);
  };
  return <Asking end={end} />;
}

function Asking({ end }: { end: (isProven: boolean) => void }) {
  const t = useTranslations("security");
  const client = useTRPCClient();
  const [offered, setOffered] = useState<Ways | null>(null);
  const [chosen, setChosen] = useState<Way | null>(null);
  const [problem, setProblem] = useState<Pick<Problem, "message" | "hint"> | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  useEffect(() => {
    client.security.beginConfirming
      .mutate()
      .then(setOffered, (error: unknown) => setProblem(problemOf(error)));
  }, [client]);

  const ways = fields.filter((way) => offered?.ways.includes(way));
  const way = chosen ?? ways[0];

  async function prove(proof: () => Promise<unknown>) {
    setIsBusy(true);
    setProblem(null);
    await proof().then(
      () => end(true),
      (error: unknown) => setProblem(problemOf(error)),
    );
    setIsBusy(false);
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = String(new FormData(event.currentTarget).get("proof") ?? "");
    const name = way === "recovery" ? "recoveryCode" : way;
    if (name) void prove(() => client.security.confirm.mutate({ [name]: given }));
  }

  async function byPasskey(question: object) {
    const passkey = await signWithPasskey(question).catch(() => {
      throw new Error(t("passkeyFailed"));
    });
    await client.security.confirm.mutate({ passkey });
  }

  const { question = null } = offered ?? {};
  const labels = { password: t("password"), code: t("code"), recovery: t("recoveryCode") };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && end(false)}
      title={t("proofTitle")}
      description={t("proofLead")}
      closeLabel={t("close")}
    >
      {!offered && !problem && <Skeleton className="h-24 w-full" />}
      <form onSubmit={submit} className="flex flex-col gap-4">
        {way && (
          <Field label={labels[way]}>
            {(control) => (
              <Input
                {...control}
                key={way}
                name="proof"
                type={way === "password" ? "password" : "text"}
                inputMode={way === "code" ? "numeric" : "text"}
                autoComplete={way === "password" ? "current-password" : "one-time-code"}
                autoFocus
                required
              />
            )}
          </Field>
        )}
        {offered && !way && !question && <p>{t("noWay")}</p>}
        {problem && <FormProblem problem={problem} />}
        <div className="flex flex-wrap gap-2">
          {way && (
            <Button type="submit" variant="primary" loading={isBusy}>
              {t("confirm")}
            </Button>
          )}
          {question && (
            <Button onClick={() => void prove(() => byPasskey(question))}>
              <KeyRound aria-hidden />
              {t("usePasskey")}
            </Button>
          )}
          {ways
            .filter((other) => other !== way)
            .map((other) => (
              <Button key={other} onClick={() => setChosen(other)}>
                {labels[other]}
              </Button>
            ))}
        </div>
      </form>
    </Dialog>
  );
}
