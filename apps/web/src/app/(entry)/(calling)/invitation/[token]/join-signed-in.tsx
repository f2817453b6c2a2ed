"use client";

import { Button } from "@besunny/ui/buttons/button";
import { signOut } from "@besunny/web-kit/entry/session";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { FormProblem } from "@besunny/web-kit/trpc/form-problem";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useOpenWorkspace } from "~/shell/use-open-workspace";

type Props = { token: string; email: string; signedInAs: string };

/** One press for whom the invitation is for; for anybody else the way to change accounts. */
export function JoinSignedIn({ token, email, signedInAs }: Props) {
  const t = useTranslations("invitation");
  const trpc = useTRPC();
  const openWorkspace = useOpenWorkspace();
  const join = useMutation(
    trpc.identity.joinWorkspace.mutationOptions({
      onSuccess: ({ workspaceId }) => openWorkspace(workspaceId),
    }),
  );

  if (signedInAs !== email)
    return (
      <>
        <p>{t("other", { current: signedInAs, email })}</p>
        <Button size="lg" onClick={() => void signOut({ stay: true })}>
          {t("signOut")}
        </Button>
      </>
    );

  return (
    <>
      <p>{t("known", { email })}</p>
      {join.error && <FormProblem problem={problemOf(join.error)} />}
      <Button
        variant="primary"
        size="lg"
        loading={join.isPending || join.isSuccess}
        onClick={() => join.mutate({ token })}
      >
        {t("submit")}
      </Button>
    </>
  );
}
