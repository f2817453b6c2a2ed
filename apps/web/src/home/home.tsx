"use client";

import { can } from "@besunny/api/browser/policy";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useQuery } from "@tanstack/react-query";
import { Upload } from "lucide-react";
import { useTranslations } from "next-intl";
import { DocumentListSkeleton } from "~/documents/document-list-skeleton";
import { briefColumns } from "~/documents/table/columns";
import { DocumentTable } from "~/documents/table/document-table";
import { FirstSteps } from "~/first-steps/first-steps";
import { StartSample } from "~/first-steps/start-sample";
import { MyActions } from "~/meetings/home/my-actions";
import { Upcoming } from "~/meetings/upcoming/upcoming";
import { PageHeader } from "~/shell/page-header";
import { useShell } from "~/shell/shell-context";
import { useTray } from "~/upload/tray-context";
import { UploadButton } from "~/upload/upload-button";

import { AskLine } from "./ask-line";
import { DueSoon } from "./due-soon";
import { HomeSection } from "./home-section";
import { HomeViews } from "./home-views";
import { recentInput } from "./inputs";
import { NeedsYou } from "./needs-you";
import { RecentQuestions } from "./recent-questions";
import { SinceLastVisit } from "./since-last-visit";

/** Shows what needs the person, what is due, what is new, and the ways back to what they did. */
export function Home() {
  const t = useTranslations("home");
  const trpc = useTRPC();
  const to = useTranslations("onboarding");
  const { session, role } = useShell();
  const { mayUpload } = useTray();
  const recent = useQuery(trpc.documents.list.queryOptions(recentInput));
  const mayStartSample = can(role, "workspace.update");
  const fresh = (recent.data?.items ?? []).filter(({ status }) => status !== "failed");

  return (
    <>
      <PageHeader title={t("title")} actions={<UploadButton />} isSearchHidden />
      <div className="mx-auto flex w-full max-w-6xl flex-col gap-8 py-8">
        <div className="px-4">
          <p className="mb-3 font-semibold text-xl">
            {t("hello", { name: session.user.name.split(" ")[0] ?? session.user.name })}
          </p>
          <AskLine />
          <SinceLastVisit />
        </div>
        {recent.error && (
          <ProblemState error={recent.error} onRetry={() => void recent.refetch()} compact />
        )}
        {recent.isPending && <DocumentListSkeleton label={t("loading")} rows={6} />}
        {recent.data?.items.length === 0 && (
          <EmptyState
            icon={<Upload aria-hidden />}
            title={t("empty")}
            actions={
              <>
                <UploadButton />
                {mayStartSample && <StartSample />}
              </>
            }
          >
            {t(mayUpload ? "emptyHint" : "emptyViewer")}
            {mayStartSample && <p className="mt-2">{to("startSampleHint")}</p>}
          </EmptyState>
        )}
        <FirstSteps documentId={fresh.find(({ status }) => status === "ready")?.id ?? null} />
        <div className="grid gap-8 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
          <div className="flex min-w-0 flex-col gap-8">
            <NeedsYou />
            {fresh.length > 0 && (
              <HomeSection title={t("new")} href="/library" more={t("seeAll")} isList={false}>
                <DocumentTable
                  label={t("new")}
                  documents={fresh}
                  total={fresh.length}
                  columns={briefColumns}
                  isHeadless
                />
              </HomeSection>
            )}
          </div>
          <div className="flex min-w-0 flex-col gap-8">
            <Upcoming limit={1} title="next" />
            <MyActions />
            <DueSoon />
            <RecentQuestions />
            <HomeViews />
          </div>
        </div>
      </div>
    </>
  );
}
