"use client";

import { Textarea } from "@besunny/ui/fields/input";
import { useTranslations } from "next-intl";
import { useId } from "react";
import type { Problem } from "../definition/problems-at";
import { ProblemLine } from "../forms/problem-line";

/** A condition as text. A mistake is shown below with the letters that it is about. */
export function CelField({
  text,
  problem,
  onChange,
}: {
  text: string;
  problem: Problem | undefined;
  onChange: (text: string) => void;
}) {
  const t = useTranslations("automations");
  const id = useId();
  const { start, end } = problem ?? {};
  const isMarked = start !== undefined && end !== undefined && end > start && end <= text.length;

  return (
    <div className="flex flex-col gap-1.5">
      <Textarea
        aria-label={t("celLabel")}
        aria-describedby={id}
        aria-invalid={problem ? true : undefined}
        value={text}
        maxLength={5000}
        spellCheck={false}
        autoCapitalize="off"
        autoCorrect="off"
        onChange={({ target }) => onChange(target.value)}
        className="min-h-24 font-mono text-sm"
      />
      <div id={id} className="flex flex-col gap-1">
        <ProblemLine problem={problem} />
        {problem && isMarked && (
          <code className="block overflow-x-auto rounded-md bg-n3 px-2 py-1 font-mono text-xs">
            {text.slice(Math.max(0, start - 30), start)}
            <mark className="rounded-sm bg-attention-soft px-0.5 text-attention">
              {text.slice(start, end)}
            </mark>
            {text.slice(end, end + 30)}
          </code>
        )}
        <p className="text-n11 text-xs">{t("celHint")}</p>
      </div>
    </div>
  );
}
