"use client";

import { CommandMenu } from "@besunny/ui/command-menu";
import { useQuery } from "@tanstack/react-query";
import {
  FileText,
  FolderOpen,
  FolderUp,
  Keyboard,
  MessageCircleQuestion,
  Search,
  Upload,
} from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useDeferredValue } from "react";

import { useTRPC } from "~/trpc/client";
import { useTray } from "~/upload/tray-context";

import { rooms } from "./navigation";
import { useShell } from "./shell-context";

/** ⌘K: go anywhere, open any document or project, search or ask what was typed. */
export function EverythingMenu({
  query,
  onQueryChange,
}: {
  query: string | null;
  onQueryChange: (query: string | null) => void;
}) {
  const t = useTranslations("shell");
  const router = useRouter();
  const { openShortcuts } = useShell();
  const { pickFiles } = useTray();
  const isOpen = query !== null;
  const typed = (query ?? "").trim();
  const found = useFound(typed, isOpen);

  const close = (then: () => void) => () => {
    onQueryChange(null);
    then();
  };
  const go = (href: string) => close(() => router.push(href));
  const asWords = encodeURIComponent(typed);

  return (
    <CommandMenu
      open={isOpen}
      onOpenChange={(open) => onQueryChange(open ? "" : null)}
      label={t("commandMenu")}
      placeholder={t("searchOrAsk")}
      emptyText={t("nothingFits")}
      query={query ?? ""}
      onQueryChange={onQueryChange}
      groups={[
        ...(typed
          ? [
              {
                heading: t("withWords"),
                items: [
                  {
                    id: "search",
                    label: t("searchFor", { query: typed }),
                    keywords: [typed],
                    icon: <Search />,
                    run: go(`/search?q=${asWords}`),
                  },
                  {
                    id: "ask",
                    label: t("askFor", { query: typed }),
                    keywords: [typed],
                    icon: <MessageCircleQuestion />,
                    run: go(`/ask?q=${asWords}`),
                  },
                ],
              },
            ]
          : []),
        ...(found.documents.length > 0
          ? [
              {
                heading: t("documents"),
                items: found.documents.map(({ id, title, type }) => ({
                  id,
                  label: title,
                  keywords: [typed],
                  icon: <FileText />,
                  hint: type ?? "",
                  run: go(`/documents/${id}`),
                })),
              },
            ]
          : []),
        ...(found.projects.length > 0
          ? [
              {
                heading: t("projects"),
                items: found.projects.map(({ id, name }) => ({
                  id,
                  label: name,
                  icon: <FolderOpen />,
                  run: go(`/projects/${id}`),
                })),
              },
            ]
          : []),
        {
          heading: t("actions"),
          items: [
            {
              id: "upload-files",
              label: t("uploadFiles"),
              icon: <Upload />,
              run: close(() => pickFiles("files")),
            },
            {
              id: "upload-folder",
              label: t("uploadFolder"),
              icon: <FolderUp />,
              run: close(() => pickFiles("folder")),
            },
            {
              id: "keys",
              label: t("keys"),
              icon: <Keyboard />,
              shortcut: "?",
              run: close(openShortcuts),
            },
          ],
        },
        {
          heading: t("goTo"),
          items: rooms.map(({ name, href, key, icon: Icon }) => ({
            id: `go-${name}`,
            label: t(name),
            icon: <Icon />,
            shortcut: `g ${key}`,
            run: go(href),
          })),
        },
      ]}
    />
  );
}

function useFound(typed: string, isOpen: boolean) {
  const trpc = useTRPC();
  const query = useDeferredValue(typed);
  const documents = useQuery(
    trpc.documents.list.queryOptions(query ? { q: query, limit: 6 } : { limit: 5 }, {
      enabled: isOpen,
      placeholderData: (previous) => previous,
    }),
  );
  const projects = useQuery(trpc.projects.list.queryOptions({}, { enabled: isOpen }));

  return { documents: documents.data?.items ?? [], projects: projects.data?.items ?? [] };
}
