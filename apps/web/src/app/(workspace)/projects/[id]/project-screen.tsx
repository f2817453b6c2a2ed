"use client";

import { Button } from "@besunny/ui/buttons/button";
import { IconButton } from "@besunny/ui/buttons/icon-button";
import { Tabs } from "@besunny/ui/layout/tabs";
import { Menu, MenuItem } from "@besunny/ui/overlays/menu";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Archive, ArchiveRestore, Ellipsis, MessageCircleQuestion, Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useState } from "react";
import { ProjectAnalytics } from "~/analytics/project-analytics";
import { DocumentListSkeleton } from "~/documents/document-list-skeleton";
import { SampleNotice } from "~/first-steps/sample-notice";
import { ProjectDecisions } from "~/meetings/project/project-decisions";
import { PageHeader } from "~/shell/page-header";
import { useShell } from "~/shell/shell-context";
import { useTabTitle } from "~/shell/use-tab-title";
import { useUploadTarget } from "~/upload/tray-context";
import { UploadButton } from "~/upload/upload-button";

import { ProjectDialog } from "../project-dialog";
import { ProjectActivity } from "./project-activity";
import { ProjectDocuments } from "./project-documents";
import { ProjectInstructions } from "./project-instructions";
import { ProjectMembers } from "./project-members";

const tabs = [
  "documents",
  "decisions",
  "members",
  "instructions",
  "activity",
  "analytics",
] as const;

export function ProjectScreen({ id }: { id: string }) {
  const t = useTranslations("projects");
  const ta = useTranslations("analytics");
  const td = useTranslations("decisions");
  const ti = useTranslations("instructions");
  const trpc = useTRPC();
  const project = useQuery(trpc.projects.get.queryOptions({ id }));
  const [tab, setTab] = useQueryState("tab", parseAsStringLiteral(tabs).withDefault("documents"));
  useUploadTarget(id);
  useTabTitle(project.data?.name, t("title"));

  if (project.isPending) {
    return (
      <>
        <PageHeader title={t("project")} />
        <DocumentListSkeleton label={t("loading")} />
      </>
    );
  }
  if (project.error) {
    return (
      <>
        <PageHeader title={t("project")} />
        <ProblemState error={project.error} onRetry={() => void project.refetch()} />
      </>
    );
  }

  return (
    <>
      <PageHeader
        trail={[{ href: "/projects", name: t("title") }]}
        title={<bdi>{project.data.name}</bdi>}
        actions={
          <>
            <Button asChild className="hidden md:inline-flex">
              <Link href={`/ask?projectId=${id}`}>
                <MessageCircleQuestion aria-hidden />
                {t("ask")}
              </Link>
            </Button>
            {!project.data.archivedAt && project.data.myRole !== "reader" && <UploadButton />}
            <ProjectMenu project={project.data} />
          </>
        }
      />
      {project.data.isSample && <SampleNotice />}
      {project.data.description && (
        <p className="max-w-[70ch] px-4 pt-3 text-n11">{project.data.description}</p>
      )}
      <Tabs
        label={project.data.name}
        listClassName="px-4"
        value={tab}
        onChange={(next) => void setTab(tabs.find((known) => known === next) ?? "documents")}
        tabs={[
          {
            value: "documents",
            label: t("documents"),
            count: project.data.documentCount,
            content: <ProjectDocuments project={project.data} />,
          },
          { value: "decisions", label: td("tab"), content: <ProjectDecisions id={id} /> },
          {
            value: "members",
            label: t("members"),
            count: project.data.members.length,
            content: <ProjectMembers project={project.data} />,
          },
          {
            value: "instructions",
            label: ti("tab"),
            content: <ProjectInstructions project={project.data} />,
          },
          { value: "activity", label: t("activity"), content: <ProjectActivity id={id} /> },
          { value: "analytics", label: ta("tab"), content: <ProjectAnalytics id={id} /> },
        ]}
      />
    </>
  );
}

type Project = {
  id: string;
  name: string;
  description: string;
  isRestricted: boolean;
  archivedAt: Date | null;
  myRole: string;
};

function ProjectMenu({ project }: { project: Project }) {
  const t = useTranslations("projects");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { role } = useShell();
  const [isEditing, setIsEditing] = useState(false);
  const archive = useMutation(
    trpc.projects.archive.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.projects.pathFilter()),
    }),
  );
  const isArchived = project.archivedAt !== null;
  if (project.myRole !== "lead") return null;

  return (
    <>
      <Menu align="end" trigger={<IconButton label={t("menu")} icon={<Ellipsis />} />}>
        <MenuItem icon={<Pencil />} onSelect={() => setIsEditing(true)}>
          {t("edit")}
        </MenuItem>
        {role !== "member" && (
          <MenuItem
            icon={isArchived ? <ArchiveRestore /> : <Archive />}
            onSelect={() => archive.mutate({ id: project.id, isArchived: !isArchived })}
          >
            {t(isArchived ? "unarchive" : "archive")}
          </MenuItem>
        )}
      </Menu>
      <ProjectDialog open={isEditing} onOpenChange={setIsEditing} project={project} />
    </>
  );
}
