"use client";

import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef, useState } from "react";
import { playTimes } from "~/recordings/play-times";

import type { Span } from "../place";
import { HtmlBody } from "./html-body";
import { markDetails, markQuote, quotesIn } from "./mark-quote";
import type { PagesProps } from "./pages-props";
import { SHEET_BAR, SheetTabs } from "./sheet-tabs";

/** Marks beyond these would cost more than they tell. */
const mostMarked = 500;

/** A document that has no pages of its own, as semantic HTML; the marked words stand in their block. */
export function HtmlPages({
  documentId,
  target: { page, span, jump },
  details,
  hits,
  view: { room },
  onPages,
  onVisible,
  onPlay,
  onShown,
}: PagesProps & { onShown?: () => void }) {
  const t = useTranslations("viewer");
  const words = useTranslations("shown");
  const trpc = useTRPC();
  const body = useRef<HTMLDivElement>(null);
  const forever = { staleTime: Number.POSITIVE_INFINITY };
  const html = useQuery(trpc.documents.html.queryOptions({ id: documentId }, forever));
  const text = useQuery(
    trpc.documents.text.queryOptions(
      { id: documentId },
      { ...forever, enabled: span !== null || details.length > 0 || hits.length > 0 },
    ),
  );
  const pages = html.data?.pages ?? [];
  const areSheets = pages.some(({ kind }) => kind === "sheet");
  const isSheets = areSheets && pages.length > 1;
  const [hasFormulas, setHasFormulas] = useState(false);
  const canShowFormulas = useMemo(() => html.data?.html.includes(" data-formula="), [html.data]);
  const shown = page ?? pageOf(html.data?.blocks, span) ?? 1;
  const count = pages.length;

  useEffect(() => {
    if (count > 0) onPages(count);
  }, [count, onPages]);
  useEffect(() => onVisible(shown), [shown, onVisible]);
  const tellShown = useRef(onShown);
  tellShown.current = onShown;
  useEffect(() => {
    if (html.data) tellShown.current?.();
  }, [html.data]);

  useEffect(() => {
    if (body.current && html.data) nameFolded(body.current, words);
  }, [html.data, words]);

  useEffect(() => {
    if (!body.current || !html.data || !onPlay) return;
    return playTimes(body.current, { words: (time) => t("playFrom", { time }), onPlay });
  }, [html.data, onPlay, t]);

  useEffect(() => {
    if (body.current && html.data) return tellBrokenPictures(body.current, t("pictureNotShown"));
  }, [html.data, t]);

  useEffect(() => {
    if (!body.current || !html.data) return;
    if (!span) {
      if (page && !isSheets) pageElement(body.current, page)?.scrollIntoView();
      return;
    }
    if (!text.data) return;
    return markQuote(body.current, quotesIn(html.data.blocks, text.data.text, span));
  }, [html.data, text.data, span, shown, jump]);

  const markAll = (spans: readonly Span[], kind: "detail" | "hit") => {
    if (!body.current || !html.data || !text.data || spans.length === 0) return;
    const { blocks } = html.data;
    const plain = text.data.text;
    const parts = spans.slice(0, mostMarked).flatMap((each) => quotesIn(blocks, plain, each));
    return markDetails(body.current, parts, kind);
  };
  const latestMarkAll = useRef(markAll);
  latestMarkAll.current = markAll;
  useEffect(() => latestMarkAll.current(details, "detail"), [html.data, text.data, details]);
  useEffect(() => latestMarkAll.current(hits, "hit"), [html.data, text.data, hits]);

  const sheetHeight = room.height - (isSheets || canShowFormulas ? SHEET_BAR : 0);
  const sheetNumber = isSheets ? shown : null;
  const sheet = useMemo(
    () => (areSheets ? { number: sheetNumber, height: sheetHeight, hasFormulas } : null),
    [areSheets, sheetNumber, sheetHeight, hasFormulas],
  );

  if (html.isPending) return <HtmlSkeleton label={t("loading")} />;
  if (html.error) return <ProblemState error={html.error} onRetry={() => void html.refetch()} />;

  return (
    <>
      {areSheets && (
        <SheetTabs
          pages={pages}
          shown={shown}
          formulas={canShowFormulas ? { areShown: hasFormulas, show: setHasFormulas } : null}
        />
      )}
      <HtmlBody ref={body} html={html.data.html} sheet={sheet} />
    </>
  );
}

/** Writes the names of folded parts, which the document model leaves open. */
function nameFolded(body: HTMLElement, words: (name: "earlierMail" | "siteParts") => string): void {
  for (const summary of body.querySelectorAll<HTMLElement>("details[data-folded] > summary")) {
    const isSite = summary.parentElement?.dataset.folded === "site";
    summary.textContent = words(isSite ? "siteParts" : "earlierMail");
  }
}

/** Puts a sentence in place of each picture that cannot be loaded. Returns a function that ends this. */
function tellBrokenPictures(body: HTMLElement, sentence: string): () => void {
  const tell = ({ target }: Event) => {
    if (!(target instanceof HTMLImageElement) || target.dataset.broken !== undefined) return;
    target.dataset.broken = "";
    target.alt = target.alt ? `${sentence} ${target.alt}` : sentence;
  };
  // Errors of pictures do not bubble.
  body.addEventListener("error", tell, { capture: true });
  return () => body.removeEventListener("error", tell, { capture: true });
}

type Block = { id: string; span: number[]; page: number };

function pageOf(blocks: readonly Block[] | undefined, span: readonly number[] | null) {
  const [from = 0] = span ?? [];
  return span ? blocks?.find((block) => (block.span[1] ?? 0) > from)?.page : undefined;
}

function pageElement(body: HTMLElement, page: number) {
  return body.querySelector(`[data-page="${page}"]`);
}

function HtmlSkeleton({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label} className="mx-auto flex max-w-[46rem] flex-col gap-3 p-8">
      {["w-1/2 h-6", "w-full", "w-full", "w-4/5", "w-full", "w-2/3"].map((line, position) => (
        <Skeleton key={position} className={line} />
      ))}
    </div>
  );
}
