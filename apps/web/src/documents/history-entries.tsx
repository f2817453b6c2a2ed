"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { titleOf } from "@besunny/web-kit/audit/audit-entry";
import { useActorName } from "@besunny/web-kit/audit/audit-words";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";

/** Lists calls by their titles, with who made them and when. */
export function HistoryEntries({
  label,
  entries,
}: {
  label: string;
  entries: Outputs["documents"]["history"]["items"];
}) {
  const trpc = useTRPC();
  const actorName = useActorName();
  const operations = useQuery(
    trpc.workspace.operations.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY }),
  );
  if (!operations.data) return null;

  return (
    <ol aria-label={label} className="flex flex-col gap-2">
      {entries.map((entry) => (
        <li key={entry.id} className="flex items-baseline gap-2.5 text-sm">
          <span className="min-w-0 flex-1 break-words">
            {titleOf(operations.data.items, entry.operation)}
            <span className="text-n11">
              {" · "}
              <bdi>{actorName(entry.actor)}</bdi>
            </span>
          </span>
          <span className="text-n11 text-xs">
            <RelativeTime at={entry.createdAt} />
          </span>
        </li>
      ))}
    </ol>
  );
}
