"use client";

import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import {
  CircleSlash,
  Download,
  FolderPlus,
  MessageCircleQuestion,
  RotateCcw,
  Trash2,
} from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";

import { type DocumentSummary, isMoving } from "~/documents/document";
import { useDocumentVerbs } from "~/documents/use-document-verbs";

import type { ScreenAction } from "../shell-context";

/** Returns what can be done with the document that is open. */
export function useDocumentActions(
  document: DocumentSummary & { mayChange: boolean },
): ScreenAction[] {
  const t = useTranslations("viewer");
  const tp = useTranslations("palette");
  const trpc = useTRPC();
  const router = useRouter();
  const verbs = useDocumentVerbs();
  const projects = useQuery(trpc.projects.list.queryOptions({})).data?.items ?? [];
  const { id } = document;
  const others = projects.filter(
    (project) => !document.projects.some((own) => own.id === project.id),
  );

  return [
    {
      id: "ask-this",
      label: t("askThis"),
      icon: <MessageCircleQuestion />,
      run: () => router.push(`/ask?documentId=${id}`),
    },
    {
      id: "download",
      label: t("download"),
      icon: <Download />,
      run: () => download(`/api/v1/documents/${id}/content`),
    },
    ...(document.mayChange
      ? [
          isMoving(document)
            ? {
                id: "stop",
                label: t("stop"),
                icon: <CircleSlash />,
                run: () => void verbs.cancel([id]),
              }
            : {
                id: "again",
                label: t("again"),
                icon: <RotateCcw />,
                run: () => void verbs.retry([id]),
              },
          ...others.map((project) => ({
            id: `add-to-${project.id}`,
            label: tp("addTo", { project: project.name }),
            icon: <FolderPlus />,
            run: () => void verbs.addToProject([id], project),
          })),
          {
            id: "trash",
            label: t("trash"),
            icon: <Trash2 />,
            run: () => void verbs.trash([id]).then(() => router.push("/library")),
          },
        ]
      : []),
  ];
}

function download(href: string): void {
  Object.assign(window.document.createElement("a"), { href, download: "" }).click();
}
