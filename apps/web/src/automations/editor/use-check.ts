"use client";

import type { Definition } from "@besunny/rules/definition";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";

import { useLanguage } from "~/i18n/use-language";
import { useSettled } from "~/queries/use-settled";

import { emptyParts } from "../definition/empty-parts";
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
  const empty = emptyParts(settled);
  const isBroken = empty.length > 0;
  const checked = useQuery(
    trpc.automations.check.queryOptions(
      { definition: settled, language },
      { enabled: !isBroken, placeholderData: keepPreviousData, staleTime: 60_000 },
    ),
  );
  const { sentence, problems } = checked.data ?? first;
  return {
    sentence,
    problems: isBroken ? empty : problems,
    isBroken,
    isChecking: checked.isFetching,
  };
}
