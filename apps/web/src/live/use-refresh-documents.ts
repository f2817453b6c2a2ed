"use client";

import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";

import type { ListedDocument } from "~/documents/document";

import { MOST_PAGES_READ_AGAIN, type News, type Pages, patchedPages } from "./patched-pages";

/**
 * Returns what brings everything that shows documents up to date. A list that was scrolled far is not read again page by page: what is known
 * of its documents is put in their rows.
 */
export function useRefreshDocuments() {
  const trpc = useTRPC();
  const client = useQueryClient();

  return useCallback(
    async (heard: readonly News<ListedDocument>[] = []) => {
      const long = client
        .getQueryCache()
        .findAll(trpc.documents.list.infiniteQueryFilter())
        .filter(({ state }) => pagesOf(state.data) > MOST_PAGES_READ_AGAIN);
      for (const { queryKey } of long)
        client.setQueryData<Pages<ListedDocument>>(
          queryKey,
          (data) => data && patchedPages(data, heard),
        );
      await Promise.all([
        client.invalidateQueries({
          ...trpc.documents.pathFilter(),
          predicate: (query) => !long.includes(query),
        }),
        client.invalidateQueries(trpc.projects.pathFilter()),
      ]);
    },
    [client, trpc],
  );
}

function pagesOf(data: unknown): number {
  const pages = data && typeof data === "object" && "pages" in data ? data.pages : null;
  return Array.isArray(pages) ? pages.length : 0;
}
