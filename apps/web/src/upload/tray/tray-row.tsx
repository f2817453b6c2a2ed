"use client";

import { Button } from "@besunny/ui/buttons/button";
import { IconButton } from "@besunny/ui/buttons/icon-button";
import { Link } from "@besunny/web-kit/link";
import { useTold } from "@besunny/web-kit/told/use-told";
import {
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleSlash,
  CopyCheck,
  LoaderCircle,
  X,
} from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { memo, useState } from "react";

import { PasswordForm } from "~/documents/password-form";
import { pieceOf } from "~/documents/piece-of";
import { isResting, type TrayItem } from "../tray-item";
import { StageDots } from "./stage-dots";
import { TrayRowVerb } from "./tray-row-verb";
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
  const [isUnlocking, setIsUnlocking] = useState(false);
  const isDone = isResting(item);
  const isLocked = item.phase === "failed" && item.problem?.help === "password";

  return (
    <li className="px-3 py-1.5 [contain-intrinsic-size:auto_44px] [content-visibility:auto]">
      <div className="flex gap-2.5">
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
        </div>
        {isLocked ? (
          <Button size="sm" variant="ghost" onClick={() => setIsUnlocking(!isUnlocking)}>
            {t("givePassword")}
          </Button>
        ) : (
          <TrayRowVerb item={item} verbs={verbs} />
        )}
        <IconButton
          label={t(isDone ? "dismiss" : "cancel", { name: item.name })}
          icon={<X />}
          onClick={() => (isDone ? verbs.dismiss(item) : verbs.cancel(item))}
        />
      </div>
      {isLocked && isUnlocking && item.documentId && (
        <PasswordForm id={item.documentId} className="py-2 pl-6" />
      )}
    </li>
  );
});

function PhaseLine({ item }: { item: TrayItem }) {
  const t = useTranslations("tray");
  const tell = useTold();
  const format = useFormatter();

  if (item.phase === "failed" || item.phase === "refused") {
    return (
      <p className="text-xs">
        <span className="text-bad">{tell(item.problem?.message ?? "") || t("phase_refused")}</span>{" "}
        <span className="text-n11">{tell(item.problem?.remedy ?? "")}</span>
      </p>
    );
  }
  const sent =
    item.phase === "uploading"
      ? format.number(item.size === 0 ? 0 : item.sentBytes / item.size, { style: "percent" })
      : "";
  const phase =
    item.phase === "processing" && item.transcription
      ? t("transcribing", pieceOf(item.transcription))
      : item.phase === "processing" && isNamedStage(item.stage)
        ? t(`stage_${item.stage}`)
        : t(item.phase === "duplicate" && item.isFiled ? "filedToo" : `phase_${item.phase}`);

  return (
    <p className="flex items-center gap-2 text-n11 text-xs tabular-nums">
      {(item.phase === "pending" || item.phase === "processing") && <StageDots item={item} />}
      <span className="truncate">
        {phase} {sent}
      </span>
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
  if (phase === "waiting" || phase === "interrupted" || phase === "offline") {
    return <CircleDashed aria-hidden className={`${size} text-n10`} />;
  }
  return <LoaderCircle aria-hidden className={`${size} animate-spin text-n11`} />;
}
