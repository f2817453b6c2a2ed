"use client";

import { Sheet } from "@besunny/ui/overlays/sheet";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { PageHeader } from "~/shell/page-header";
import type { DocumentDetail } from "./document-detail";
import { ViewerHeader } from "./header/viewer-header";
import { DocumentPane } from "./pages/document-pane";
import { SidePanel } from "./panel/side-panel";
import type { Span } from "./place";
import { useMarkOpened } from "./use-mark-opened";
import { usePlace } from "./use-place";
import { useViewerKeys } from "./use-viewer-keys";
import { ViewerSkeleton } from "./viewer-skeleton";

/** A document: itself on the left, what is known of it on the right, each statement one click from its place. */
export function Viewer({ id }: { id: string }) {
  const t = useTranslations("viewer");
  const trpc = useTRPC();
  const document = useQuery(trpc.documents.get.queryOptions({ id }));
  const { place, goTo } = usePlace();
  useMarkOpened(id, document.isSuccess);
  const details = useDetails(document.data, place.personal);
  const [isPanelOpen, setIsPanelOpen] = useState(false);
  const [pageCount, setPageCount] = useState(0);
  const [visiblePage, setVisiblePage] = useState(place.page ?? 1);
  const [zoom, setZoom] = useState(1);

  const count = pageCount || document.data?.pageCount || 0;
  const turn = (step: 1 | -1) =>
    goTo({ page: Math.min(Math.max(1, visiblePage + step), Math.max(1, count)) });
  const zoomBy = (factor: number) =>
    setZoom((before) => Math.min(3, Math.max(0.5, Math.round(before * factor * 100) / 100)));
  useViewerKeys({ id, turn, zoomBy, clear: () => goTo({ page: visiblePage }) });

  if (document.isPending) return <ViewerSkeleton />;
  if (document.error) {
    return (
      <>
        <PageHeader title={t("document")} />
        <ProblemState error={document.error} onRetry={() => void document.refetch()} />
      </>
    );
  }

  const panel = <SidePanel document={document.data} onGo={() => setIsPanelOpen(false)} />;
  return (
    <div className="flex h-[calc(100dvh-3.5rem)] flex-col md:h-dvh">
      <ViewerHeader
        document={document.data}
        page={visiblePage}
        pageCount={count}
        onTurn={turn}
        onZoom={zoomBy}
        onPanel={() => setIsPanelOpen(true)}
      />
      <div className="flex min-h-0 flex-1">
        <DocumentPane
          document={document.data}
          page={place.page}
          span={place.span}
          details={details}
          zoom={zoom}
          onPages={setPageCount}
          onVisible={setVisiblePage}
        />
        <aside
          aria-label={t("about")}
          className="hidden w-96 shrink-0 overflow-y-auto border-l bg-n1 lg:block"
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
    </div>
  );
}

const none: readonly Span[] = [];

/** Returns the places of the personal details in the text if they are to be marked; the same list until the document changes. */
function useDetails(document: DocumentDetail | undefined, isOn: boolean): readonly Span[] {
  const details = document?.result?.personalData;
  return useMemo(() => {
    if (!isOn || !details) return none;
    return details
      .flatMap(({ evidence }) => evidence)
      .filter(({ isProven }) => isProven)
      .map(({ span }): Span => [span[0], span[1]]);
  }, [details, isOn]);
}
