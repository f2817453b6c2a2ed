"use client";

import { Button } from "@besunny/ui/buttons/button";
import { ImageOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";

/**
 * A mail as its sender laid it out, in a frame that runs no scripts. Remote pictures load only once they are asked for, because loading them tells
 * the sender that the mail is read.
 */
export function SentPage({
  documentId,
  remotePictures,
}: {
  documentId: string;
  remotePictures: number;
}) {
  const t = useTranslations("shown");
  const [hasRemote, setHasRemote] = useState(false);
  const [height, setHeight] = useState(400);
  const observer = useRef<ResizeObserver>(null);
  useEffect(() => () => observer.current?.disconnect(), []);

  /** Makes the frame as high as its page, also when earlier mail is unfolded. */
  function follow(frame: HTMLIFrameElement) {
    const root = frame.contentDocument?.documentElement;
    const body = frame.contentDocument?.body;
    if (!root || !body) return;
    observer.current?.disconnect();
    const measure = () => setHeight(Math.max(80, body.scrollHeight));
    observer.current = new ResizeObserver(measure);
    observer.current.observe(body);
    measure();
  }

  return (
    <>
      {remotePictures > 0 && !hasRemote && (
        <p
          role="note"
          className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b bg-n2 px-5 py-2 text-sm"
        >
          <ImageOff aria-hidden className="size-4 shrink-0 text-n11" />
          <span className="min-w-0 flex-1">{t("remoteBlocked", { count: remotePictures })}</span>
          <Button size="sm" onClick={() => setHasRemote(true)}>
            {t("showRemote", { count: remotePictures })}
          </Button>
        </p>
      )}
      <iframe
        key={String(hasRemote)}
        src={`/api/v1/documents/${documentId}/mail-page${hasRemote ? "?pictures=remote" : ""}`}
        title={t("asSent")}
        sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
        className="block w-full bg-white"
        style={{ height }}
        onLoad={({ currentTarget }) => follow(currentTarget)}
      />
    </>
  );
}
