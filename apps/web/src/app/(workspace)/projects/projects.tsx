"use client";

import { Button } from "@besunny/ui/buttons/button";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { Tabs } from "@besunny/ui/layout/tabs";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useQuery } from "@tanstack/react-query";
import { FolderOpen, Lock, Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { parseAsBoolean, parseAsStringLiteral, useQueryState } from "nuqs";
import type { ReactNode } from "react";
import { PageHeader } from "~/shell/page-header";
import { useShell } from "~/shell/shell-context";

import { ProjectDialog } from "./project-dialog";

const views = ["open", "archived"] as const;

export function Projects() {
  const t = useTranslations("projects");
  const router = useRouter();
  const { role } = useShell();
  const [isNew, setIsNew] = useQueryState("new", parseAsBoolean.withDefault(false));
  const isCreating = isNew && role !== "viewer";
  const setIsCreating = (isOpen: boolean) => void setIsNew(isOpen || null);
  const [view, setView] = useQueryState("view", parseAsStringLiteral(views).withDefault("open"));
  const create =
    role === "viewer" ? null : (
      <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => setIsCreating(true)}>
        {t("create")}
      </Button>
    );

  return (
    <>
      <PageHeader title={t("title")} actions={create} />
      <Tabs
        label={t("title")}
        listClassName="px-4"
        value={view}
        onChange={(next) => void setView(next === "archived" ? "archived" : "open")}
        tabs={views.map((value) => ({
          value,
          label: t(value),
          content: <ProjectList isArchived={value === "archived"} create={create} />,
        }))}
      />
      <ProjectDialog
        open={isCreating}
        onOpenChange={setIsCreating}
        onSaved={({ id }) => router.push(`/projects/${id}`)}
      />
    </>
  );
}

function ProjectList({ isArchived, create }: { isArchived: boolean; create: ReactNode }) {
  const t = useTranslations("projects");
  const trpc = useTRPC();
  const projects = useQuery(trpc.projects.list.queryOptions(isArchived ? { archived: true } : {}));

  if (projects.isPending) return <ProjectsSkeleton label={t("loading")} />;
  if (projects.error)
    return <ProblemState error={projects.error} onRetry={() => void projects.refetch()} />;
  if (projects.data.items.length === 0) {
    return (
      <EmptyState
        icon={<FolderOpen aria-hidden />}
        title={t(isArchived ? "noneArchived" : "empty")}
        actions={isArchived ? null : create}
      >
        {isArchived ? null : t("emptyHint")}
      </EmptyState>
    );
  }
  return (
    <ul aria-label={t("title")}>
      {projects.data.items.map((project) => (
        <li
          key={project.id}
          className="relative flex min-h-14 items-center gap-3 border-n5 border-b px-4 transition-colors hover:bg-n3"
        >
          <FolderOpen aria-hidden className="size-4 shrink-0 text-n10" />
          <div className="min-w-0 flex-1">
            <Link
              href={`/projects/${project.id}`}
              data-row
              className="flex items-center gap-2 font-medium before:absolute before:inset-0"
            >
              <bdi className="truncate">{project.name}</bdi>
              {project.isRestricted && (
                <Lock aria-label={t("restricted")} className="size-3.5 shrink-0 text-n10" />
              )}
            </Link>
            {project.description && (
              <p className="truncate text-n11 text-sm">{project.description}</p>
            )}
          </div>
          <span className="shrink-0 text-n11 text-sm tabular-nums">
            {t("documentCount", { count: project.documentCount })}
          </span>
          <span className="hidden w-28 shrink-0 text-right text-n11 text-xs md:block">
            <RelativeTime at={project.createdAt} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function ProjectsSkeleton({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label}>
      {["one", "two", "three"].map((row) => (
        <div key={row} className="flex h-14 items-center gap-3 border-n5 border-b px-4">
          <Skeleton className="size-4" />
          <Skeleton className="w-48" />
          <Skeleton className="ml-auto w-24" />
        </div>
      ))}
    </div>
  );
}
