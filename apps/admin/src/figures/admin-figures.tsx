"use client";

import type { Dimension } from "@besunny/api/browser/figures";
import { documentStages, documentStatuses } from "@besunny/api/browser/vocabulary";
import { type FigureWiring, FigureWiringProvider } from "@besunny/web-kit/figures/figure-wiring";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";

import { PageHeader } from "~/shell/page-header";
import { placeOfRow } from "./place-of-row";
import { useValueNames } from "./use-value-names";

/** Figures and dashboards of all workspaces, for platform admins. */
export function AdminFigures({ children }: { children: ReactNode }) {
  const trpc = useTRPC();
  const status = useTranslations("status");
  const overview = useTranslations("overview");
  const wiring = useMemo(
    (): FigureWiring => ({
      metrics: trpc.admin.metrics,
      dashboards: trpc.admin.dashboards,
      links: trpc.admin.dashboards,
      sharedWith: "platform",
      timeZone: null,
      rowsPath: "/figures/rows",
      rowsBack: "/dashboards",
      cataloguePath: "/figures",
      Header: PageHeader,
      groupName(dimension: Dimension, key: string) {
        const known = documentStatuses.find((each) => dimension === "status" && each === key);
        if (known) return status(known);
        const stage = documentStages.find((each) => dimension === "stage" && each === key);
        return stage && overview(`stage_${stage}`);
      },
      useValueNames,
      useRowWords,
    }),
    [trpc, status, overview],
  );
  return <FigureWiringProvider value={wiring}>{children}</FigureWiringProvider>;
}

function useRowWords(): ReturnType<FigureWiring["useRowWords"]> {
  return {
    nameOf: ({ title, id }) => title || id,
    detailOf: ({ detail }) => detail,
    hrefOf: placeOfRow,
  };
}
