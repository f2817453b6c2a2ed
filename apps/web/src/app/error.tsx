"use client";

import { ProblemState } from "@besunny/web-kit/trpc/problem-state";

export default function PageError({ error, reset }: { error: Error; reset: () => void }) {
  return (
    <main>
      <ProblemState error={error} onRetry={reset} />
    </main>
  );
}
