import { Skeleton } from "@besunny/ui/feedback/skeleton";

/** The shape of a screen while its data is fetched. */
export default function ScreenLoading() {
  return (
    <div role="status" aria-busy>
      <div className="flex h-12 items-center border-b px-4">
        <Skeleton className="h-5 w-40" />
      </div>
      {["one", "two", "three", "four", "five", "six"].map((row) => (
        <div key={row} className="flex h-11 items-center gap-3 border-n5 border-b px-4">
          <Skeleton className="size-4" />
          <Skeleton className="w-56" />
          <Skeleton className="ml-auto w-24" />
        </div>
      ))}
    </div>
  );
}
