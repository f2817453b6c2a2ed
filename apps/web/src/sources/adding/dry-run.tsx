"use client";

import type { SourceKind } from "@besunny/api/browser/vocabulary";
import { Button } from "@besunny/ui/buttons/button";
import { Progress } from "@besunny/ui/feedback/progress";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useQuery } from "@tanstack/react-query";
import { RotateCcw } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";

import { formatBytes } from "~/documents/format-bytes";
import type { Connection } from "../source";
import { useSourceWords } from "../use-source-words";
import type { ChosenRoot, Rules } from "./choice";

const MOST_KINDS = 6;
const MINUTE = 60;
const HOUR = 3600;

/** Shows what would come, counted at the source before anything is fetched: how much, of which kinds, what not and why, and an honest time. */
export function DryRun({
  connection: { id: connectionId, provider },
  kind,
  root,
  rules,
}: {
  connection: Connection;
  kind: SourceKind;
  root: ChosenRoot;
  rules: Rules;
}) {
  const t = useTranslations("addSource");
  const ts = useTranslations("sources");
  const trpc = useTRPC();
  const format = useFormatter();
  const timeOf = useTime();
  const counted = useQuery(
    trpc.sources.rehearse.queryOptions(
      { connectionId, kind, root: root.ref, rules },
      { staleTime: Number.POSITIVE_INFINITY, retry: false },
    ),
  );

  return (
    <section aria-labelledby="dry-run" aria-live="polite">
      <div className="flex items-baseline gap-2">
        <h2 id="dry-run" className="min-w-0 flex-1 font-semibold text-lg">
          {t("dryRun")}
        </h2>
        {counted.data && (
          <Button
            size="sm"
            variant="ghost"
            icon={<RotateCcw aria-hidden />}
            loading={counted.isFetching}
            onClick={() => void counted.refetch()}
          >
            {t("countAgain")}
          </Button>
        )}
      </div>
      <p className="mt-0.5 text-n11">
        <bdi>{[...root.path, root.name].join(" / ")}</bdi>
      </p>
      {counted.isFetching && !counted.data && (
        <div className="mt-3">
          <Progress value={null} label={t("counting")} />
          <p className="mt-1.5 text-n11 text-sm">{t("counting")}</p>
        </div>
      )}
      {counted.error && !counted.isFetching && (
        <ProblemState compact error={counted.error} onRetry={() => void counted.refetch()} />
      )}
      {counted.data && (
        <>
          <p className="mt-2">
            {t("dryFetch", {
              count: counted.data.wanted,
              size: formatBytes(counted.data.bytes, format),
            })}{" "}
            {timeOf(counted.data.seconds, ts(`provider_${provider}`))}
          </p>
          {!counted.data.isWhole && (
            <p className="text-attention">
              {t("dryPartial")}{" "}
              {counted.data.counted !== null &&
                ts("counted", {
                  provider: ts(`provider_${provider}`),
                  count: counted.data.counted,
                })}
            </p>
          )}
          <Kinds kinds={counted.data.kinds} />
          <Skips skips={counted.data.skips} />
          <p className="mt-2 text-n11 text-xs">{t("dryRunHint")}</p>
        </>
      )}
    </section>
  );
}

/** Returns what says how long it takes: the longer of fetching and reading, for both go on at once. */
function useTime() {
  const t = useTranslations("addSource");
  const format = useFormatter();
  return (seconds: { fetching: number; reading: number | null }, provider: string): string => {
    const all = Math.max(seconds.fetching, seconds.reading ?? 0);
    if (all < MINUTE) return t("dryTimeShort");
    const [value, unit] =
      all < HOUR ? ([all / MINUTE, "minute"] as const) : ([all / HOUR, "hour"] as const);
    const time = format.number(value, {
      style: "unit",
      unit,
      unitDisplay: "long",
      maximumFractionDigits: unit === "hour" ? 1 : 0,
    });
    return t("dryTime", { time, provider });
  };
}

function Kinds({ kinds }: { kinds: readonly { mediaType: string; files: number }[] }) {
  const t = useTranslations("addSource");
  const format = useFormatter();
  const { mediaOf } = useSourceWords();
  if (kinds.length === 0) return null;
  const named = Map.groupBy(kinds, ({ mediaType }) => mediaOf(mediaType));
  return (
    <>
      <h3 className="mt-3 font-medium text-sm">{t("dryKinds")}</h3>
      <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {[...named].slice(0, MOST_KINDS).map(([name, ofKind]) => (
          <li key={name}>
            <span className="tabular-nums">
              {format.number(ofKind.reduce((sum, { files }) => sum + files, 0))}
            </span>{" "}
            <span className="break-words text-n11">{name}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Skips({
  skips,
}: {
  skips: readonly { state: "skipped" | "left-out"; reason: string; files: number }[];
}) {
  const t = useTranslations("addSource");
  const format = useFormatter();
  const { reasonOf } = useSourceWords();
  return (
    <>
      <h3 className="mt-3 font-medium text-sm">{t("drySkipped")}</h3>
      {skips.length === 0 ? (
        <p className="mt-1 text-n11 text-sm">{t("dryNone")}</p>
      ) : (
        <ul className="mt-1 text-sm">
          {skips.map(({ state, reason, files }) => (
            <li key={`${state}/${reason}`} className="flex gap-2">
              <span className="w-12 shrink-0 text-right tabular-nums">{format.number(files)}</span>
              <span className="text-n11">{reasonOf(reason)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
