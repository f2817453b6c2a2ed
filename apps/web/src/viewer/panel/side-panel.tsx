"use client";

import { Tabs } from "@besunny/ui/layout/tabs";
import { useTranslations } from "next-intl";
import { CommentsTab } from "../comments/comments-tab";
import type { DocumentDetail } from "../document-detail";
import { usePlace } from "../use-place";
import { AboutTab } from "./about-tab";
import { TextTab } from "./text-tab";
import { TimelineTab } from "./timeline-tab";

/** Shows the facts, the text and the timeline of a document. `onGo` is called when someone opens a place in it. */
export function SidePanel({ document, onGo }: { document: DocumentDetail; onGo: () => void }) {
  const t = useTranslations("viewer");
  const { place, showTab } = usePlace();

  return (
    <Tabs
      label={t("about")}
      value={place.tab}
      onChange={(tab) => showTab(isTab(tab) ? tab : "about")}
      listClassName="sticky top-0 z-10 bg-n1 px-4"
      tabs={[
        {
          value: "about",
          label: t("tabAbout"),
          content: <AboutTab document={document} onGo={onGo} />,
        },
        { value: "text", label: t("tabText"), content: <TextTab document={document} /> },
        {
          value: "comments",
          label: t("tabComments"),
          content: <CommentsTab documentId={document.id} />,
        },
        { value: "timeline", label: t("tabTimeline"), content: <TimelineTab id={document.id} /> },
      ]}
    />
  );
}

function isTab(tab: string) {
  return tab === "text" || tab === "comments" || tab === "timeline";
}
