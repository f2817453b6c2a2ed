"use client";

import type { Inputs } from "@besunny/api/browser/outputs";
import { toast } from "@besunny/ui/feedback/toast";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { type InfiniteData, useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import type { Action, Meeting } from "../meeting";

type Page = { items: Action[]; nextCursor: string | null };
type Change = Inputs["actions"]["change"];

/** Returns what a person can do with actions. The screen shows it at once; a failure brings back what was there. */
export function useActionVerbs() {
  const t = useTranslations("actions");
  const trpc = useTRPC();
  const cache = useQueryClient();

  function show(id: string, part: Partial<Action>) {
    const changed = (each: Action) => (each.id === id ? { ...each, ...part } : each);
    cache.setQueriesData<Meeting>(trpc.meetings.get.pathFilter(), (meeting) =>
      meeting ? { ...meeting, actions: meeting.actions.map(changed) } : meeting,
    );
    cache.setQueriesData<InfiniteData<Page> | Page>(trpc.actions.list.pathFilter(), (list) => {
      if (!list) return list;
      const ofPage = (page: Page) => ({ ...page, items: page.items.map(changed) });
      return "pages" in list ? { ...list, pages: list.pages.map(ofPage) } : ofPage(list);
    });
  }

  const settled = {
    onError(error: unknown) {
      const { message, hint } = problemOf(error);
      toast.failed(message, hint ?? undefined);
    },
    async onSettled() {
      await Promise.all([
        cache.invalidateQueries(trpc.actions.pathFilter()),
        cache.invalidateQueries(trpc.meetings.get.pathFilter()),
      ]);
    },
  };
  const confirm = useMutation(trpc.actions.confirm.mutationOptions(settled));
  const reject = useMutation(trpc.actions.reject.mutationOptions(settled));
  const complete = useMutation(trpc.actions.complete.mutationOptions(settled));
  const reopen = useMutation(trpc.actions.reopen.mutationOptions(settled));
  const change = useMutation(trpc.actions.change.mutationOptions(settled));
  const create = useMutation(trpc.actions.create.mutationOptions(settled));
  const remove = useMutation(trpc.actions.remove.mutationOptions(settled));
  const markSame = useMutation(trpc.actions.markSame.mutationOptions(settled));
  const undo = (run: () => void) => ({ label: t("undo"), run });
  const back = (id: string) => undo(() => reopen.mutate({ ids: [id] }));

  return {
    isCreating: create.isPending,
    confirm({ id }: Action) {
      show(id, { state: "open", isConfirmed: true });
      confirm.mutate({ ids: [id] }, { onSuccess: () => toast.done(t("confirmedNow")) });
    },
    reject({ id }: Action) {
      show(id, { state: "rejected" });
      reject.mutate({ ids: [id] }, { onSuccess: () => toast.done(t("rejectedNow"), back(id)) });
    },
    complete({ id }: Action) {
      show(id, { state: "done" });
      complete.mutate({ ids: [id] }, { onSuccess: () => toast.done(t("doneNow"), back(id)) });
    },
    reopen({ id }: Action) {
      show(id, { state: "open", doneAt: null });
      reopen.mutate({ ids: [id] }, { onSuccess: () => toast.done(t("reopenedNow")) });
    },
    change: (given: Change, then?: () => void) =>
      change.mutate(given, {
        onSuccess() {
          toast.done(t("changedNow"));
          then?.();
        },
      }),
    create: (given: Inputs["actions"]["create"], then?: () => void) =>
      create.mutate(given, {
        onSuccess() {
          toast.done(t("createdNow"));
          then?.();
        },
      }),
    remove: ({ id }: Action) =>
      remove.mutate({ id }, { onSuccess: () => toast.done(t("removedNow")) }),
    markSame({ id }: Action, sameAs: string, then?: () => void) {
      markSame.mutate(
        { id, sameAs },
        {
          onSuccess() {
            then?.();
            toast.done(
              t("mergedNow"),
              undo(() => markSame.mutate({ id, sameAs: null })),
            );
          },
        },
      );
    },
  };
}
