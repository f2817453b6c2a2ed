"use client";

import { RelativeTime } from "@besunny/ui/display/relative-time";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Loaded } from "@besunny/web-kit/page/loaded";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { Plug } from "lucide-react";
import { useTranslations } from "next-intl";
import { parseAsString, useQueryStates } from "nuqs";

import { PageHeader } from "~/shell/page-header";

import { ConnectionTable } from "./connection-table";
import { ConnectorFilters } from "./connector-filters";
import { ConnectorTiles } from "./connector-tiles";
import { ReasonTable } from "./reason-table";

const everyMs = 15_000;
const parsers = { state: parseAsString, provider: parseAsString };

/** Shows how the connections and sources of all workspaces are, without the name of any account or file. */
export function Connectors() {
  const t = useTranslations("connectors");
  const trpc = useTRPC();
  const list = useQuery(trpc.admin.connectors.list.queryOptions({}, { refetchInterval: everyMs }));
  const [chosen, setChosen] = useQueryStates(parsers, { history: "push" });

  return (
    <>
      <PageHeader title={t("title")}>
        {list.data && (
          <span className="hidden text-n11 text-xs sm:inline">
            {t("asOf")} <RelativeTime at={list.data.asOf} />
          </span>
        )}
      </PageHeader>
      <Loaded query={list} label={t("loading")}>
        {(data) =>
          data.connections.length === 0 ? (
            <EmptyState icon={<Plug aria-hidden />} title={t("none")}>
              {t("noneHint")}
            </EmptyState>
          ) : (
            <div className="flex flex-col gap-8 p-4">
              <p className="text-n11">{t("lead")}</p>
              <ConnectorTiles data={data} />
              <section aria-label={t("connections")} className="flex flex-col gap-3">
                <ConnectorFilters
                  data={data}
                  chosen={chosen}
                  onChoose={(next) => void setChosen(next)}
                />
                <ConnectionTable data={data} chosen={chosen} />
              </section>
              <ReasonTable data={data} />
            </div>
          )
        }
      </Loaded>
    </>
  );
}
