"use client";

import type { Inputs } from "@besunny/api/browser/outputs";
import { usualLayout } from "@besunny/api/browser/vocabulary";
import { toast } from "@besunny/ui/feedback/toast";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { type ChosenColumn, columnsAmong } from "./columns";

type StoredLayout = Inputs["views"]["setLayout"];

/** The layout that a person chose for tables of documents. */
export type LibraryLayout = Omit<StoredLayout, "columns"> & {
  columns: ChosenColumn[];
};

/** Returns the person's layout of the library. A change shows at once, and is kept for all of their devices. */
export function useLibraryLayout(): ShownLayout {
  const t = useTranslations("library");
  const trpc = useTRPC();
  const client = useQueryClient();
  const key = trpc.views.layout.queryKey({});
  const stored =
    useQuery(trpc.views.layout.queryOptions({}, { staleTime: Number.POSITIVE_INFINITY })).data ??
    usualLayout;
  const [changed, setChanged] = useState<{ from: object; layout: LibraryLayout } | null>(null);
  const layout =
    changed?.from === stored
      ? changed.layout
      : { ...stored, columns: columnsAmong(stored.columns) };
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
      setChanged({ from: stored, layout: next });
      // A layout that is still on its way would take the change back.
      void client.cancelQueries({ queryKey: key }).then(() => client.setQueryData(key, next));
      save.mutate(next);
    },
  };
}

/** A layout that is shown, and how to change it. */
export type ShownLayout = {
  layout: LibraryLayout;
  change: (changes: Partial<LibraryLayout>) => void;
};

/** Returns the layout that an open view keeps, or else the person's own. A change stays on the screen until the view is saved. */
export function useShownLayout(view: { id: string; layout: StoredLayout | null } | undefined) {
  const own = useLibraryLayout();
  const [draft, setDraft] = useState<{ of: string; layout: LibraryLayout } | null>(null);
  if (!view) return { ...own, isChanged: false };
  const kept = view.layout && { ...view.layout, columns: columnsAmong(view.layout.columns) };
  const drafted = draft?.of === view.id ? draft.layout : null;
  const layout = drafted ?? kept ?? own.layout;
  return {
    layout,
    isChanged: drafted !== null && JSON.stringify(drafted) !== JSON.stringify(kept),
    change: (changes: Partial<LibraryLayout>) =>
      setDraft({ of: view.id, layout: { ...layout, ...changes } }),
  };
}
