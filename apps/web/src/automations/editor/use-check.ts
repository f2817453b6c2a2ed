"use client";

import { Definition } from "@besunny/rules/definition";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";

import { useLanguage } from "~/i18n/use-language";
import { useSettled } from "~/queries/use-settled";

import type { Problem } from "../definition/problems-at";

export type Check = {
  sentence: string;
  problems: Problem[];
  /** True if it cannot even be saved: a part is empty that must not be. */
  isBroken: boolean;
  isChecking: boolean;
};

/** Says what is wrong with what a person has written so far, and tells it as a sentence. */
export function useCheck(
  definition: Definition,
  first: Pick<Check, "sentence" | "problems">,
): Check {
  const trpc = useTRPC();
  const language = useLanguage();
  const settled = useSettled(definition, 250);
  const read = Definition.safeParse(settled);
  const checked = useQuery(
    trpc.automations.check.queryOptions(
      { definition: settled, language },
      { enabled: read.success, placeholderData: keepPreviousData, staleTime: 60_000 },
    ),
  );
  const { sentence, problems } = checked.data ?? first;
  if (read.success) return { sentence, problems, isBroken: false, isChecking: checked.isFetching };
  const broken = read.error.issues.map(
    ({ message, path }): Problem => ({
      code: "input",
      message,
      path: path.map((part) => (typeof part === "symbol" ? String(part) : part)),
    }),
  );
  return { sentence, problems: broken, isBroken: true, isChecking: false };
}
