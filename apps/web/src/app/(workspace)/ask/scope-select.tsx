"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "@besunny/ui/overlays/menu";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { Check, ChevronDown, FileText, FolderOpen, Library } from "lucide-react";
import { useTranslations } from "next-intl";

type Scope = { projectId: string | null; documentId: string | null };

/** Selects the documents that a question is about: all, those of a project, or one. */
export function ScopeSelect({
  projectId,
  documentId,
  onChange,
}: Scope & { onChange: (scope: Scope) => void }) {
  const t = useTranslations("ask");
  const trpc = useTRPC();
  const projects = useQuery(trpc.projects.list.queryOptions({})).data?.items ?? [];
  const document = useQuery(
    trpc.documents.get.queryOptions({ id: documentId ?? "" }, { enabled: documentId !== null }),
  ).data;
  const recent =
    useQuery(trpc.documents.list.queryOptions({ limit: 8, status: "ready" })).data?.items ?? [];
  const project = projects.find(({ id }) => id === projectId);
  const name = document?.title ?? project?.name ?? t("everything");
  const Icon = documentId ? FileText : projectId ? FolderOpen : Library;

  return (
    <Menu
      className="max-w-80"
      trigger={
        <Button size="sm" variant="ghost" className="-ml-2.5 max-w-full">
          <Icon aria-hidden className="text-n10" />
          <span className="text-n11">{t("in")}</span>
          <span className="truncate">{name}</span>
          <ChevronDown aria-hidden className="text-n10" />
        </Button>
      }
    >
      <MenuItem
        icon={!projectId && !documentId ? <Check /> : <Library />}
        onSelect={() => onChange({ projectId: null, documentId: null })}
      >
        {t("everything")}
      </MenuItem>
      {projects.length > 0 && <MenuSeparator />}
      {projects.length > 0 && <MenuLabel>{t("projects")}</MenuLabel>}
      {projects.map(({ id, name: label }) => (
        <MenuItem
          key={id}
          icon={id === projectId ? <Check /> : <FolderOpen />}
          onSelect={() => onChange({ projectId: id, documentId: null })}
        >
          {label}
        </MenuItem>
      ))}
      {recent.length > 0 && <MenuSeparator />}
      {recent.length > 0 && <MenuLabel>{t("documents")}</MenuLabel>}
      {recent.map(({ id, title }) => (
        <MenuItem
          key={id}
          icon={id === documentId ? <Check /> : <FileText />}
          onSelect={() => onChange({ projectId: null, documentId: id })}
        >
          {title}
        </MenuItem>
      ))}
    </Menu>
  );
}
