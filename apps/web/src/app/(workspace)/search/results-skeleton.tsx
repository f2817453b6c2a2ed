import { Skeleton } from "@besunny/ui/feedback/skeleton";

/** The shape of results that are on their way. */
export function ResultsSkeleton({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label} className="mt-6 flex flex-col gap-6">
      {["one", "two", "three", "four"].map((row) => (
        <div key={row} className="flex flex-col gap-2">
          <Skeleton className="w-56" />
          <Skeleton className="w-full" />
          <Skeleton className="w-3/4" />
        </div>
      ))}
    </div>
  );
}
