"use client";

import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import { JoinAsNewPerson } from "./join-as-new-person";
import { JoinSignedIn } from "./join-signed-in";

type Props = { token: string; signedInAs: string | null };

/** The way into a workspace by a link: with the account that is signed in, or with a new one. */
export function AcceptInvitation({ token, signedInAs }: Props) {
  const t = useTranslations("invitation");
  const trpc = useTRPC();
  const invitation = useQuery(trpc.identity.invitation.queryOptions({ token }));

  if (invitation.isPending) return <Skeleton className="h-40 w-full" />;
  if (invitation.error) return <ProblemState error={invitation.error} compact />;

  const { workspaceName, email } = invitation.data;
  return (
    <div className="flex flex-col gap-4 break-words">
      <div>
        <h1 className="font-semibold text-xl">{t("join", { workspace: workspaceName })}</h1>
        <p className="mt-1 text-n11">{t("lead", { email })}</p>
      </div>
      {signedInAs ? (
        <JoinSignedIn token={token} email={email} signedInAs={signedInAs} />
      ) : (
        <JoinAsNewPerson token={token} />
      )}
    </div>
  );
}
