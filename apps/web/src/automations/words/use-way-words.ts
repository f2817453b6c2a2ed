"use client";

import type { Node as Step } from "@besunny/rules/definition";
import { useTranslations } from "next-intl";

import type { Way } from "../definition/places";

/** Returns what tells a way out of a step: yes, no, or a case by its name. Nothing for the way that only goes on. */
export function useWayWords(): (step: Step, way: Way) => string {
  const t = useTranslations("automations");
  return (step, way) => {
    if (typeof way === "number") {
      const label = step.kind === "branch" ? step.cases[way]?.label : "";
      return label || t("caseName", { number: way + 1 });
    }
    if (way === "otherwise") return t("way_otherwise");
    if (way !== "yes" && way !== "no") return "";
    return t(step.kind === "approval" ? `way_approval_${way}` : `way_if_${way}`);
  };
}
