"use client";

import { ProblemState } from "~/trpc/problem-state";

export default function PageError({ error, reset }: { error: Error; reset: () => void }) {
  return (
    <main>
      <ProblemState error={error} onRetry={reset} />
    </main>
  );
}
