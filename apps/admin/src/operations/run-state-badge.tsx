"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Badge, type BadgeTone } from "@besunny/ui/display/badge";
import { Ban, Check, CircleDashed, Hourglass, Play, X } from "lucide-react";
import { useTranslations } from "next-intl";

export type RunState = Outputs["admin"]["runs"]["list"]["items"][number]["state"];

const looks = {
  queued: { tone: "neutral", Icon: CircleDashed },
  running: { tone: "info", Icon: Play },
  sleeping: { tone: "attention", Icon: Hourglass },
  completed: { tone: "good", Icon: Check },
  failed: { tone: "bad", Icon: X },
  cancelled: { tone: "neutral", Icon: Ban },
} as const satisfies Record<RunState, { tone: BadgeTone; Icon: typeof Check }>;

export function RunStateBadge({ state }: { state: RunState }) {
  const t = useTranslations("runState");
  const { tone, Icon } = looks[state];

  return (
    <Badge tone={tone} icon={<Icon aria-hidden />}>
      {t(state)}
    </Badge>
  );
}
