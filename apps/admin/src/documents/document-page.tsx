"use client";

import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Link } from "@besunny/web-kit/link";
import { Loaded } from "@besunny/web-kit/page/loaded";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { CircleAlert } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BackLink } from "~/shell/back-link";
import { FactGrid } from "~/shell/fact-grid";
import { PageHeader } from "~/shell/page-header";

import { BackgroundRuns } from "./background-runs";
import { DocumentCalls } from "./document-calls";
import type { DocumentDetail } from "./document-detail";
import { DocumentFiles } from "./document-files";
import { DocumentRuns } from "./document-runs";
import { StatusBadge } from "./document-status";
import { documentHref } from "./filters";
import { useReason } from "./reason";

const liveMs = 5_000;

/** One document as its processing went: runs, calls and stored files, never its name or words. */
export function DocumentPage({ id }: { id: string }) {
  const t = useTranslations("document");
  const trpc = useTRPC();
  const document = useQuery(
    trpc.admin.document.queryOptions(
      { id },
      {
        retry: false,
        refetchInterval: ({ state }) =>
          state.data?.status === "pending" || state.data?.status === "processing" ? liveMs : false,
      },
    ),
  );

  return (
    <>
      <PageHeader title={t("title")} />
      <Loaded query={document} label={t("loading")}>
        {(data) => <Shown document={data} />}
      </Loaded>
    </>
  );
}

function Shown({ document }: { document: DocumentDetail }) {
  const t = useTranslations("document");
  const reasonOf = useReason();
  const { errorCode, errorMessage, errorRemedy } = document;

  return (
    <article className="flex max-w-6xl flex-col gap-8 p-4">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <BackLink href="/documents">{t("back")}</BackLink>
        <h2 className="min-w-0 select-all break-all font-mono font-semibold">{document.id}</h2>
        <StatusBadge status={document.status} />
      </header>
      {errorCode && (
        <section
          aria-label={t("failure")}
          className="flex gap-3 rounded-lg bg-bad-soft px-4 py-3 text-sm"
        >
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-bad" />
          <div className="min-w-0">
            <p className="font-medium text-bad">{reasonOf(errorCode)}</p>
            <p className="break-words">
              {errorMessage} {errorRemedy}
            </p>
          </div>
        </section>
      )}
      <Facts document={document} />
      <DocumentRuns runs={document.runs} />
      <BackgroundRuns runs={document.backgroundRuns} />
      <DocumentCalls calls={document.calls} />
      <DocumentFiles document={document} />
    </article>
  );
}

function Facts({ document }: { document: DocumentDetail }) {
  const t = useTranslations("document");
  const format = useFormatter();
  const facts: [string, ReactNode][] = [
    [
      t("workspace"),
      <Link
        key="workspace"
        href={`/workspaces/${document.workspaceId}`}
        className="underline underline-offset-2"
      >
        {document.workspaceName}
      </Link>,
    ],
    [t("type"), document.type],
    [t("format"), document.format ?? document.mediaType],
    [t("size"), format.number(document.size, { style: "unit", unit: "byte", notation: "compact" })],
    [t("pages"), document.pageCount || null],
    [t("source"), document.source],
    [t("version"), document.version > 1 && document.version],
    [t("received"), <RelativeTime key="at" at={document.createdAt} />],
    [t("ready"), document.readyAt && <RelativeTime key="at" at={document.readyAt} />],
    [t("changed"), <RelativeTime key="at" at={document.updatedAt} />],
    [t("trashed"), document.trashedAt && <RelativeTime key="at" at={document.trashedAt} />],
    [t("reading"), document.readingRelease],
    [t("attachments"), document.attachments || null],
    [
      t("parent"),
      document.parentId && (
        <Link
          href={documentHref(document.parentId)}
          className="break-all font-mono text-xs underline underline-offset-2"
        >
          {document.parentId}
        </Link>
      ),
    ],
  ];

  return <FactGrid label={t("facts")} facts={facts} />;
}
