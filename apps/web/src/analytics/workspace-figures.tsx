"use client";

import { documentStatuses } from "@besunny/api/browser/vocabulary";
import { titleOf } from "@besunny/web-kit/audit/audit-entry";
import { type FigureWiring, FigureWiringProvider } from "@besunny/web-kit/figures/figure-wiring";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useMessages, useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { useSourceName } from "~/app/(workspace)/settings/data-quality/use-source-name";
import { useNames } from "~/i18n/use-names";
import { useShell } from "~/shell/shell-context";
import { FiguresHeader } from "./figures-header";
import { useValueNames } from "./use-value-names";

/** Figures and dashboards of the workspace that is open, for the person who is signed in. */
export function WorkspaceFigures({ children }: { children: ReactNode }) {
  const td = useTranslations("document");
  const { analytics } = useMessages();
  const names = useNames();
  const sourceName = useSourceName();
  const operationTitle = useOperationTitle();
  const trpc = useTRPC();
  const { session } = useShell();
  const wordFor = (prefix: string, key: string) =>
    Object.entries(analytics).find(([name]) => name === `${prefix}_${key}`)?.[1];

  const wiring: FigureWiring = {
    metrics: trpc.metrics,
    dashboards: trpc.dashboards,
    links: null,
    sharedWith: "workspace",
    timeZone: session.user.timeZone,
    rowsPath: "/analytics/rows",
    rowsBack: "/dashboards",
    cataloguePath: null,
    Header: FiguresHeader,
    groupName(dimension, key) {
      if (dimension === "type") return names.typeName(key);
      if (dimension === "language") return names.languageName(key);
      if (dimension === "source") return sourceName(key);
      if (dimension === "status") {
        const status = documentStatuses.find((each) => each === key);
        return status && td(`status_${status}`);
      }
      if (dimension === "feature" && key.includes(".")) return operationTitle(key);
      return wordFor(dimension, key);
    },
    useValueNames,
    useRowWords,
  };
  return <FigureWiringProvider value={wiring}>{children}</FigureWiringProvider>;
}

function useOperationTitle(): (operation: string) => string {
  const trpc = useTRPC();
  const operations = useQuery(
    trpc.workspace.operations.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY }),
  );
  return (operation) => titleOf(operations.data?.items ?? [], operation);
}

function useRowWords(): ReturnType<FigureWiring["useRowWords"]> {
  const t = useTranslations("analytics");
  const td = useTranslations("document");
  const operationTitle = useOperationTitle();

  return {
    nameOf({ kind, title, documentId }) {
      const name =
        title || t(kind === "questions" ? "aQuestion" : kind === "calls" ? "aCall" : "aRow");
      return kind === "questions" && documentId ? t("questionOf", { name }) : name;
    },
    /** The state of a document, or the operation of an entry. */
    detailOf({ kind, detail }) {
      const status = documentStatuses.find((each) => kind === "documents" && each === detail);
      if (status) return td(`status_${status}`);
      return kind === "events" ? operationTitle(detail) : "";
    },
    hrefOf: ({ documentId }) =>
      documentId ? `/documents/${encodeURIComponent(documentId)}` : null,
  };
}
