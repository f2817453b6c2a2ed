"use client";

import { Badge } from "@besunny/ui/display/badge";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { Loaded } from "@besunny/web-kit/page/loaded";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";

import { modelParsers, numberOf } from "../models-data";
import { ExperimentView } from "./experiment-view";

const tones = { running: "info", decided: "good", stopped: "neutral", failed: "bad" } as const;

/** The experiments of a workspace: what was tried, and what followed. */
export function Experiments({ workspaceId }: { workspaceId: string }) {
  const t = useTranslations("models");
  const trpc = useTRPC();
  const [{ opened }, setPlace] = useQueryStates(modelParsers, { history: "push" });
  const list = useQuery(trpc.admin.models.experiments.queryOptions({ workspaceId }));
  const releases = useQuery(trpc.admin.models.releases.queryOptions({ workspaceId }));
  const known = releases.data?.items ?? [];

  return (
    <Loaded query={list} label={t("loading")}>
      {({ items }) => {
        const shown = opened ?? items[0]?.id ?? null;
        if (shown === null)
          return <EmptyState title={t("noExperiments")}>{t("noExperimentsHint")}</EmptyState>;
        return (
          <div className="flex flex-col gap-8 py-4">
            <Table label={t("experiments")}>
              <thead>
                <tr>
                  <TableHead>{t("kind")}</TableHead>
                  <TableHead>{t("compared")}</TableHead>
                  <TableHead>{t("state")}</TableHead>
                  <TableHead>{t("decision")}</TableHead>
                  <TableHead>{t("made")}</TableHead>
                </tr>
              </thead>
              <tbody>
                {items.map((each) => (
                  <TableRow key={each.id} className={each.id === shown ? "bg-n3" : undefined}>
                    <TableCell>
                      <button
                        type="button"
                        aria-current={each.id === shown}
                        className="underline underline-offset-2"
                        onClick={() => void setPlace({ opened: each.id })}
                      >
                        {t(`kind_${each.kind}`)}
                      </button>
                    </TableCell>
                    <TableCell className="whitespace-nowrap">
                      {t("against", {
                        after: numberOf(known, each.challengerId),
                        before: numberOf(known, each.championId),
                      })}
                    </TableCell>
                    <TableCell>
                      <Badge tone={tones[each.state]}>{t(`experiment_${each.state}`)}</Badge>
                    </TableCell>
                    <TableCell>{each.decision ? t(`arm_${each.decision}`) : "–"}</TableCell>
                    <TableCell className="whitespace-nowrap">
                      <RelativeTime at={each.createdAt} />
                    </TableCell>
                  </TableRow>
                ))}
              </tbody>
            </Table>
            <ExperimentView key={shown} id={shown} workspaceId={workspaceId} releases={known} />
          </div>
        );
      }}
    </Loaded>
  );
}
