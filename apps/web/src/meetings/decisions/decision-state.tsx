"use client";

import { Badge } from "@besunny/ui/display/badge";
import { Check, Replace, RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";

import type { Decision } from "../meeting";

const looks = {
  stands: { tone: "good", icon: Check },
  reopened: { tone: "attention", icon: RotateCcw },
  replaced: { tone: "neutral", icon: Replace },
} as const;

/** The state of a decision: it holds, was contradicted, or gave way to another. */
export function DecisionState({ state }: Pick<Decision, "state">) {
  const t = useTranslations("decisions");
  const { tone, icon: Icon } = looks[state];
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />}>
      {t(`state_${state}`)}
    </Badge>
  );
}
