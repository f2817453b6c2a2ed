"use client";

import type { Inputs } from "@besunny/api/browser/outputs";
import { toast } from "@besunny/ui/feedback/toast";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useToldChange } from "@besunny/web-kit/trpc/use-told-change";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { Meeting } from "./meeting";
import { awaitUnderstanding } from "./understood-again";

type Given<Verb extends keyof Inputs["meetings"]> = Omit<
  NonNullable<Inputs["meetings"][Verb]>,
  "id"
>;

/** Returns what a person can do with a meeting. What is found again in the background comes to the screen by itself. */
export function useMeetingVerbs({ id, understoodAt }: Pick<Meeting, "id" | "understoodAt">) {
  const t = useTranslations("meetings");
  const trpc = useTRPC();
  const cache = useQueryClient();
  const changed = useToldChange(trpc.meetings.pathKey());
  const again = () => {
    awaitUnderstanding(id, understoodAt);
    void cache.invalidateQueries(trpc.actions.pathFilter());
  };
  const change = useMutation(trpc.meetings.change.mutationOptions(changed(t("changed"), again)));
  const name = useMutation(
    trpc.meetings.changeSpeaker.mutationOptions(changed(t("speakerChanged"), again)),
  );
  const merge = useMutation(
    trpc.meetings.mergeSpeakers.mutationOptions(changed(t("speakersMerged"), again)),
  );
  const give = useMutation(trpc.meetings.giveTurns.mutationOptions(changed(t("given"), again)));
  const join = useMutation(trpc.meetings.join.mutationOptions(changed(t("joined"))));
  const part = useMutation(trpc.meetings.join.mutationOptions(changed(t("parted"))));
  const finding = useMutation(
    trpc.meetings.changeFinding.mutationOptions({
      onError: (error) => toast.failed(problemOf(error).message),
      onSettled: () => cache.invalidateQueries(trpc.meetings.get.pathFilter()),
    }),
  );

  return {
    isBusy: [change, name, merge, give, join, part].some(({ isPending }) => isPending),
    change: (given: Given<"change">, then?: () => void) =>
      change.mutate({ id, ...given }, { onSuccess: () => then?.() }),
    changeSpeaker: (given: Given<"changeSpeaker">, then?: () => void) =>
      name.mutate({ id, ...given }, { onSuccess: () => then?.() }),
    mergeSpeakers: (given: Given<"mergeSpeakers">, then?: () => void) =>
      merge.mutate({ id, ...given }, { onSuccess: () => then?.() }),
    giveTurns: (given: Given<"giveTurns">) => give.mutate({ id, ...given }),
    joinInto: (into: string, then?: () => void) =>
      join.mutate({ id, into }, { onSuccess: () => then?.() }),
    partFrom: (partId: string) => part.mutate({ id: partId, into: null }),
    rewriteFinding: (findingId: string, text: string) => finding.mutate({ id: findingId, text }),
    removeFinding(findingId: string) {
      finding.mutate({ id: findingId, isRemoved: true });
      toast.done(t("statementRemoved"), {
        label: t("undo"),
        run: () => finding.mutate({ id: findingId, isRemoved: false }),
      });
    },
  };
}
