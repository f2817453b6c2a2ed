"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "@besunny/ui/overlays/menu";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { Check, ChevronDown, Files, FileText, FolderOpen, Library, Search } from "lucide-react";
import { useTranslations } from "next-intl";

import type { Scope } from "./scope";

/** Selects the documents that questions are about: all, those of a project or a search, a selection, or one. */
export function ScopeSelect({
  scope,
  isFixed = false,
  onChange,
}: {
  scope: Scope;
  /** True for readers, who only see the choice. */
  isFixed?: boolean;
  onChange: (scope: Scope) => void;
}) {
  const t = useTranslations("ask");
  const trpc = useTRPC();
  const projects = useQuery(trpc.projects.list.queryOptions({})).data?.items ?? [];
  const recent =
    useQuery(trpc.documents.list.queryOptions({ limit: 8, status: "ready" })).data?.items ?? [];
  const { name, Icon } = useScopeName(scope);
  const isAll = Object.keys(scope).length === 0;
  const button = (
    <Button size="sm" variant="ghost" className="-ml-2.5 max-w-full" disabled={isFixed}>
      <Icon aria-hidden className="text-n10" />
      <span className="text-n11">{t("in")}</span>
      <bdi className="truncate">{name}</bdi>
      {!isFixed && <ChevronDown aria-hidden className="text-n10" />}
    </Button>
  );
  if (isFixed) return button;

  return (
    <Menu className="max-w-80" trigger={button}>
      <MenuItem icon={isAll ? <Check /> : <Library />} onSelect={() => onChange({})}>
        {t("everything")}
      </MenuItem>
      {projects.length > 0 && <MenuSeparator />}
      {projects.length > 0 && <MenuLabel>{t("projects")}</MenuLabel>}
      {projects.map(({ id, name: label }) => (
        <MenuItem
          key={id}
          icon={id === scope.projectId ? <Check /> : <FolderOpen />}
          onSelect={() => onChange({ projectId: id })}
        >
          {label}
        </MenuItem>
      ))}
      {recent.length > 0 && <MenuSeparator />}
      {recent.length > 0 && <MenuLabel>{t("documents")}</MenuLabel>}
      {recent.map(({ id, title }) => (
        <MenuItem
          key={id}
          icon={id === scope.documentId ? <Check /> : <FileText />}
          onSelect={() => onChange({ documentId: id })}
        >
          {title}
        </MenuItem>
      ))}
    </Menu>
  );
}

function useScopeName({ projectId, documentId, documentIds, query }: Scope) {
  const t = useTranslations("ask");
  const trpc = useTRPC();
  const document = useQuery(
    trpc.documents.get.queryOptions(
      { id: documentId ?? "" },
      { enabled: documentId !== undefined, retry: false },
    ),
  );
  const project = useQuery(
    trpc.projects.get.queryOptions(
      { id: projectId ?? "" },
      { enabled: projectId !== undefined, retry: false },
    ),
  );
  if (documentId) {
    const name = document.data?.title ?? (document.isError ? t("unseenDocument") : t("document"));
    return { name, Icon: FileText };
  }
  if (documentIds?.length)
    return { name: t("selection", { count: documentIds.length }), Icon: Files };
  if (query) return { name: query, Icon: Search };
  if (projectId) return { name: project.data?.name ?? t("project"), Icon: FolderOpen };
  return { name: t("everything"), Icon: Library };
}
