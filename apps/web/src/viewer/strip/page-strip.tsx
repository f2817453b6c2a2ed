"use client";

import { SegmentedControl } from "@besunny/ui/fields/segmented-control";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";

import type { DocumentDetail } from "../document-detail";
import { useDrawnPages } from "../pages/drawn-pages";
import { drawnPageAddress } from "../pages/page-address";
import type { Span } from "../place";

type Go = (place: { page: number; span?: Span | null }) => void;

/** Beside the document: its pages in small, and its contents. */
export function PageStrip({
  document,
  page,
  onGo,
}: {
  document: DocumentDetail;
  page: number;
  onGo: Go;
}) {
  const t = useTranslations("viewer");
  const trpc = useTRPC();
  const [chosen, setChosen] = useState<"pages" | "contents">("pages");
  const drawn = useDrawnPages(document.id, { isAsked: true });
  const report = useQuery(trpc.documents.readingReport.queryOptions({ id: document.id }));
  const contents = report.data?.contents ?? [];
  const views = [
    ...(drawn.count > 0 ? (["pages"] as const) : []),
    ...(contents.length > 1 ? (["contents"] as const) : []),
  ];
  const view = views.find((each) => each === chosen) ?? views[0];

  return (
    <nav
      aria-label={t("strip")}
      className="hidden w-48 shrink-0 flex-col overflow-y-auto border-r bg-n2 md:flex"
    >
      {views.length > 1 && (
        <div className="sticky top-0 z-10 bg-n2 p-2">
          <SegmentedControl
            label={t("strip")}
            value={view ?? "pages"}
            options={views.map((value) => ({ value, label: t(`strip_${value}`) }))}
            onChange={(value) => setChosen(value === "contents" ? "contents" : "pages")}
          />
        </div>
      )}
      {view === "pages" && (
        <Thumbnails documentId={document.id} count={drawn.count} page={page} onGo={onGo} />
      )}
      {view === "contents" && (
        <ol className="p-2 text-sm">
          {contents.map(({ title, level, page: on, span }, position) => (
            <li key={position}>
              <button
                type="button"
                style={{ paddingInlineStart: `${0.5 + Math.min(5, level - 1) * 0.75}rem` }}
                className="w-full rounded-md py-1 pe-2 text-start transition-colors hover:bg-n4"
                onClick={() => onGo({ page: on, span: span ?? null })}
              >
                <span className="line-clamp-2">{title}</span>
              </button>
            </li>
          ))}
        </ol>
      )}
      {view === undefined && !report.isPending && (
        <p className="p-3 text-n11 text-sm">{t("stripEmpty")}</p>
      )}
    </nav>
  );
}

function Thumbnails({
  documentId,
  count,
  page,
  onGo,
}: {
  documentId: string;
  count: number;
  page: number;
  onGo: Go;
}) {
  const t = useTranslations("viewer");
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.children[page - 1]?.scrollIntoView({ block: "nearest" });
  }, [page]);

  return (
    <ol ref={list} className="flex flex-col items-center gap-2 p-3">
      {Array.from({ length: count }, (_, index) => index + 1).map((number) => (
        <li key={number} className="[contain-intrinsic-size:auto_170px] [content-visibility:auto]">
          <button
            type="button"
            aria-current={number === page ? "page" : undefined}
            aria-label={t("pageOf", { page: number, count })}
            className="group flex w-28 flex-col items-center gap-1 rounded-md p-1"
            onClick={() => onGo({ page: number, span: null })}
          >
            <img
              src={drawnPageAddress(documentId, number, 320)}
              alt=""
              loading="lazy"
              decoding="async"
              className="min-h-16 w-full rounded-xs bg-white shadow-raised outline-offset-2 group-aria-[current=page]:outline-2 group-aria-[current=page]:outline-accent"
            />
            <span className="text-n11 text-xs tabular-nums">{number}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
