"use client";

import { CircleAlert } from "lucide-react";

import type { Problem } from "../definition/problems-at";
import { useProblemWords } from "../words/use-problem-words";

/** Says in plain words what is still to be done at this place. */
export function ProblemLine({ problem, id }: { problem: Problem | undefined; id?: string }) {
  const words = useProblemWords();
  if (!problem) return null;
  return (
    <p {...(id && { id })} className="flex items-start gap-1.5 text-attention text-sm">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>{words(problem)}</span>
    </p>
  );
}

/** A heading over a control of several parts, with what is still to be done below. */
export function Group({
  label,
  hint,
  problem,
  children,
}: {
  label: string;
  hint?: React.ReactNode;
  problem?: Problem | undefined;
  children: React.ReactNode;
}) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-1.5">
      <legend className="mb-1.5 font-medium text-n12 text-sm">{label}</legend>
      {children}
      {hint && <p className="text-n11 text-xs">{hint}</p>}
      <ProblemLine problem={problem} />
    </fieldset>
  );
}
