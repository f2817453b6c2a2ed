"use client";

import { SegmentedControl } from "@besunny/ui/fields/segmented-control";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { DrawnPages, useDrawnPages } from "./drawn-pages";
import { HtmlPages } from "./html-pages";
import { marksOfSpan } from "./marks";
import type { PagesProps } from "./pages-props";

const slides = ["pptx", "ppt", "odp", "keynote"];

/**
 * A document that browsers cannot show: as text, and as drawn pages where the server can draw them. Slides begin as pages. Words that have no
 * place on a page are shown in the text.
 */
export function TextOrPages(props: PagesProps) {
  const { documentId, format } = props;
  const { span } = props.target;
  const t = useTranslations("viewer");
  const [isTextShown, setIsTextShown] = useState(false);
  const [chosen, setChosen] = useState<{ view: string; span: typeof span } | null>(null);
  const areSlides = slides.includes(format ?? "");
  const drawn = useDrawnPages(documentId, areSlides || isTextShown);
  const hasMarks = useHasMarks(props, areSlides && drawn.arePages);
  const usual = areSlides && (span === null || hasMarks) ? "pages" : "text";
  const isChosen = chosen !== null && (hasMarks || chosen.span === span);
  const view = drawn.count === 0 ? "text" : isChosen ? chosen.view : usual;

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
          <DrawnPages {...props} pageCount={drawn.count} hasMarks={hasMarks} />
        </div>
      ) : (
        <HtmlPages {...props} onShown={() => setIsTextShown(true)} />
      )}
    </>
  );
}

/** Returns false if the marked words have no place on the slide, as notes of the speaker have none; true until that is known. */
function useHasMarks(
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
