"use client";

import { CommandMenu } from "@besunny/ui/overlays/command-menu";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { FileText, FolderOpen, MessageCircleQuestion, Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback, useDeferredValue } from "react";
import { useNames } from "~/i18n/use-names";
import { useShell } from "../shell-context";
import { useKnownItems } from "./use-known-items";

/** ⌘K: do what this screen offers, go anywhere, open any document or project, search or ask what was typed. */
export function EverythingMenu({
  query,
  onQueryChange,
}: {
  query: string | null;
  onQueryChange: (query: string | null) => void;
}) {
  const t = useTranslations("shell");
  const tp = useTranslations("palette");
  const { screenActions } = useShell();
  const isOpen = query !== null;
  const typed = (query ?? "").trim();
  const close = useCallback(() => onQueryChange(null), [onQueryChange]);
  const found = useFoundItems(typed, isOpen, close);
  const known = useKnownItems(close);
  const fits = ({ label }: { label: string }) =>
    label.toLocaleLowerCase().includes(typed.toLocaleLowerCase());

  const here = (isOpen ? (screenActions.current?.() ?? []) : []).map(({ run, ...action }) => ({
    ...action,
    run() {
      close();
      run();
    },
  }));

  const groups = [
    { heading: t("withWords"), items: found.withWords },
    { heading: tp("here"), items: here.filter(fits) },
    { heading: t("documents"), items: found.documents },
    { heading: t("projects"), items: found.projects.filter(fits) },
    { heading: t("actions"), items: known.actions.filter(typed ? fits : isUsual) },
    { heading: t("goTo"), items: known.places.filter(typed ? fits : isUsual) },
  ];

  return (
    <CommandMenu
      open={isOpen}
      onOpenChange={(open) => onQueryChange(open ? "" : null)}
      label={t("commandMenu")}
      placeholder={t("searchOrAsk")}
      emptyText={t("nothingFits")}
      query={query ?? ""}
      onQueryChange={onQueryChange}
      groups={groups.filter(({ items }) => items.length > 0)}
    />
  );
}

/** Some items are found by their words and not shown before. */
function isUsual(item: { isRare?: boolean }): boolean {
  return !item.isRare;
}

/** Returns the items that the typed words lead to: a search, a question, documents and projects. */
function useFoundItems(typed: string, isOpen: boolean, close: () => void) {
  const t = useTranslations("shell");
  const { typeName } = useNames();
  const trpc = useTRPC();
  const router = useRouter();
  const query = useDeferredValue(typed);
  const documents = useQuery(
    trpc.documents.list.queryOptions(query ? { q: query, limit: 6 } : { limit: 5 }, {
      enabled: isOpen,
      placeholderData: keepPreviousData,
    }),
  );
  const projects = useQuery(trpc.projects.list.queryOptions({}, { enabled: isOpen }));
  const go = (href: string) => () => {
    close();
    router.push(href);
  };
  const asWords = encodeURIComponent(typed);

  return {
    withWords: typed
      ? [
          {
            id: "search",
            label: t("searchFor", { query: typed }),
            icon: <Search />,
            run: go(`/search?q=${asWords}`),
          },
          {
            id: "ask",
            label: t("askFor", { query: typed }),
            icon: <MessageCircleQuestion />,
            run: go(`/ask?q=${asWords}`),
          },
        ]
      : [],
    documents: (documents.data?.items ?? []).map(({ id, title, type }) => ({
      id,
      label: title,
      icon: <FileText />,
      hint: type ? typeName(type) : "",
      run: go(`/documents/${id}`),
    })),
    projects: (projects.data?.items ?? []).map(({ id, name }) => ({
      id,
      label: name,
      icon: <FolderOpen />,
      run: go(`/projects/${id}`),
    })),
  };
}
