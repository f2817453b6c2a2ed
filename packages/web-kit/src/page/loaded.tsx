"use client";

import { Skeleton } from "@besunny/ui/feedback/skeleton";
import type { ComponentProps, ReactNode } from "react";
import { ProblemState } from "../trpc/problem-state";

type Query<Data> = {
  data: Data | undefined;
  error: ComponentProps<typeof ProblemState>["error"] | null;
  isPending: boolean;
  refetch: () => unknown;
};

/** Shows what a query returned; before that its shape, or the problem with another try. */
export function Loaded<Data>({
  query,
  label,
  children,
}: {
  query: Query<Data>;
  label: string;
  children: (data: Data) => ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <ProblemState error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <div role="status" aria-label={label} className="flex flex-col gap-4 p-4">
      <Skeleton className="h-16" />
      <Skeleton className="h-64" />
    </div>
  );
}
