"use client";

import { Badge, type BadgeTone } from "@besunny/ui/display/badge";
import {
  CircleCheck,
  CircleHelp,
  CircleStop,
  Hourglass,
  ListTree,
  LoaderCircle,
  Pause,
} from "lucide-react";
import { useTranslations } from "next-intl";

import type { ShownState } from "./source-state";

const tones: Record<ShownState, BadgeTone> = {
  asking: "attention",
  stopped: "bad",
  paused: "neutral",
  heldBack: "attention",
  listing: "info",
  catchingUp: "info",
  fetching: "info",
  live: "good",
};

const icons = {
  asking: CircleHelp,
  stopped: CircleStop,
  paused: Pause,
  heldBack: Hourglass,
  listing: ListTree,
  catchingUp: ListTree,
  fetching: LoaderCircle,
  live: CircleCheck,
} as const;

/** One word for the state of a source. */
export function StateBadge({ state }: { state: ShownState }) {
  const t = useTranslations("sources");
  const Icon = icons[state];
  return (
    <Badge tone={tones[state]} icon={<Icon aria-hidden />}>
      {t(`state_${state}`)}
    </Badge>
  );
}
