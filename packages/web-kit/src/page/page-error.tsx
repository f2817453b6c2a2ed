"use client";

import { ProblemState } from "../trpc/problem-state";

/** The page in place of one that failed, for an app's `error.tsx`. */
export function PageError({ error, reset }: { error: Error; reset: () => void }) {
  return (
    <main>
      <ProblemState error={error} onRetry={reset} />
    </main>
  );
}
