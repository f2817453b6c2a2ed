"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { toast } from "@besunny/ui/feedback/toast";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";

import { Panel } from "../../panel";
import { saveFile } from "../save-file";
import { StartTuning } from "./start-tuning";
import { TuningRun } from "./tuning-run";

const POLL_MILLISECONDS = 5_000;
const open = ["queued", "running"];

/** The tunings of a hosted model, the price of the next one, and the files for a trainer elsewhere. */
export function Tuning() {
  const t = useTranslations("learning");
  const trpc = useTRPC();
  const tuning = useQuery({
    ...trpc.learning.tuning.queryOptions({}),
    refetchInterval: ({ state }) =>
      open.includes(state.data?.items[0]?.state ?? "") ? POLL_MILLISECONDS : false,
  });
  const toFiles = useMutation(
    trpc.learning.exportTuning.mutationOptions({
      onSuccess({ jsonl, manifest, examples }) {
        saveFile("tuning.jsonl", jsonl, "application/jsonl");
        saveFile("tuning-manifest.json", manifest, "application/json");
        toast.done(t("exportedTuning", { count: examples }));
      },
      onError: (error) => toast.failed(problemOf(error).message),
    }),
  );
  const [last] = tuning.data?.items ?? [];
  const isOpen = last !== undefined && last.endedAt === null;

  return (
    <Panel title={t("tuning")} hint={t("tuningHint")}>
      {tuning.isPending && <Skeleton className="h-16 w-full" />}
      {tuning.error && <ProblemState error={tuning.error} compact />}
      {tuning.data && !tuning.data.offered && <p>{t("tuningOff")}</p>}
      {tuning.data?.offered && (
        <>
          <p className="break-words">{t("tuningModel", tuning.data.offered)}</p>
          {!isOpen && <StartTuning />}
        </>
      )}
      {last && <TuningRun run={last} />}
      <Button
        className="mt-4"
        icon={<Download aria-hidden />}
        loading={toFiles.isPending}
        onClick={() => toFiles.mutate({})}
      >
        {t("exportTuning")}
      </Button>
    </Panel>
  );
}
