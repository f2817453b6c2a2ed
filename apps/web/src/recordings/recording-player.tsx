"use client";

import { useTranslations } from "next-intl";
import { type Ref, useImperativeHandle, useRef, useState } from "react";

/** Plays the recording from a time on. */
export type PlayerHandle = { playFrom(ms: number): void };

const withPictures = ["mp4", "webm"];
const heard = ["mp3", "m4a", "wav", "ogg", "flac"];

/** Returns true if documents of this format are recordings. */
export function isRecording(format: string | null): boolean {
  return [...withPictures, ...heard].includes(format ?? "");
}

/**
 * The recording of a document, with the controls of the browser. It loads no sound before somebody plays it. `ref` lets others play it from a
 * time, such as the sentences of its transcript.
 */
export function RecordingPlayer({
  ref,
  documentId,
  format,
}: {
  ref: Ref<PlayerHandle>;
  documentId: string;
  format: string | null;
}) {
  const t = useTranslations("viewer");
  const element = useRef<HTMLMediaElement | null>(null);
  const [isBroken, setIsBroken] = useState(false);
  useImperativeHandle(ref, () => ({
    playFrom(ms) {
      const media = element.current;
      if (!media) return;
      media.currentTime = ms / 1000;
      // A browser that may not play yet leaves the time where it is.
      media.play().catch(() => undefined);
    },
  }));
  const shared = {
    src: `/api/v1/documents/${documentId}/content?inline=1`,
    controls: true,
    preload: "metadata",
    "aria-label": t("recording"),
    onError: () => setIsBroken(true),
  } as const;

  if (isBroken) return <p className="px-4 py-2 text-n11 text-sm">{t("cannotPlay")}</p>;
  return withPictures.includes(format ?? "") ? (
    <video
      {...shared}
      ref={(media) => {
        element.current = media;
      }}
      playsInline
      className="max-h-[40dvh] w-full bg-black"
    />
  ) : (
    <audio
      {...shared}
      ref={(media) => {
        element.current = media;
      }}
      className="h-10 w-full min-w-0"
    />
  );
}
