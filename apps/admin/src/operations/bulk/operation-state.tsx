"use client";

import { Badge, type BadgeTone } from "@besunny/ui/display/badge";
import { useTranslations } from "next-intl";

import { isUnderWay, type Operation } from "./operation";

const looks = {
  queued: "neutral",
  running: "info",
  stopping: "attention",
  finished: "good",
  stopped: "neutral",
  failed: "bad",
} as const satisfies Record<string, BadgeTone>;

export function OperationState({ operation }: { operation: Operation }) {
  const t = useTranslations("bulk");
  const state = stateOf(operation);
  return <Badge tone={looks[state]}>{t(`state_${state}`)}</Badge>;
}

function stateOf(operation: Operation): keyof typeof looks {
  if (operation.stopAskedAt && isUnderWay(operation)) return "stopping";
  const { state } = operation;
  return state in looks ? asState(state) : "queued";
}

/** Asked with `in` just before. */
function asState(state: string): keyof typeof looks {
  return state as keyof typeof looks;
}
