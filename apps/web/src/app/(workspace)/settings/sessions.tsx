"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Badge } from "@besunny/ui/display/badge";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { MonitorSmartphone } from "lucide-react";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";

import { deviceName } from "./device-name";
import { EndKeysToo } from "./end-keys-too";
import { Panel } from "./panel";

/** Lists the sessions of the person, and ends one or all of them. */
export function Sessions() {
  const t = useTranslations("settings");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const sessions = useQuery(trpc.identity.sessions.queryOptions());
  const revoke = useMutation(
    trpc.identity.revokeSession.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.identity.sessions.queryFilter()),
    }),
  );
  const everywhere = useMutation(
    trpc.identity.signOutEverywhere.mutationOptions({
      onSuccess: () => window.location.assign("/sign-in?ended=1"),
    }),
  );

  function leave(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    everywhere.mutate({ revokeKeys: new FormData(event.currentTarget).has("revokeKeys") });
  }

  return (
    <Panel title={t("sessions")} hint={t("sessionsHint")}>
      {sessions.isPending && <Skeleton className="h-24 w-full" />}
      {sessions.error && <ProblemState error={sessions.error} compact />}
      <ul aria-label={t("sessions")}>
        {sessions.data?.items.map((session) => (
          <li key={session.id} className="flex min-h-14 items-center gap-3 border-n5 border-b">
            <MonitorSmartphone aria-hidden className="size-4 shrink-0 text-n10" />
            <span className="min-w-0 flex-1">
              <span className="flex items-center gap-2 truncate font-medium">
                {deviceName(session.userAgent ?? "") ?? t("unknownDevice")}
                {session.isCurrent && <Badge tone="accent">{t("thisSession")}</Badge>}
              </span>
              <span className="block text-n11 text-xs">
                {session.ip} · {t("lastSeen")} <RelativeTime at={session.lastSeenAt} />
              </span>
            </span>
            {!session.isCurrent && (
              <Button size="sm" onClick={() => revoke.mutate({ id: session.id })}>
                {t("endSession")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <form onSubmit={leave} className="mt-4 flex flex-col items-start gap-3">
        <EndKeysToo name="revokeKeys" />
        <Button type="submit" loading={everywhere.isPending}>
          {t("signOutEverywhere")}
        </Button>
      </form>
    </Panel>
  );
}
