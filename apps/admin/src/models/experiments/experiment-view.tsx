"use client";

import { StatTile } from "@besunny/ui/display/stat-tile";
import { Loaded } from "@besunny/web-kit/page/loaded";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";

import { numberOf, type Release, type Seen } from "../models-data";
import { ArmTable } from "./arm-table";
import { Looks } from "./looks";
import { StopExperiment } from "./stop-experiment";

/** One experiment: its settings, what is counted now, and its looks. */
export function ExperimentView({
  id,
  workspaceId,
  releases,
}: {
  id: string;
  workspaceId: string;
  releases: readonly Release[];
}) {
  const t = useTranslations("models");
  const trpc = useTRPC();
  const experiment = useQuery(
    trpc.admin.models.experiment.queryOptions({ workspaceId, id }, { refetchInterval: 60_000 }),
  );

  return (
    <Loaded query={experiment} label={t("loading")}>
      {(found) => (
        <section aria-label={t("experiment")} className="flex flex-col gap-6 px-4">
          <header className="flex flex-wrap items-start gap-2">
            <div className="min-w-48 flex-1">
              <h2 className="font-semibold">
                {t(`kind_${found.kind}`)}:{" "}
                {t("against", {
                  after: numberOf(releases, found.challengerId),
                  before: numberOf(releases, found.championId),
                })}
              </h2>
              <p className="text-n11">
                {t("settings", {
                  share: found.share,
                  alpha: found.alpha,
                  expected: found.expected,
                  minimum: found.minimum,
                })}{" "}
                {t(found.promotesItself ? "promotesItself" : "promotedByPerson")}
              </p>
              {found.reason && <p className="mt-1">{found.reason}</p>}
            </div>
            {found.state === "running" && <StopExperiment id={id} workspaceId={workspaceId} />}
          </header>
          {found.now.kind === "shadow" ? (
            <ShadowTiles seen={found.now} />
          ) : (
            <ArmTable arms={found.now.arms} />
          )}
          <Looks looks={found.looks} />
        </section>
      )}
    </Loaded>
  );
}

function ShadowTiles({ seen }: { seen: Extract<Seen, { kind: "shadow" }> }) {
  const t = useTranslations("models");
  const format = useFormatter();
  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-6">
      <StatTile label={t("documents")} value={format.number(seen.documents)} />
      <StatTile label={t("disagreed")} value={format.number(seen.disagreed)} />
      <StatTile label={t("judged")} value={format.number(seen.judged)} />
      <StatTile label={t("challengerAlone")} value={format.number(seen.challengerAlone)} />
      <StatTile label={t("championAlone")} value={format.number(seen.championAlone)} />
      <StatTile label={t("failed")} value={format.number(seen.failed)} />
    </div>
  );
}
