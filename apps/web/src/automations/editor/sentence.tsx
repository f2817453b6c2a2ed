"use client";

import { Badge } from "@besunny/ui/display/badge";
import { CircleAlert, CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";

import type { Check } from "./use-check";

/** The whole rule as one sentence, always in sight, and how much is still to be done. */
export function Sentence({ check, onShowProblem }: { check: Check; onShowProblem: () => void }) {
  const t = useTranslations("automations");
  const { sentence, problems } = check;

  return (
    <section
      aria-label={t("inOneSentence")}
      className="z-10 -mx-4 md:sticky md:top-12 border-b bg-n1 px-4 py-3 md:mx-0 md:rounded-lg md:border md:border-n6 md:bg-n2"
    >
      <p aria-live="polite" className="text-lg text-n12">
        {told(sentence)}
      </p>
      <div className="mt-2 flex items-center gap-2">
        {sentence === "" ? null : problems.length === 0 ? (
          <Badge tone="good" icon={<CircleCheck aria-hidden />}>
            {t("complete")}
          </Badge>
        ) : (
          <button
            type="button"
            onClick={onShowProblem}
            className="inline-flex min-h-6 items-center rounded-sm hover:brightness-95"
          >
            <Badge tone="attention" icon={<CircleAlert aria-hidden />}>
              {t("toDo", { count: problems.length })}
            </Badge>
          </button>
        )}
      </div>
    </section>
  );
}

/** A part that nobody has filled in yet stays as its name in braces. */
function told(sentence: string): string {
  return sentence.replace(/(?<!\{)\{\w+\}(?!\})/g, "…");
}
