"use client";

import { Badge } from "@besunny/ui/display/badge";
import { Check, CircleDashed, Merge, X } from "lucide-react";
import { useTranslations } from "next-intl";

import type { Action } from "../meeting";

const looks = {
  draft: { tone: "attention", icon: CircleDashed },
  done: { tone: "good", icon: Check },
  rejected: { tone: "neutral", icon: X },
  merged: { tone: "neutral", icon: Merge },
} as const;

/** The state of an action. What is to be done has none, because most are. */
export function ActionState({ state }: Pick<Action, "state">) {
  const t = useTranslations("actions");
  if (state === "open") return null;
  const { tone, icon: Icon } = looks[state];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />}>
      {t(`state_${state}`)}
    </Badge>
  );
}
