"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Badge, type BadgeTone } from "@besunny/ui/display/badge";
import { CircleCheck, CircleSlash, Pause, PencilLine } from "lucide-react";
import { useTranslations } from "next-intl";

type Automation = Outputs["automations"]["list"]["items"][number];
type State = Pick<Automation, "state" | "pausedBecause">;

const tones: Record<Automation["state"], BadgeTone> = {
  draft: "neutral",
  on: "good",
  paused: "attention",
  ended: "neutral",
};
const icons = { draft: PencilLine, on: CircleCheck, paused: Pause, ended: CircleSlash };

/** One word for the state of an automation, and why it is paused if no person has paused it. */
export function StateBadge({ automation: { state, pausedBecause } }: { automation: State }) {
  const t = useTranslations("automations");
  const Icon = icons[state];
  const isOwn = state !== "paused" || pausedBecause === null || pausedBecause === "person";
  return (
    <Badge tone={tones[state]} icon={<Icon aria-hidden />}>
      {isOwn ? t(`state_${state}`) : t(`paused_${pausedBecause}`)}
    </Badge>
  );
}
