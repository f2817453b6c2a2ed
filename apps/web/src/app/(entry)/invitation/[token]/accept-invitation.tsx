"use client";

import { Button } from "@besunny/ui/button";
import { Field } from "@besunny/ui/field";
import { Input } from "@besunny/ui/input";
import { Skeleton } from "@besunny/ui/skeleton";
import { useMutation, useQuery } from "@tanstack/react-query";
import { signIn } from "next-auth/react";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";

import { useTRPC } from "~/trpc/client";
import { problemOf } from "~/trpc/problem";
import { ProblemState } from "~/trpc/problem-state";

import { FormProblem } from "../../form-problem";

export function AcceptInvitation({ token }: { token: string }) {
  const t = useTranslations("invitation");
  const trpc = useTRPC();
  const invitation = useQuery(trpc.identity.invitation.queryOptions({ token }));
  const accept = useMutation(
    trpc.identity.acceptInvitation.mutationOptions({
      async onSuccess({ email }, { password }) {
        await signIn("credentials", { email, password, redirect: false });
        window.location.assign("/");
      },
    }),
  );

  if (invitation.isPending) return <Skeleton className="h-40 w-full" />;
  if (invitation.error) return <ProblemState error={invitation.error} compact />;

  const needsAccount = !invitation.data.hasAccount;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    accept.mutate({
      token,
      password: String(form.get("password") ?? ""),
      ...(needsAccount ? { name: String(form.get("name") ?? "").trim() } : {}),
    });
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <div>
        <h1 className="font-semibold text-xl">
          {t("join", { workspace: invitation.data.workspaceName })}
        </h1>
        <p className="mt-1 text-n11">{t("lead", { email: invitation.data.email })}</p>
      </div>
      {needsAccount && (
        <Field label={t("name")}>
          {(control) => <Input {...control} name="name" autoComplete="name" required />}
        </Field>
      )}
      <Field label={t("password")} hint={needsAccount ? t("passwordHint") : t("passwordKnown")}>
        {(control) => (
          <Input
            {...control}
            name="password"
            type="password"
            autoComplete={needsAccount ? "new-password" : "current-password"}
            minLength={needsAccount ? 10 : 1}
            required
          />
        )}
      </Field>
      {accept.error && <FormProblem problem={problemOf(accept.error)} />}
      <Button
        type="submit"
        variant="primary"
        size="lg"
        loading={accept.isPending || accept.isSuccess}
      >
        {t("submit")}
      </Button>
    </form>
  );
}
