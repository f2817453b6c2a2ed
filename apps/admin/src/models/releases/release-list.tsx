"use client";

import { Badge } from "@besunny/ui/display/badge";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { Loaded } from "@besunny/web-kit/page/loaded";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";

import { numberOf, type Release, type Releases } from "../models-data";
import { CompareReleases } from "./compare-releases";
import { RollBack } from "./roll-back";

/** The releases of a workspace with their roles, and which of them decided from when on. */
export function ReleaseList({ workspaceId }: { workspaceId: string }) {
  const t = useTranslations("models");
  const trpc = useTRPC();
  const list = useQuery(trpc.admin.models.releases.queryOptions({ workspaceId }));

  return (
    <Loaded query={list} label={t("loading")}>
      {({ items, changes }) => (
        <div className="flex flex-col gap-8 py-4">
          <ReleaseTable items={items} changes={changes} workspaceId={workspaceId} />
          {items.length > 1 && (
            <CompareReleases key={workspaceId} items={items} workspaceId={workspaceId} />
          )}
          <Changes items={items} changes={changes} />
        </div>
      )}
    </Loaded>
  );
}

function ReleaseTable({ items, changes, workspaceId }: Releases & { workspaceId: string }) {
  const t = useTranslations("models");
  const format = useFormatter();
  const hasDecided = (id: string) =>
    changes.some(({ releaseId, beforeId }) => releaseId === id || beforeId === id);

  return (
    <section aria-label={t("releases")}>
      <p className="max-w-3xl px-4 pb-2 text-n11">{t("releasesLead")}</p>
      <Table label={t("releases")}>
        <thead>
          <tr>
            <TableHead numeric>{t("number")}</TableHead>
            <TableHead>{t("roles")}</TableHead>
            <TableHead>{t("models")}</TableHead>
            <TableHead>{t("note")}</TableHead>
            <TableHead numeric>{t("results")}</TableHead>
            <TableHead>{t("made")}</TableHead>
            <TableHead>
              <span className="sr-only">{t("actions")}</span>
            </TableHead>
          </tr>
        </thead>
        <tbody>
          {items.map((release) => (
            <TableRow key={release.id}>
              <TableCell numeric>{release.number}</TableCell>
              <TableCell>
                <span className="flex gap-1">
                  {release.roles.map((role) => (
                    <Badge key={role} tone={role === "champion" ? "good" : "info"}>
                      {t(`role_${role}`)}
                    </Badge>
                  ))}
                </span>
              </TableCell>
              <TableCell className="whitespace-nowrap">{modelsOf(release)}</TableCell>
              <TableCell className="min-w-64">{release.note || "–"}</TableCell>
              <TableCell numeric>{format.number(release.results)}</TableCell>
              <TableCell className="whitespace-nowrap">
                <RelativeTime at={release.createdAt} />
              </TableCell>
              <TableCell>
                {!release.roles.includes("champion") && hasDecided(release.id) && (
                  <RollBack release={release} workspaceId={workspaceId} />
                )}
              </TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
    </section>
  );
}

function modelsOf({ parts }: Release): string {
  const hosted = parts.provider ? [parts.provider.model] : [];
  return [...hosted, parts.localModel].join(", ");
}

function Changes({ items, changes }: Pick<Releases, "items" | "changes">) {
  const t = useTranslations("models");
  return (
    <section aria-label={t("changes")}>
      <h2 className="px-4 font-semibold">{t("changes")}</h2>
      <ol className="flex flex-col px-4">
        {changes.map((change) => (
          <li key={change.id} className="flex flex-wrap gap-x-3 gap-y-0.5 border-n5 border-b py-2">
            <span className="w-28 shrink-0 text-n11">
              <RelativeTime at={change.createdAt} />
            </span>
            <span className="min-w-0 flex-1 basis-64">
              {t(`change_${change.kind}`, {
                after: numberOf(items, change.releaseId),
                before: numberOf(items, change.beforeId),
              })}
              {change.reason && <span className="block text-n11">{change.reason}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
