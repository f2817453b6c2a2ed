"use client";

import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { DocumentListSkeleton } from "~/documents/document-list-skeleton";
import { DocumentRow } from "~/documents/document-row";
import { PageHeader } from "~/shell/page-header";
import { useShell } from "~/shell/shell-context";
import { UploadButton } from "~/upload/upload-button";

import { AskLine } from "./ask-line";
import { HomeSection } from "./home-section";
import { attentionInput, recentInput } from "./inputs";
import { NextStep } from "./next-step";

/** Shows new documents, documents that need attention, and the next step. */
export function Home() {
  const t = useTranslations("home");
  const trpc = useTRPC();
  const { session } = useShell();
  const recent = useQuery(trpc.documents.list.queryOptions(recentInput));
  const attention = useQuery(trpc.documents.list.queryOptions(attentionInput));
  const facets = useQuery(trpc.documents.facets.queryOptions({}));
  const count = (...wanted: string[]) =>
    (facets.data?.statuses ?? [])
      .filter(({ value }) => wanted.includes(value ?? ""))
      .reduce((sum, status) => sum + status.count, 0);

  return (
    <>
      <PageHeader title={t("title")} actions={<UploadButton />} />
      <div className="mx-auto flex w-full max-w-4xl flex-col gap-8 py-8">
        <div className="px-4">
          <p className="mb-3 font-semibold text-xl">
            {t("hello", { name: session.user.name.split(" ")[0] ?? session.user.name })}
          </p>
          <AskLine />
        </div>
        {recent.error && (
          <ProblemState error={recent.error} onRetry={() => void recent.refetch()} compact />
        )}
        {recent.isPending && <DocumentListSkeleton label={t("loading")} rows={6} />}
        {recent.data && <NextStep documents={recent.data.items} />}
        {(attention.data?.items.length ?? 0) > 0 && (
          <HomeSection
            title={t("attention")}
            count={count("failed", "needs_review")}
            href="/library?q=status:failed,needs_review"
            more={t("seeAll")}
          >
            {attention.data?.items.map((document) => (
              <DocumentRow
                key={document.id}
                document={document}
                href={`/documents/${document.id}`}
              />
            ))}
          </HomeSection>
        )}
        {(recent.data?.items.length ?? 0) > 0 && (
          <HomeSection
            title={t("recent")}
            count={count("pending", "processing", "needs_review", "ready", "failed", "cancelled")}
            href="/library"
            more={t("seeAll")}
          >
            {recent.data?.items.map((document) => (
              <DocumentRow
                key={document.id}
                document={document}
                href={`/documents/${document.id}`}
              />
            ))}
          </HomeSection>
        )}
      </div>
    </>
  );
}
