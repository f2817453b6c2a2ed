"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Button } from "@besunny/ui/buttons/button";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import { Section } from "~/documents/section";

import { useDone } from "./use-done";

/** The sessions of a person that have not ended; each can be ended, or all at once. */
export function PersonSessions({
  personId,
  sessions,
}: {
  personId: string;
  sessions: Outputs["admin"]["people"]["get"]["sessions"];
}) {
  const t = useTranslations("people");
  const trpc = useTRPC();
  const done = useDone();
  const end = useMutation(trpc.admin.people.endSessions.mutationOptions(done(t("sessionsEnded"))));

  return (
    <Section
      title={t("sessions")}
      hint={sessions.length === 0 && t("noSessions")}
      actions={
        sessions.length > 1 && (
          <Button size="sm" loading={end.isPending} onClick={() => end.mutate({ id: personId })}>
            {t("endAll")}
          </Button>
        )
      }
    >
      {sessions.length > 0 && (
        <Table label={t("sessions")}>
          <thead>
            <tr>
              <TableHead>{t("app")}</TableHead>
              <TableHead className="max-md:hidden">{t("browser")}</TableHead>
              <TableHead>{t("address")}</TableHead>
              <TableHead>{t("lastSeen")}</TableHead>
              <TableHead />
            </tr>
          </thead>
          <tbody>
            {sessions.map((session) => (
              <TableRow key={session.id}>
                <TableCell>{t(`app_${session.app}`)}</TableCell>
                <TableCell className="max-w-72 truncate max-md:hidden" title={session.userAgent}>
                  {session.userAgent}
                </TableCell>
                <TableCell className="font-mono text-xs">{session.ip}</TableCell>
                <TableCell className="text-n11">
                  <RelativeTime at={session.lastSeenAt} />
                </TableCell>
                <TableCell className="text-right">
                  <Button
                    size="sm"
                    variant="ghost"
                    disabled={end.isPending}
                    onClick={() => end.mutate({ id: personId, sessionId: session.id })}
                  >
                    {t("end")}
                  </Button>
                </TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      )}
    </Section>
  );
}
