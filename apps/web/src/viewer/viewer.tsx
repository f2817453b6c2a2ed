"use client";

import { Sheet } from "@besunny/ui/overlays/sheet";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { preload } from "react-dom";

import { useNotePlaceSeen } from "~/first-steps/use-note-place-seen";

import type { DocumentDetail } from "./document-detail";
import { useFind } from "./find/use-find";
import { ViewerHeader } from "./header/viewer-header";
import { useJumps } from "./jumps";
import { NoDocument } from "./no-document";
import { DocumentPane } from "./pages/document-pane";
import { firstPageAddress } from "./pages/first-page";
import { SidePanel } from "./panel/side-panel";
import type { Span } from "./place";
import { useMarkOpened } from "./use-mark-opened";
import { usePlace } from "./use-place";
import { useViewerKeys } from "./use-viewer-keys";
import { useViewerView } from "./use-viewer-view";
import { ViewerSkeleton } from "./viewer-skeleton";

const PageStrip = dynamic(() => import("./strip/page-strip").then((module) => module.PageStrip));
const PrintView = dynamic(() => import("./print-view"), { ssr: false });

/** A document: itself on the left, what is known of it on the right, each statement one click from its place. */
export function Viewer({ id }: { id: string }) {
  const trpc = useTRPC();
  const document = useQuery(trpc.documents.get.queryOptions({ id }));
  useMarkOpened(id, document.isSuccess);

  if (document.isPending) return <ViewerSkeleton />;
  if (document.error)
    return <NoDocument error={document.error} onRetry={() => void document.refetch()} />;
  return <OpenDocument document={document.data} />;
}

function OpenDocument({ document }: { document: DocumentDetail }) {
  const t = useTranslations("viewer");
  const { id } = document;
  const { place, goTo, turnTo, unmark } = usePlace();
  useNotePlaceSeen(place.span !== null);
  const jump = useJumps();
  const view = useViewerView();
  const finding = useFind(id, document.stage !== "uploaded");
  const details = useDetails(document, place.personal);
  const [isPanelOpen, setIsPanelOpen] = useState(false);
  const [pageCount, setPageCount] = useState(0);
  const [visiblePage, setVisiblePage] = useState(place.page ?? 1);
  if (document.format === "pdf")
    preload(firstPageAddress(id, place.page ?? 1), { as: "image", fetchPriority: "high" });

  const count = pageCount || document.pageCount || 0;
  const turn = (step: 1 | -1) =>
    turnTo(Math.min(Math.max(1, visiblePage + step), Math.max(1, count)));
  const clear = () => {
    if (finding.isOpen) finding.close();
    else if (place.span) unmark();
  };
  useViewerKeys({ id, turn, view, clear, find: finding.open });

  const panel = <SidePanel document={document} onGo={() => setIsPanelOpen(false)} />;
  return (
    <div className="flex h-[calc(100dvh-3.5rem)] flex-col md:h-dvh">
      <ViewerHeader
        document={document}
        page={visiblePage}
        pageCount={count}
        view={view}
        onTurn={turn}
        onPage={turnTo}
        onFind={finding.open}
        onPanel={() => setIsPanelOpen(true)}
      />
      <div className="flex min-h-0 flex-1">
        {view.isStripOpen && <PageStrip document={document} page={visiblePage} onGo={goTo} />}
        <DocumentPane
          document={document}
          target={finding.shown ?? { page: place.page, span: place.span, jump }}
          finding={finding}
          details={details}
          view={view}
          onPages={setPageCount}
          onVisible={setVisiblePage}
        />
        <aside
          aria-label={t("about")}
          className="hidden w-[26rem] shrink-0 overflow-y-auto border-l bg-n1 lg:block"
        >
          {panel}
        </aside>
        <Sheet
          open={isPanelOpen}
          onOpenChange={setIsPanelOpen}
          title={t("about")}
          closeLabel={t("close")}
          side="bottom"
        >
          {panel}
        </Sheet>
      </div>
      {view.isPrinting && <PrintView document={document} onEnd={view.endPrinting} />}
    </div>
  );
}

const none: readonly Span[] = [];

/** Returns the places of the personal details in the text if they are to be marked; the same list until the document changes. */
function useDetails(document: DocumentDetail, isOn: boolean): readonly Span[] {
  const details = document.result?.personalData;
  return useMemo(() => {
    if (!isOn || !details) return none;
    return details
      .flatMap(({ evidence }) => evidence)
      .filter(({ isProven }) => isProven)
      .map(({ span }): Span => [span[0], span[1]]);
  }, [details, isOn]);
}
