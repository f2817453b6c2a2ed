"use client";

import type { MeetingOutcomeKind } from "@besunny/api/browser/vocabulary";
import { Badge, type BadgeTone } from "@besunny/ui/display/badge";
import { CircleCheck, CircleDashed, Info, OctagonAlert, Redo2 } from "lucide-react";
import { useTranslations } from "next-intl";

const looks: Record<MeetingOutcomeKind, { tone: BadgeTone; icon: typeof Info }> = {
  decided: { tone: "good", icon: CircleCheck },
  "follow-up": { tone: "attention", icon: Redo2 },
  blocked: { tone: "bad", icon: OctagonAlert },
  information: { tone: "info", icon: Info },
  "no-outcome": { tone: "neutral", icon: CircleDashed },
};

/** The outcome of a meeting, by its word and its icon. */
export function OutcomeBadge({ outcome }: { outcome: MeetingOutcomeKind }) {
  const t = useTranslations("meetings");
  const { tone, icon: Icon } = looks[outcome];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />}>
      {t(`outcome_${outcome}`)}
    </Badge>
  );
}
