"use client";

import { type DashboardDraft, mergeDrafts } from "@besunny/api/browser/dashboards";
import { toast } from "@besunny/ui/feedback/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { useState } from "react";
import { useFigureWiring } from "../../figures/figure-wiring";
import { problemOf } from "../../trpc/problem";

import type { DashboardData } from "../dashboard-data";
import { dashboardParsers } from "../place/dashboard-place";

/**
 * The draft of somebody who changes a dashboard, with the version that they began with. Where somebody else was quicker, `theirs` is what they made of
 * it, until one of both is chosen.
 */
export function useDraft(dashboard: DashboardData) {
  const t = useTranslations("dashboards");
  const { dashboards } = useFigureWiring();
  const cache = useQueryClient();
  const [, setPlace] = useQueryStates(dashboardParsers, { history: "push" });
  const { id } = dashboard;
  const [base, setBase] = useState(dashboard);
  const [draft, setDraft] = useState(draftOf(dashboard));
  const [past, setPast] = useState<DashboardDraft[]>([]);
  const [theirs, setTheirs] = useState<DashboardData | null>(null);
  const isChanged = JSON.stringify(draft) !== JSON.stringify(draftOf(base));
  const leave = () => void setPlace({ edit: null });

  const save = useMutation(
    dashboards.change.mutationOptions({
      onSuccess(saved) {
        cache.setQueryData(dashboards.get.queryKey({ id }), saved);
        toast.done(t("saved"), { label: t("undo"), run: () => undo(saved.version) });
        leave();
        void cache.invalidateQueries({ queryKey: dashboards.pathKey() });
      },
      async onError(error) {
        const { code, message, hint } = problemOf(error);
        if (code !== "CONFLICT") return toast.failed(message, hint ?? undefined);
        setTheirs(await cache.fetchQuery(dashboards.get.queryOptions({ id }, { staleTime: 0 })));
      },
    }),
  );
  const restore = useMutation(
    dashboards.restore.mutationOptions({
      onError(error) {
        toast.failed(problemOf(error).message);
      },
      onSettled: () => cache.invalidateQueries({ queryKey: dashboards.pathKey() }),
    }),
  );
  const undo = (version: number) => restore.mutate({ id, seen: version, version: version - 1 });

  function change(next: Partial<DashboardDraft>) {
    setPast([...past.slice(-49), draft]);
    setDraft({ ...draft, ...next });
  }

  return {
    draft,
    base,
    theirs,
    isChanged,
    isSaving: save.isPending,
    change,
    setTiles: (tiles: DashboardDraft["content"]["tiles"]) =>
      change({ content: { ...draft.content, tiles } }),
    canUndo: past.length > 0,
    undoStep() {
      const last = past.at(-1);
      if (last) setDraft(last);
      setPast(past.slice(0, -1));
    },
    save: () => save.mutate({ id, seen: base.version, ...draft }),
    leave,
    /** Keeps mine; what the other did elsewhere stays. */
    keepMine() {
      if (!theirs) return;
      const merged = mergeDrafts(draftOf(base), draft, draftOf(theirs));
      setDraft(merged);
      setBase(theirs);
      setTheirs(null);
      save.mutate({ id, seen: theirs.version, ...merged });
    },
    takeTheirs() {
      if (!theirs) return;
      setBase(theirs);
      setDraft(draftOf(theirs));
      setPast([]);
      setTheirs(null);
    },
    decideLater: () => setTheirs(null),
  };
}

export type Draft = ReturnType<typeof useDraft>;

/** Returns what people write of a dashboard. */
export function draftOf({ title, description, content }: DashboardData): DashboardDraft {
  return { title, description, content };
}
