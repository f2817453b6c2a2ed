"use client";

import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { Tabs } from "@besunny/ui/layout/tabs";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";

import { MeetingOfDocument } from "~/meetings/meeting-of-document";
import { OriginChip } from "~/sources/origin-chip";

import type { DocumentDetail } from "../document-detail";
import { type Tab, tabs } from "../place";
import { usePlace } from "../use-place";
import { FactsTab } from "./facts/facts-tab";

const loading = () => <Skeleton className="m-4 h-40" />;
const SummaryTab = dynamic(() => import("./summary/summary-tab").then((m) => m.SummaryTab), {
  loading,
});
const TextTab = dynamic(() => import("./text/text-tab").then((m) => m.TextTab), { loading });
const TablesTab = dynamic(() => import("./tables/tables-tab").then((m) => m.TablesTab), {
  loading,
});
const SimilarTab = dynamic(() => import("./similar/similar-tab").then((m) => m.SimilarTab), {
  loading,
});
const VersionsTab = dynamic(() => import("./versions/versions-tab").then((m) => m.VersionsTab), {
  loading,
});
const CommentsTab = dynamic(() => import("../comments/comments-tab").then((m) => m.CommentsTab), {
  loading,
});
const ActivityTab = dynamic(() => import("./activity/activity-tab").then((m) => m.ActivityTab), {
  loading,
});
const AccessTab = dynamic(() => import("./access/access-tab").then((m) => m.AccessTab), {
  loading,
});

/** Everything that is known of a document, in tabs. `onGo` is called when someone opens a place in it. */
export function SidePanel({ document, onGo }: { document: DocumentDetail; onGo: () => void }) {
  const t = useTranslations("viewer");
  const { place, showTab } = usePlace();
  const content: Record<Tab, React.ReactNode> = {
    facts: <FactsTab document={document} onGo={onGo} />,
    summary: <SummaryTab document={document} onGo={onGo} />,
    text: <TextTab document={document} onGo={onGo} />,
    tables: <TablesTab id={document.id} onGo={onGo} />,
    similar: <SimilarTab id={document.id} />,
    versions: <VersionsTab document={document} />,
    comments: <CommentsTab documentId={document.id} />,
    activity: <ActivityTab id={document.id} />,
    access: <AccessTab id={document.id} />,
  };

  return (
    <>
      {bySource(document) && <OriginChip documentId={document.id} />}
      {document.status === "ready" && <MeetingOfDocument documentId={document.id} />}
      <Tabs
        label={t("about")}
        value={place.tab}
        onChange={(value) => showTab(tabs.find((tab) => tab === value) ?? "facts")}
        listClassName="sticky top-0 z-10 flex-wrap gap-x-3 gap-y-0 overflow-visible bg-n1 px-3 text-sm"
        tabs={tabs.map((value) => ({ value, label: t(`tab_${value}`), content: content[value] }))}
      />
    </>
  );
}

const byPeople = ["upload", "api", "sample", "mail"];

/** True for what a source brought, and for what came in it. */
function bySource({ source }: DocumentDetail): boolean {
  return !byPeople.includes(source);
}
