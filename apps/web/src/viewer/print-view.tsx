"use client";

import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { createPortal } from "react-dom";

import type { DocumentDetail } from "./document-detail";
import { useDrawnPages } from "./pages/drawn-pages";
import { HtmlBody } from "./pages/html-body";
import { drawnPageAddress } from "./pages/page-address";

/** A browser that is given more pages than these would need minutes. */
const mostPages = 300;

/** The paper: every page as the server draws it, or the text of a document without pages. Opens the print dialog once all is there. */
export default function PrintView({
  document: shown,
  onEnd,
}: {
  document: DocumentDetail;
  onEnd: () => void;
}) {
  const t = useTranslations("viewer");
  const trpc = useTRPC();
  const paper = useRef<HTMLDivElement>(null);
  const drawn = useDrawnPages(shown.id, { isAsked: true });
  const isText = drawn.isKnown && drawn.count === 0;
  const html = useQuery(trpc.documents.html.queryOptions({ id: shown.id }, { enabled: isText }));
  const isThere = isText ? html.data !== undefined : drawn.count > 0;
  const hasFailed = html.isError;
  const end = useRef(onEnd);
  end.current = onEnd;

  useEffect(() => {
    if (hasFailed) end.current();
    if (!isThere) return;
    let isOver = false;
    void loaded(paper.current).then(() => {
      if (isOver) return;
      window.print();
      end.current();
    });
    return () => {
      isOver = true;
    };
  }, [isThere, hasFailed]);

  return createPortal(
    <>
      <p role="status" className="sr-only">
        {t("preparingPrint")}
      </p>
      <div ref={paper} data-print className="hidden print:block">
        {Array.from({ length: Math.min(drawn.count, mostPages) }, (_, index) => index + 1).map(
          (page) => (
            <img key={page} src={drawnPageAddress(shown.id, page)} alt="" />
          ),
        )}
        {isText && html.data && <HtmlBody ref={null} html={html.data.html} sheet={null} />}
      </div>
    </>,
    window.document.body,
  );
}

/** Waits for the pictures; one that cannot be loaded is left out. */
async function loaded(paper: HTMLElement | null): Promise<void> {
  const pictures = [...(paper?.querySelectorAll("img") ?? [])];
  await Promise.all(
    pictures.map((picture) => {
      picture.loading = "eager";
      return picture.decode().catch(() => picture.remove());
    }),
  );
}
