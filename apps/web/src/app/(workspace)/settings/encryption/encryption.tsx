"use client";

import { can } from "@besunny/api/browser/policy";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";

import { PageHeader } from "~/shell/page-header";
import { useShell } from "~/shell/shell-context";

import { Panel } from "../panel";
import { RotateKey } from "./rotate-key";

const FILES_EVERY_MS = 10_000;

/** Shows how the files of the workspace are encrypted: its level, its keys, and what happened to them. */
export function Encryption() {
  const t = useTranslations("encryption");
  const ts = useTranslations("settings");
  const format = useFormatter();
  const trpc = useTRPC();
  const { role } = useShell();
  const state = useQuery(trpc.encryption.get.queryOptions({}, { refetchInterval: FILES_EVERY_MS }));
  const when = (at: Date) => format.dateTime(at, { dateStyle: "medium", timeStyle: "short" });

  return (
    <>
      <PageHeader trail={[{ href: "/settings", name: ts("title") }]} title={t("title")} />
      {state.error && <ProblemState error={state.error} onRetry={() => void state.refetch()} />}
      {state.data && (
        <>
          <Panel title={t("level")} hint={t("levelHint")}>
            <p>{t(`mainKey_${state.data.mainKey.place}`)}</p>
            <p className="mt-1 text-n11">{t(`mainKeyHint_${state.data.mainKey.place}`)}</p>
          </Panel>
          <Panel title={t("files")} hint={t("filesHint")}>
            <p role="status">
              {state.data.files
                ? t(state.data.files.endedAt ? "filesDone" : "filesUnderWay", {
                    files: state.data.files.files,
                    version: state.data.files.version,
                  })
                : t("filesNone")}{" "}
              {state.data.files && state.data.files.failed > 0
                ? t("filesFailed", { count: state.data.files.failed })
                : ""}
            </p>
          </Panel>
          <Panel title={t("versions")} hint={t("versionsHint")}>
            {state.data.versions.length > 0 ? (
              <Table label={t("versions")}>
                <thead>
                  <tr>
                    <TableHead>{t("version")}</TableHead>
                    <TableHead>{t("state")}</TableHead>
                    <TableHead>{t("madeAt")}</TableHead>
                  </tr>
                </thead>
                <tbody>
                  {state.data.versions.map((each) => (
                    <TableRow key={each.version}>
                      <TableCell>{each.version}</TableCell>
                      <TableCell>{t(`state_${each.state}`)}</TableCell>
                      <TableCell>{when(each.createdAt)}</TableCell>
                    </TableRow>
                  ))}
                </tbody>
              </Table>
            ) : (
              <p>{t("noVersions")}</p>
            )}
            {can(role, "encryption.manage") && <RotateKey />}
          </Panel>
          {state.data.history.length > 0 && (
            <Panel title={t("history")}>
              <ul className="grid gap-1.5">
                {state.data.history.map((event) => (
                  <li key={event.id} className="flex flex-wrap gap-x-3">
                    <span className="text-n11">{when(event.at)}</span>
                    <span>{t(`event_${event.kind}`, { version: event.version })}</span>
                  </li>
                ))}
              </ul>
            </Panel>
          )}
        </>
      )}
    </>
  );
}
