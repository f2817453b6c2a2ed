"use client";

import { WifiOff } from "lucide-react";
import { useTranslations } from "next-intl";

import { useOfflineGuard } from "./use-offline-guard";
import { useOnline } from "./use-online";

/** Says that the network is away, and keeps the page with all that was typed until it is back. */
export function OfflineNotice() {
  const t = useTranslations("shell");
  const isOnline = useOnline();
  useOfflineGuard();
  if (isOnline) return null;

  return (
    <p
      role="status"
      className="fixed top-2 left-1/2 z-40 flex w-max max-w-[calc(100vw-1rem)] -translate-x-1/2 items-center gap-2 rounded-lg border border-n6 bg-attention-soft px-3 py-1.5 text-attention text-sm shadow-raised"
    >
      <WifiOff aria-hidden className="size-4 shrink-0" />
      {t("offline")}
    </p>
  );
}
