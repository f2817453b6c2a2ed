"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { can } from "@besunny/api/browser/policy";
import { Button } from "@besunny/ui/buttons/button";
import { Badge } from "@besunny/ui/display/badge";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { toast } from "@besunny/ui/feedback/toast";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { problemOf } from "@besunny/web-kit/trpc/problem";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";

import { useShell } from "~/shell/shell-context";

import { useReleases } from "../use-releases";
import { useReleasesChanged } from "../use-releases-changed";
import { useSentences } from "../use-sentences";
import { ExperimentCounts } from "./experiment-counts";

type Experiment = Outputs["experiments"]["list"]["items"][number];

/** An experiment with its state. What it counted is shown while it runs, and after a press once it is over. */
export function ExperimentRow({ experiment }: { experiment: Experiment }) {
  const t = useTranslations("releases");
  const trpc = useTRPC();
  const changed = useReleasesChanged();
  const { role } = useShell();
  const tell = useSentences();
  const { nameOf } = useReleases();
  const countsId = useId();
  const isRunning = experiment.state === "running";
  const [isOpen, setIsOpen] = useState(isRunning);
  const stop = useMutation(
    trpc.experiments.stop.mutationOptions({
      ...changed(t("stopped")),
      onError: (error) => toast.failed(problemOf(error).message),
    }),
  );
  const name = t(`kind_${experiment.kind}`, { release: nameOf(experiment.challengerId) });

  return (
    <li className="border-n5 border-b py-3 last:border-0">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <h3 className="font-medium">{name}</h3>
        <Badge tone={toneOf[experiment.state]}>{t(`experiment_${experiment.state}`)}</Badge>
        <span className="text-n11 text-sm">
          <RelativeTime at={experiment.endedAt ?? experiment.createdAt} />
        </span>
      </div>
      <p className="text-n11 text-sm">{t("besides", { release: nameOf(experiment.championId) })}</p>
      {experiment.decision && <p className="mt-1">{t(`decision_${experiment.decision}`)}</p>}
      {experiment.reason && (
        <p dir="auto" className="mt-1 break-words text-n11 text-sm">
          {tell(experiment.reason)}
        </p>
      )}
      <div id={countsId}>
        {isOpen && <ExperimentCounts id={experiment.id} isRunning={isRunning} />}
      </div>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button
          size="sm"
          aria-expanded={isOpen}
          aria-controls={countsId}
          aria-label={t(isOpen ? "hideCountsOf" : "showCountsOf", { name })}
          onClick={() => setIsOpen(!isOpen)}
        >
          {t(isOpen ? "hideCounts" : "showCounts")}
        </Button>
        {isRunning && can(role, "release.manage") && (
          <Button
            size="sm"
            aria-label={t("stopOf", { name })}
            loading={stop.isPending}
            onClick={() => stop.mutate({ id: experiment.id })}
          >
            {t("stop")}
          </Button>
        )}
      </div>
    </li>
  );
}

const toneOf = {
  running: "info",
  decided: "good",
  stopped: "neutral",
  failed: "bad",
} as const satisfies Record<Experiment["state"], string>;
