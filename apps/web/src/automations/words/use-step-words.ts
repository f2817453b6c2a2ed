"use client";

import type { Node as Step } from "@besunny/rules/definition";
import { useTranslations } from "next-intl";

import { approversOf } from "../forms/approvers-of";
import { useWords } from "./use-words";

/** Returns what tells a step in a few words: its title, and the detail that a person has filled in. */
export function useStepWords() {
  const t = useTranslations("automations");
  const { actionName, approverWords, conditionWords, nameOf, typeName } = useWords();

  function inputWords(input: Record<string, unknown>): string {
    return Object.entries(input)
      .flatMap(([key, value]) => {
        if (key === "to") return [approversOf(value).map(approverWords).join(", ")];
        if (Array.isArray(value)) return [value.map((each) => nameOf(String(each))).join(", ")];
        if (typeof value === "string" && value !== "")
          return [key === "type" ? typeName(value) : nameOf(value)];
        return typeof value === "number" ? [String(value)] : [];
      })
      .filter(Boolean)
      .join(" · ");
  }

  return (step: Step): { title: string; detail: string } => {
    switch (step.kind) {
      case "action":
        return { title: actionName(step.action), detail: inputWords(step.input) };
      case "approval": {
        const people = step.approvers.map(approverWords).join(", ");
        return {
          title: people ? t("askSomebody", { people }) : t("kind_approval"),
          detail: step.question,
        };
      }
      case "if":
        return { title: t("kind_if"), detail: conditionWords(step.when) };
      case "branch":
        return { title: t("kind_branch"), detail: t("cases", { count: step.cases.length }) };
      case "wait":
        return { title: t("waitHours", { count: step.hours }), detail: "" };
      case "stop":
        return { title: t("kind_stop"), detail: step.note };
    }
  };
}
