"use client";

import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";

const listPages = z.object({
  pages: z.array(z.object({ items: z.array(z.object({ id: z.string() })) })),
});

/** The ids beside a document: in the list last looked at, else among the newest. */
export function useNeighbours(id: string) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const lists = queryClient
    .getQueryCache()
    .findAll(trpc.documents.list.infiniteQueryFilter())
    .sort((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt)
    .flatMap(({ state }) => {
      const { data } = listPages.safeParse(state.data);
      return data ? [data.pages.flatMap(({ items }) => items.map((item) => item.id))] : [];
    });
  const known = lists.find((ids) => ids.includes(id));
  const newest = useQuery(trpc.documents.list.queryOptions({ limit: 100 }, { enabled: !known }));

  const ids = known ?? newest.data?.items.map((item) => item.id) ?? [];
  const position = ids.indexOf(id);
  return {
    previous: position > 0 ? ids[position - 1] : undefined,
    next: position >= 0 ? ids[position + 1] : undefined,
  };
}
