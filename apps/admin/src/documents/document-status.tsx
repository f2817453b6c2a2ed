"use client";

import { type DocumentStatus, documentStatuses } from "@besunny/api/browser/vocabulary";
import { Badge, type BadgeTone } from "@besunny/ui/display/badge";
import { useTranslations } from "next-intl";

const tones: Record<DocumentStatus, BadgeTone> = {
  pending: "neutral",
  processing: "info",
  needs_review: "attention",
  ready: "good",
  failed: "bad",
  cancelled: "neutral",
};

export function StatusBadge({ status }: { status: string }) {
  const ts = useTranslations("status");
  const known = documentStatuses.find((name) => name === status);
  return known ? <Badge tone={tones[known]}>{ts(known)}</Badge> : status;
}
