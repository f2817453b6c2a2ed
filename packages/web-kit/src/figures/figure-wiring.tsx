"use client";

import type { Dimension, MetricFilter } from "@besunny/api/browser/figures";
import type { Outputs } from "@besunny/api/browser/outputs";
import { type ComponentType, createContext, type ReactNode, use } from "react";

import type { useTRPC } from "../trpc/client";

/** A row behind a figure. */
export type FigureDrillRow = Outputs["metrics"]["drill"]["items"][number];

type Procedures = ReturnType<typeof useTRPC>;

/** The parts of figures and dashboards that are an app's own: its procedures, its pages, and the names of its groups. */
export type FigureWiring = {
  metrics: Pick<Procedures["metrics"], "list" | "read" | "drill">;
  dashboards: Procedures["dashboards"];
  /** Read-only links to dashboards; null where there are none. */
  links: Pick<Procedures["admin"]["dashboards"], "links" | "makeLink" | "revokeLink"> | null;
  /** The people who see a dashboard that is shared. */
  sharedWith: "workspace" | "platform";
  /** The time zone of the person; null: that of the browser. */
  timeZone: string | null;
  /** The page of the rows behind a figure. */
  rowsPath: string;
  /** The page to which rows lead back where their address names none. */
  rowsBack: string;
  /** Returns the words of rows, and the pages that they lead to. */
  useRowWords: () => {
    nameOf: (row: FigureDrillRow) => string;
    detailOf: (row: FigureDrillRow) => string;
    hrefOf: (row: FigureDrillRow) => string | null;
  };
  /** The page of all figures; null where there is none. */
  cataloguePath: string | null;
  /** The top line of a screen. */
  Header: ComponentType<{ title: string; children?: ReactNode }>;
  /** Names a group in the words of the app; undefined where the server's name is right. */
  groupName: (dimension: Dimension, key: string, name: string) => string | undefined;
  /** Returns what names the values of filters, which addresses keep as keys. */
  useValueNames: (
    filters: readonly MetricFilter[],
  ) => (dimension: Dimension, key: string) => string | undefined;
};

const Wiring = createContext<FigureWiring | null>(null);

/** Provides the app's own parts to the figures and dashboards below it. */
export const FigureWiringProvider = Wiring.Provider;

/** Returns the app's own parts of figures and dashboards. */
export function useFigureWiring(): FigureWiring {
  const wiring = use(Wiring);
  if (!wiring) throw new Error("Figures belong inside a FigureWiringProvider");
  return wiring;
}
