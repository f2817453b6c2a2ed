"use client";

import { Badge, type BadgeTone } from "@besunny/ui/display/badge";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import type { Look } from "~/sources/source";

const everyMs = 10_000;

const tones: Record<NonNullable<Look["outcome"]>, BadgeTone> = {
  whole: "good",
  asking: "attention",
  "cursor-lost": "attention",
  unreadable: "bad",
  stopped: "neutral",
  failed: "bad",
};

/** The looks at a source as a line of time, the newest first. */
export function Looks({ id }: { id: string }) {
  const t = useTranslations("sources");
  const trpc = useTRPC();
  const looks = useQuery(trpc.sources.looks.queryOptions({ id }, { refetchInterval: everyMs }));

  return (
    <section aria-labelledby="looks" className="border-t px-4 py-5">
      <h2 id="looks" className="font-semibold text-lg">
        {t("looks")}
      </h2>
      {looks.isPending && <Skeleton className="mt-3 h-24" />}
      {looks.error && !looks.data && (
        <ProblemState compact error={looks.error} onRetry={() => void looks.refetch()} />
      )}
      {looks.data?.items.length === 0 && <p className="mt-2 text-n11">{t("noLooks")}</p>}
      {looks.data && looks.data.items.length > 0 && (
        <ol className="mt-3 ml-1.5 border-n6 border-l">
          {looks.data.items.map((look) => (
            <LookLine key={look.id} look={look} />
          ))}
        </ol>
      )}
    </section>
  );
}

function LookLine({ look }: { look: Look }) {
  const t = useTranslations("sources");
  const { kind, beganAt, outcome, seen, added, changed, gone, throttledMs, isCursorLost } = look;
  const isQuiet = kind === "changes" && added + changed + gone === 0;

  return (
    <li className="relative pb-4 pl-5 text-sm before:absolute before:top-1.5 before:-left-[4.5px] before:size-2 before:rounded-full before:bg-n8">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-medium">{t(`look_${kind}`)}</span>
        {outcome === null && <Badge tone="info">{t("look_running")}</Badge>}
        {outcome !== null && outcome !== "whole" && (
          <Badge tone={tones[outcome]}>{t(`outcome_${outcome}`)}</Badge>
        )}
        <span className="text-n11">
          <RelativeTime at={beganAt} />
        </span>
      </p>
      <p className="text-n11 tabular-nums">
        {isQuiet ? t("lookNothing") : t("lookSaw", { seen, added, changed, gone })}
        {throttledMs > 0 && (
          <> · {t("lookThrottled", { seconds: Math.max(1, Math.round(throttledMs / 1000)) })}</>
        )}
      </p>
      {isCursorLost && <p className="text-n11">{t("lookCursorLost")}</p>}
      {look.note && <p className="text-n11">{look.note}</p>}
    </li>
  );
}
