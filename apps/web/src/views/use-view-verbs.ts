"use client";

import type { Inputs } from "@besunny/api/browser/outputs";
import { toast } from "@besunny/ui/feedback/toast";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import type { View } from "./view";

/** The verbs of views. Each shows its own failure, and returns null then. */
export function useViewVerbs() {
  const t = useTranslations("views");
  const trpc = useTRPC();
  const client = useQueryClient();
  const settle = {
    onSuccess: () => client.invalidateQueries({ queryKey: trpc.views.pathKey() }),
    onError: (error: { message: string }) => toast.failed(t("failed"), error.message),
  };
  const create = useMutation(trpc.views.create.mutationOptions(settle));
  const change = useMutation(trpc.views.change.mutationOptions(settle));
  const remove = useMutation(trpc.views.remove.mutationOptions(settle));
  const habits = useMutation(trpc.views.setHabits.mutationOptions(settle));
  const quietly = <Result>(work: Promise<Result>) => work.catch(() => null);

  return {
    create: (fields: Inputs["views"]["create"]) => quietly(create.mutateAsync(fields)),
    change: (fields: Inputs["views"]["change"]) => quietly(change.mutateAsync(fields)),
    setHabits: (fields: Inputs["views"]["setHabits"]) => quietly(habits.mutateAsync(fields)),
    /** Removes a view. It can be undone, as a new view of the same fields. */
    remove: async ({ id, name, query, place, sort, layout, isShared }: View) => {
      const gone = await quietly(remove.mutateAsync({ id }));
      if (!gone) return;
      toast.done(t("removed", { name }), {
        label: t("undo"),
        run: () => void quietly(create.mutateAsync({ name, query, place, sort, layout, isShared })),
      });
    },
  };
}
