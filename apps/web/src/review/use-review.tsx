"use client";

import { toast } from "@besunny/ui/feedback/toast";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useNames } from "~/i18n/use-names";
import { currentOf, type ToReview } from "./to-review";

/** Something that was done, which can be taken back once it has arrived. */
type Step = { kind: "typed" | "skipped"; ids: string[]; said: string; sent?: Promise<unknown> };

const MOST_SHOWN = 200;

/** The queue, the document in hand, and what can be done with it. The screen moves on at once; a failure brings the document back. */
export function useReview(shown: number | "default" | "disputed") {
  const t = useTranslations("review");
  const { typeName } = useNames();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const queue = useQuery(
    trpc.documents.toReview.queryOptions(wantedOf(shown), { placeholderData: keepPreviousData }),
  );
  const [steps, setSteps] = useState<Step[]>([]);
  const [wanted, setWanted] = useState<string | null>(null);
  const passed = new Set(steps.flatMap(({ ids }) => ids));
  const items = queue.data?.items ?? [];
  const current = currentOf(items, { wanted, passed });
  const left = items.filter(({ id }) => !passed.has(id));
  const next = currentOf(left, { wanted: null, passed: new Set(current ? [current.id] : []) });
  const skipped = steps.flatMap(({ kind, ids }) => (kind === "skipped" ? ids : []));

  const settled = {
    onSettled: () => queryClient.invalidateQueries(trpc.documents.pathFilter()),
  };
  const acceptance = useMutation(trpc.documents.acceptTypes.mutationOptions(settled));
  const correction = useMutation(trpc.documents.correctType.mutationOptions(settled));
  const withdrawal = useMutation(trpc.documents.withdrawTypes.mutationOptions(settled));

  const take = (step: Step) => {
    setWanted(null);
    setSteps((before) => [...before, step]);
  };
  const giveBack = (ids: readonly string[]) => {
    setSteps((before) => before.filter((step) => !step.ids.some((id) => ids.includes(id))));
    setWanted(ids[0] ?? null);
  };
  const failed = (ids: readonly string[]) => (error: unknown) => {
    giveBack(ids);
    toast.failed(problemOf(error).message);
  };

  return {
    queue,
    current,
    next,
    left,
    skipped,
    /** Says the last step in words; null where nothing can be undone. */
    last: steps.at(-1)?.said ?? null,

    choose({ id, title }: ToReview, type: string) {
      const sent = acceptance.mutateAsync({ items: [{ id, type }] });
      take({ kind: "typed", ids: [id], said: t("set", { title, type: typeName(type) }), sent });
      sent.then(
        ({ ids }) => {
          if (!ids.includes(id)) toast.failed(t("tookOver"));
        },
        failed([id]),
      );
    },
    chooseNone({ id, title }: ToReview) {
      const sent = correction.mutateAsync({ id, type: null });
      take({ kind: "typed", ids: [id], said: t("setNone", { title }), sent });
      sent.catch(failed([id]));
    },
    chooseAll(chosen: { id: string; type: string }[]) {
      const ids = chosen.map(({ id }) => id);
      const sent = acceptance.mutateAsync({ items: chosen });
      const said = t("batchDone", { count: ids.length });
      take({ kind: "typed", ids, said, sent });
      sent.then(
        (accepted) => toast.done(t("batchDone", { count: accepted.ids.length })),
        failed(ids),
      );
    },
    skip: ({ id, title }: ToReview) =>
      take({ kind: "skipped", ids: [id], said: t("skippedOne", { title }) }),
    showSkipped: () => setSteps((before) => before.filter(({ kind }) => kind !== "skipped")),
    undo() {
      const last = steps.at(-1);
      if (!last) return;
      giveBack(last.ids);
      if (last.kind === "skipped") return;
      const sent = last.sent ?? Promise.resolve();
      sent
        .then(() => withdrawal.mutateAsync({ ids: last.ids }))
        .catch((error: unknown) => toast.failed(problemOf(error).message));
    },
  };
}

function wantedOf(shown: number | "default" | "disputed") {
  if (shown === "default") return {};
  return shown === "disputed"
    ? { reason: shown, limit: MOST_SHOWN }
    : { below: shown, limit: MOST_SHOWN };
}
