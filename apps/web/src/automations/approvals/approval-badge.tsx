"use client";

import { Badge, type BadgeTone } from "@besunny/ui/display/badge";
import { useTranslations } from "next-intl";

import type { Approval } from "./approval";

const tones: Record<Approval["state"], BadgeTone> = {
  open: "attention",
  approved: "good",
  rejected: "bad",
  passed: "info",
  expired: "neutral",
  cancelled: "neutral",
};

/** One word for the state of a question. */
export function ApprovalBadge({ state }: Pick<Approval, "state">) {
  const t = useTranslations("approvals");
  return <Badge tone={tones[state]}>{t(`is_${state}`)}</Badge>;
}
