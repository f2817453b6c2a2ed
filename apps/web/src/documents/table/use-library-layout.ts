"use client";

import type { Inputs } from "@besunny/api/browser/outputs";
import { usualLayout } from "@besunny/api/browser/vocabulary";
import { toast } from "@besunny/ui/feedback/toast";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import { type ChosenColumn, columnsAmong } from "./columns";

/** The layout that a person chose for tables of documents. */
export type LibraryLayout = Omit<Inputs["views"]["setLayout"], "columns"> & {
  columns: ChosenColumn[];
};

/** Returns the person's layout of the library. A change shows at once, and is kept for all of their devices. */
export function useLibraryLayout() {
  const t = useTranslations("library");
  const trpc = useTRPC();
  const client = useQueryClient();
  const key = trpc.views.layout.queryKey({});
  const stored =
    useQuery(trpc.views.layout.queryOptions({}, { staleTime: Number.POSITIVE_INFINITY })).data ??
    usualLayout;
  const layout: LibraryLayout = { ...stored, columns: columnsAmong(stored.columns) };
  const save = useMutation(
    trpc.views.setLayout.mutationOptions({
      onError: () => {
        toast.failed(t("layoutNotKept"));
        void client.invalidateQueries({ queryKey: key });
      },
    }),
  );

  return {
    layout,
    change(changes: Partial<LibraryLayout>) {
      const next = { ...layout, ...changes };
      client.setQueryData(key, next);
      save.mutate(next);
    },
  };
}
