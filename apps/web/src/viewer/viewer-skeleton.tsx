import { Skeleton } from "@besunny/ui/feedback/skeleton";

/** The shape of a document that is on its way. */
export function ViewerSkeleton() {
  return (
    <div role="status" className="flex h-dvh flex-col">
      <div className="flex h-12 items-center gap-3 border-b px-4">
        <Skeleton className="h-5 w-64" />
        <Skeleton className="ml-auto h-5 w-24" />
      </div>
      <div className="flex min-h-0 flex-1 bg-n3">
        <div className="mx-auto my-4 w-full max-w-2xl bg-n1" />
        <div className="hidden w-96 shrink-0 flex-col gap-3 border-l bg-n1 p-4 lg:flex">
          <Skeleton className="h-6 w-40" />
          <Skeleton className="w-full" />
          <Skeleton className="w-4/5" />
          <Skeleton className="w-full" />
        </div>
      </div>
    </div>
  );
}
