"use client";

import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { FolderPlus, RotateCcw, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";

import { canRetry, type DocumentSummary } from "~/documents/document";
import { useDocumentVerbs } from "~/documents/use-document-verbs";

import { type ScreenAction, useShell } from "../shell-context";

/** Returns what can be done with the documents that are selected. */
export function useSelectionActions(
  documents: readonly DocumentSummary[],
  onDone: () => void,
): ScreenAction[] {
  const t = useTranslations("documents");
  const tp = useTranslations("palette");
  const trpc = useTRPC();
  const { role } = useShell();
  const verbs = useDocumentVerbs();
  const projects = useQuery(trpc.projects.list.queryOptions({})).data?.items ?? [];
  if (role === "viewer" || documents.length === 0) return [];

  const ids = documents.map(({ id }) => id);
  const retryable = documents.filter(canRetry).map(({ id }) => id);
  const done = (work: Promise<unknown>) => void work.then(onDone, () => undefined);
  return [
    ...(retryable.length > 0
      ? [
          {
            id: "retry",
            label: t("retry", { count: retryable.length }),
            icon: <RotateCcw />,
            run: () => done(verbs.retry(retryable)),
          },
        ]
      : []),
    ...projects.map((project) => ({
      id: `add-to-${project.id}`,
      label: tp("addTo", { project: project.name }),
      icon: <FolderPlus />,
      run: () => done(verbs.addToProject(ids, project)),
    })),
    {
      id: "trash",
      label: t("trash", { count: ids.length }),
      icon: <Trash2 />,
      run: () => done(verbs.trash(ids)),
    },
  ];
}
