"use client";

import { Badge } from "@besunny/ui/display/badge";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Link } from "@besunny/web-kit/link";
import { useTranslations } from "next-intl";

import { CountsBar } from "~/sources/counts-bar";
import { CountsLine } from "~/sources/counts-line";
import { KindIcon } from "~/sources/kind-icon";
import type { Source } from "~/sources/source";
import { StateBadge } from "~/sources/state-badge";
import { useSourceWords } from "~/sources/use-source-words";

/** One source in two or three lines: where it is, what came of it, and what to do where it has stopped. */
export function SourceRow({ source, now }: { source: Source; now: Date }) {
  const t = useTranslations("sources");
  const { stateOf } = useSourceWords();
  const { state, sentence } = stateOf(source, now);
  const { id, kind, name, path, address, isPractice, counts, lastLookedAt } = source;

  return (
    <li className="relative flex gap-3 border-n5 border-b px-4 py-3 transition-colors hover:bg-n3 has-[a:focus-visible]:bg-n3">
      <span className="flex h-6 items-center">
        <KindIcon kind={kind} />
      </span>
      <div className="min-w-0 flex-1">
        <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
          <Link
            href={`/sources/${id}`}
            data-row
            className="min-w-0 max-w-full truncate font-medium before:absolute before:inset-0"
          >
            <bdi>{name}</bdi>
          </Link>
          <StateBadge state={state} />
          {isPractice && <Badge>{t("practice")}</Badge>}
        </div>
        <p className="truncate text-n11 text-sm">
          {t(`kind_${kind}`)} · <bdi>{address}</bdi>
          {path.length > 0 && (
            <>
              {" · "}
              <bdi>{path.join(" / ")}</bdi>
            </>
          )}
        </p>
        <p className="text-sm tabular-nums">
          <CountsLine counts={counts} />
        </p>
        {state !== "live" && <p className="text-n11 text-sm">{sentence}</p>}
      </div>
      <div className="hidden w-44 shrink-0 flex-col items-end gap-2 pt-2 text-n11 text-xs md:flex">
        <CountsBar source={source} />
        {lastLookedAt ? (
          <span>
            {t("lookedAt")} <RelativeTime at={lastLookedAt} />
          </span>
        ) : (
          t("neverLooked")
        )}
      </div>
    </li>
  );
}
