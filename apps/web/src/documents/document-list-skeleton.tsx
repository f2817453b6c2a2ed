import { Skeleton } from "@besunny/ui/feedback/skeleton";

/** The shape of a list of documents that is on its way. */
export function DocumentListSkeleton({ label, rows = 12 }: { label: string; rows?: number }) {
  return (
    <div role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="flex h-11 items-center gap-3 border-n5 border-b px-4">
          <Skeleton className="size-4" />
          <Skeleton className={["w-64", "w-48", "w-56"][row % 3] ?? "w-64"} />
          <Skeleton className="ml-auto hidden w-32 md:block" />
          <Skeleton className="hidden w-20 md:block" />
        </div>
      ))}
    </div>
  );
}
