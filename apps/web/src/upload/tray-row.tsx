"use client";

import { Button } from "@besunny/ui/buttons/button";
import { IconButton } from "@besunny/ui/buttons/icon-button";
import { Progress } from "@besunny/ui/feedback/progress";
import {
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleSlash,
  CopyCheck,
  LoaderCircle,
  RotateCcw,
  X,
} from "lucide-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { memo } from "react";

import { fractionOf, isResting, type TrayItem } from "./tray-item";
import type { TrayVerbs } from "./use-tray-verbs";

/** One file: where it is on its way, or what happened and what to do. */
export const TrayRow = memo(function TrayRow({
  item,
  verbs,
}: {
  item: TrayItem;
  verbs: TrayVerbs;
}) {
  const t = useTranslations("tray");
  const isDone = isResting(item);

  return (
    <li className="flex gap-2.5 px-3 py-1.5 [contain-intrinsic-size:auto_44px] [content-visibility:auto]">
      <PhaseIcon item={item} />
      <div className="min-w-0 flex-1">
        <p className="truncate text-sm" title={item.path}>
          {item.documentId ? (
            <Link href={`/documents/${item.documentId}`} className="hover:underline">
              {item.name}
            </Link>
          ) : (
            item.name
          )}
        </p>
        <PhaseLine item={item} />
        {!isDone && <Progress value={fractionOf(item)} label={item.name} className="mt-1 h-0.5" />}
      </div>
      {item.phase === "failed" || item.phase === "refused" ? (
        <IconButton label={t("retry")} icon={<RotateCcw />} onClick={() => verbs.retry([item])} />
      ) : null}
      {item.phase === "interrupted" && (
        <Button size="sm" variant="ghost" onClick={verbs.pickAgain}>
          {t("pickAgain")}
        </Button>
      )}
      {item.phase === "duplicate" && (
        <Button size="sm" variant="ghost" asChild>
          <Link href={`/documents/${item.documentId}`}>{t("open")}</Link>
        </Button>
      )}
      <IconButton
        label={t(isDone ? "dismiss" : "cancel", { name: item.name })}
        icon={<X />}
        onClick={() => (isDone ? verbs.dismiss(item) : verbs.cancel(item))}
      />
    </li>
  );
});

function PhaseLine({ item }: { item: TrayItem }) {
  const t = useTranslations("tray");
  const format = useFormatter();

  if (item.phase === "failed" || item.phase === "refused") {
    return (
      <p className="text-xs">
        <span className="text-bad">{item.problem?.message || t("phase_refused")}</span>{" "}
        <span className="text-n11">{item.problem?.remedy}</span>
      </p>
    );
  }
  const sent =
    item.phase === "uploading"
      ? format.number(item.size === 0 ? 0 : item.sentBytes / item.size, { style: "percent" })
      : "";
  const phase =
    item.phase === "processing" && isNamedStage(item.stage)
      ? t(`stage_${item.stage}`)
      : t(item.phase === "duplicate" && item.isFiled ? "filedToo" : `phase_${item.phase}`);

  return (
    <p className="truncate text-n11 text-xs tabular-nums">
      {phase} {sent}
    </p>
  );
}

function isNamedStage(stage: string | null) {
  return stage === "uploaded" || stage === "read" || stage === "understood" || stage === "indexed";
}

function PhaseIcon({ item: { phase } }: { item: TrayItem }) {
  const size = "mt-0.5 size-4 shrink-0";
  if (phase === "ready") return <CircleCheck aria-hidden className={`${size} text-good`} />;
  if (phase === "needs_review")
    return <CircleCheck aria-hidden className={`${size} text-attention`} />;
  if (phase === "duplicate") return <CopyCheck aria-hidden className={`${size} text-info`} />;
  if (phase === "failed" || phase === "refused") {
    return <CircleAlert aria-hidden className={`${size} text-bad`} />;
  }
  if (phase === "cancelled") return <CircleSlash aria-hidden className={`${size} text-n10`} />;
  if (phase === "waiting" || phase === "interrupted") {
    return <CircleDashed aria-hidden className={`${size} text-n10`} />;
  }
  return <LoaderCircle aria-hidden className={`${size} animate-spin text-n11`} />;
}
