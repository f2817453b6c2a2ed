"use client";

import { StatTile } from "@besunny/ui/display/stat-tile";
import { useFormatter, useTranslations } from "next-intl";

import { type ConnectorData, isHeldBack, needsPerson } from "./connector";

/** The sums over all connections. */
export function ConnectorTiles({ data: { connections, asOf } }: { data: ConnectorData }) {
  const t = useTranslations("connectors");
  const format = useFormatter();
  const sources = connections.flatMap((each) => each.sources);
  const total = sources.reduce((sum, source) => sum + source.total, 0);
  const ready = sources.reduce((sum, source) => sum + source.ready, 0);
  const failed = sources.reduce((sum, source) => sum + source.failed, 0);
  const held = connections.filter((each) => isHeldBack(each, asOf)).length;

  return (
    <div className="grid grid-cols-2 gap-2 md:grid-cols-3 xl:grid-cols-6">
      <StatTile label={t("connections")} value={format.number(connections.length)} />
      <StatTile label={t("sources")} value={format.number(sources.length)} />
      <StatTile
        label={t("needPeople")}
        value={format.number(connections.filter(needsPerson).length)}
      />
      <StatTile label={t("throttledNow")} value={format.number(held)} />
      <StatTile label={t("ready")} value={format.number(ready)} note={t("readyNote", { total })} />
      <StatTile label={t("failed")} value={format.number(failed)} />
    </div>
  );
}
