"use client";

import { Button } from "@besunny/ui/buttons/button";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Spinner } from "@besunny/ui/feedback/spinner";
import { Clock } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";

import { isMoving } from "~/documents/document";
import { StatusLabel } from "~/documents/status-label";
import { useDocumentVerbs } from "~/documents/use-document-verbs";

import type { DocumentDetail } from "../document-detail";
import type { Span } from "../place";
import { FailureNote } from "./failure-note";
import { ImagePages } from "./image-pages";
import { TextOrPages } from "./text-or-pages";

const PdfPages = dynamic(() => import("./pdf-pages"), { ssr: false });
const images = ["png", "jpeg", "tiff", "webp", "gif", "heic", "avif", "bmp"];
const drawnByServer = ["tiff", "heic", "avif", "bmp"];
const widestPage = 860;

/** The document itself: PDF and images as they are, the rest as HTML; before it was read, how far it is. */
export function DocumentPane({
  document,
  page,
  span,
  details,
  zoom,
  onPages,
  onVisible,
}: {
  document: DocumentDetail;
  page: number | null;
  span: Span | null;
  details: readonly Span[];
  zoom: number;
  onPages: (count: number) => void;
  onVisible: (page: number) => void;
}) {
  const pane = useRef<HTMLElement>(null);
  const room = useWidth(pane);
  const t = useTranslations("viewer");
  const { format } = document;
  const isImage = images.includes(format ?? "");
  const isRead = document.stage !== "uploaded";
  const isLocked = document.error?.code === "ENCRYPTED";
  const isShownByBrowser = format === "pdf" || (isImage && !drawnByServer.includes(format ?? ""));
  const canShow = (isShownByBrowser && !isLocked) || isRead;
  const pages = {
    documentId: document.id,
    format,
    pageCount: document.pageCount ?? 1,
    page,
    span,
    details,
    width: Math.max(240, Math.min(room - 32, widestPage)) * zoom,
    onPages,
    onVisible,
  };

  return (
    <section
      ref={pane}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
      tabIndex={0}
      aria-label={t("pages")}
      className={`min-w-0 flex-1 overflow-auto -outline-offset-2 ${format === "pdf" || isImage ? "bg-n4" : "bg-n1"}`}
    >
      {document.status === "failed" && <FailureNote document={document} />}
      {canShow && room > 0 && format === "pdf" && <PdfPages {...pages} />}
      {canShow && room > 0 && isImage && <ImagePages {...pages} />}
      {canShow && room > 0 && format !== "pdf" && !isImage && (
        <TextOrPages key={document.id} {...pages} />
      )}
      {!canShow && isMoving(document) && (
        <EmptyState
          icon={document.status === "pending" ? <Clock aria-hidden /> : <Spinner />}
          title={t(document.status === "pending" ? "notBegun" : "notRead")}
        >
          {document.status === "pending" ? t("whyInTimeline") : <StatusLabel document={document} />}
        </EmptyState>
      )}
      {!canShow && document.status === "cancelled" && <StoppedNote document={document} />}
    </section>
  );
}

function StoppedNote({ document }: { document: DocumentDetail }) {
  const t = useTranslations("viewer");
  const verbs = useDocumentVerbs();

  return (
    <EmptyState
      title={t("stopped")}
      actions={<Button onClick={() => void verbs.retry([document.id])}>{t("again")}</Button>}
    />
  );
}

function useWidth(element: { current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) =>
      setWidth(Math.round(entry?.contentRect.width ?? 0)),
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
