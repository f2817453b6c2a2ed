"use client";

import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { SegmentedControl } from "@besunny/ui/fields/segmented-control";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { DrawnPages, useDrawnPages } from "./drawn-pages";
import { HtmlPages } from "./html-pages";
import { marksOfSpan } from "./marks";
import type { PagesProps } from "./pages-props";
import { PrintedMarks, usePrintedPlaces } from "./printed-marks";
import { TextMarks } from "./text-marks";

const slides = ["pptx", "ppt", "odp", "keynote"];
const printable = ["docx", "doc", "odt", "rtf", "pptx", "ppt", "odp"];

/**
 * A document that browsers cannot show: as text, and as drawn pages where the server can draw them. Slides begin as pages, and so do documents
 * that were printed before. Words that have no place on a page are shown in the text.
 */
export function TextOrPages(props: PagesProps) {
  const { documentId, format, target } = props;
  const { span } = target;
  const t = useTranslations("viewer");
  const [isTextShown, setIsTextShown] = useState(false);
  const [chosen, setChosen] = useState<{ view: string; span: typeof span } | null>(null);
  const areSlides = slides.includes(format ?? "");
  const isPrintable = printable.includes(format ?? "");
  const kept = useDrawnPages(documentId, { isAsked: isPrintable, isKept: true });
  const isKnown = !isPrintable || kept.isKnown;
  const isToDraw = isKnown && !kept.arePrinted && (areSlides || isTextShown);
  const fresh = useDrawnPages(documentId, { isAsked: isToDraw });
  const drawn = kept.arePrinted ? kept : fresh;
  const places = usePrintedPlaces(documentId, span ? [span] : [], drawn.arePrinted);
  const [printed] = places ?? [];
  const hasShapes = useHasShapes(props, areSlides && drawn.arePages);
  const hasMarks = drawn.arePrinted && printed !== null ? true : hasShapes;
  const begins = areSlides || drawn === kept;
  const usual = begins && (span === null || hasMarks) ? "pages" : "text";
  const isChosen = chosen !== null && (hasMarks || chosen.span === span);
  const view = drawn.count === 0 ? "text" : isChosen ? chosen.view : usual;
  const marksOn = (page: number) =>
    drawn.arePrinted && printed !== null ? (
      <PrintedMarks {...props} page={page} />
    ) : (
      hasShapes && <TextMarks {...props} page={page} />
    );

  if (!isKnown) return <Skeleton className="m-8 h-96" />;
  return (
    <>
      {drawn.count > 0 && (
        <div className="sticky top-0 z-10 border-b bg-n1 px-4 py-1.5">
          <SegmentedControl
            label={t("view")}
            value={view}
            options={[
              { value: "pages", label: areSlides ? t("slides") : t("pages") },
              { value: "text", label: t("tabText") },
            ]}
            onChange={(next) => setChosen({ view: next, span })}
          />
        </div>
      )}
      {view === "pages" ? (
        <div className="bg-n4">
          <DrawnPages
            {...props}
            target={printed?.[0] ? { ...target, page: printed[0].page } : target}
            pageCount={drawn.count}
            areSlides={areSlides}
            marksOn={marksOn}
          />
        </div>
      ) : (
        <HtmlPages {...props} onShown={() => setIsTextShown(true)} />
      )}
    </>
  );
}

/** Returns false if the marked words have no place on the slide, as notes of the speaker have none; true until that is known. */
function useHasShapes(
  { documentId, target: { page, span } }: PagesProps,
  arePages: boolean,
): boolean {
  const trpc = useTRPC();
  const { data } = useQuery(
    trpc.documents.page.queryOptions(
      { id: documentId, page: page ?? 1 },
      { enabled: arePages && span !== null, staleTime: Number.POSITIVE_INFINITY },
    ),
  );
  return arePages && (span === null || !data || marksOfSpan(data, span).length > 0);
}
