"use client";

import { Button } from "@besunny/ui/buttons/button";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Spinner } from "@besunny/ui/feedback/spinner";
import { Clock } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState } from "react";

import { isMoving } from "~/documents/document";
import { StatusLabel } from "~/documents/status-label";
import { useDocumentVerbs } from "~/documents/use-document-verbs";

import { isRecording, type PlayerHandle, RecordingPlayer } from "~/recordings/recording-player";

import type { DocumentDetail } from "../document-detail";
import { FindBar } from "../find/find-bar";
import type { Finding } from "../find/use-find";
import type { Span } from "../place";
import { FailureNote } from "./failure-note";
import { ImagePages } from "./image-pages";
import { MailHead } from "./mail/mail-head";
import { MailPages } from "./mail/mail-pages";
import type { PageView } from "./page-view";
import type { Target } from "./pages-props";
import { PdfDocument } from "./pdf-document";
import { TextNote } from "./text-note";
import { TextOrPages } from "./text-or-pages";

const images = ["png", "jpeg", "tiff", "webp", "gif", "heic", "avif", "bmp"];
const mails = ["eml", "msg"];
const drawnByServer = ["tiff", "heic", "avif", "bmp"];

/** The document itself: PDF and images as they are, the rest as HTML; before it was read, how far it is. */
export function DocumentPane({
  document,
  target,
  finding,
  details,
  view: { fit, zoom, rotation },
  onPages,
  onVisible,
}: {
  document: DocumentDetail;
  target: Target;
  finding: Finding;
  details: readonly Span[];
  view: Omit<PageView, "room">;
  onPages: (count: number) => void;
  onVisible: (page: number) => void;
}) {
  const pane = useRef<HTMLElement>(null);
  const room = useRoom(pane);
  const t = useTranslations("viewer");
  const { format } = document;
  const isImage = images.includes(format ?? "");
  const isMail = mails.includes(format ?? "");
  const isRead = document.stage !== "uploaded";
  const isLocked = document.error?.code === "ENCRYPTED";
  const isShownByBrowser = format === "pdf" || (isImage && !drawnByServer.includes(format ?? ""));
  const canShow = (isShownByBrowser && !isLocked) || isRead;
  const isSound = isRead && isRecording(format);
  const player = useRef<PlayerHandle>(null);
  const onPlay = useCallback((ms: number) => player.current?.playFrom(ms), []);
  const pages = {
    documentId: document.id,
    format,
    pageCount: document.pageCount ?? 1,
    target,
    details,
    hits: finding.hits,
    view: { room, fit, zoom, rotation },
    onPages,
    onVisible,
    ...(isSound && { onPlay }),
  };

  return (
    <section
      ref={pane}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
      tabIndex={0}
      aria-label={t("pages")}
      className={`min-w-0 flex-1 overflow-auto -outline-offset-2 ${format === "pdf" || isImage ? "bg-n4" : "bg-n1"}`}
    >
      <FindBar finding={finding} />
      {isRead && isMail && <MailHead document={document} />}
      {isRead && <TextNote id={document.id} pageCount={document.pageCount} />}
      {document.status === "failed" && <FailureNote document={document} />}
      {canShow && room.width > 0 && format === "pdf" && <PdfDocument {...pages} />}
      {canShow && room.width > 0 && isImage && <ImagePages {...pages} />}
      {canShow && room.width > 0 && isMail && <MailPages key={document.id} {...pages} />}
      {isSound && (
        <div className="sticky top-0 z-10 border-b bg-n1 px-4 py-2">
          <RecordingPlayer ref={player} documentId={document.id} format={format} />
        </div>
      )}
      {canShow && room.width > 0 && format !== "pdf" && !isImage && !isMail && (
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

function useRoom(element: { current: HTMLElement | null }): { width: number; height: number } {
  const [room, setRoom] = useState({ width: 0, height: 0 });
  useEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => {
      const { width = 0, height = 0 } = entry?.contentRect ?? {};
      setRoom({ width: Math.round(width), height: Math.round(height) });
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return room;
}
