"use client";

import { can } from "@besunny/api/browser/policy";
import { Badge } from "@besunny/ui/display/badge";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";

import { useShell } from "~/shell/shell-context";

import { useEvaluations } from "./evaluations/use-evaluations";
import { ReleaseActions } from "./release-actions";
import { useFigures } from "./use-figures";
import type { Release } from "./use-releases";
import { useSentences } from "./use-sentences";

/** A release: what it changes, whether it decides, and how good it was when it was last compared. */
export function ReleaseRow({ release }: { release: Release }) {
  const t = useTranslations("releases");
  const { role } = useShell();
  const tell = useSentences();
  const { shareWords, gainWords } = useFigures();
  const { latestOf } = useEvaluations();
  const latest = latestOf(release.id);

  return (
    <li className="border-n5 border-b py-4 last:border-0">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <h3 className="font-medium">{t("release", { number: release.number })}</h3>
        {release.roles.map((each) => (
          <Badge
            key={each}
            tone={each === "champion" ? "good" : "info"}
            icon={each === "champion" && <CircleCheck aria-hidden />}
          >
            {t(`role_${each}`)}
          </Badge>
        ))}
        <span className="text-n11 text-sm">
          <RelativeTime at={release.createdAt} /> · {t("results", { count: release.results })}
        </span>
      </div>
      {release.note && (
        <p dir="auto" className="mt-1 break-words">
          {tell(release.note)}
        </p>
      )}
      {latest && (
        <p className="mt-1 text-n11 text-sm tabular-nums">
          {t(`evaluation_${latest.state}`)}
          {latest.metrics && `: ${shareWords(latest.metrics.accuracy)}`}
          {latest.metrics?.gain && ` · ${gainWords(latest.metrics.gain)}`}
        </p>
      )}
      <ReleaseActions release={release} mayManage={can(role, "release.manage")} />
    </li>
  );
}
