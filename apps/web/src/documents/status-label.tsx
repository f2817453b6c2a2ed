"use client";

import { documentStages } from "@besunny/api/browser/vocabulary";
import { Badge } from "@besunny/ui/display/badge";
import { Tooltip } from "@besunny/ui/overlays/tooltip";
import { useTold } from "@besunny/web-kit/told/use-told";
import { Check, CircleAlert, CircleSlash, Clock, Eye } from "lucide-react";
import { useTranslations } from "next-intl";

import type { DocumentSummary } from "./document";
import { pieceOf } from "./piece-of";

/** Shows the status or the stage of a document. A failure shows its reason, and on hover the remedy. */
export function StatusLabel({
  document,
}: {
  document: Pick<DocumentSummary, "status" | "stage" | "error"> &
    Partial<Pick<DocumentSummary, "transcription">>;
}) {
  const t = useTranslations("document");
  const tell = useTold();
  const { status, error } = document;

  if (status === "processing")
    return <StageLabel stage={document.stage} transcription={document.transcription ?? null} />;
  if (status === "failed") {
    return (
      <Tooltip content={error && `${tell(error.message)} ${tell(error.remedy)}`.trim()}>
        <span className="inline-flex max-w-full">
          <Badge tone="bad" icon={<CircleAlert aria-hidden />} className="min-w-0">
            <span className="truncate">
              {t("status_failed")}
              {error && ` · ${t(`errorCode_${codeOf(error.code)}`)}`}
            </span>
          </Badge>
        </span>
      </Tooltip>
    );
  }
  if (status === "needs_review") {
    return (
      <Badge tone="attention" icon={<Eye aria-hidden />}>
        {t("status_needs_review")}
      </Badge>
    );
  }
  const Icon = status === "ready" ? Check : status === "pending" ? Clock : CircleSlash;
  return (
    <span className="inline-flex items-center gap-1.5 text-n11 text-xs">
      <Icon aria-hidden className="size-3.5" />
      {t(`status_${status}`)}
    </span>
  );
}

function StageLabel({ stage, transcription }: Pick<DocumentSummary, "stage" | "transcription">) {
  const t = useTranslations("document");
  const passed = documentStages.indexOf(stage);

  return (
    <span className="inline-flex items-center gap-2 text-xs">
      <span className="animate-breathe text-n12">
        {transcription ? t("transcribing", pieceOf(transcription)) : t(`stage_${stage}`)}
      </span>
      <span aria-hidden className="flex gap-0.5">
        {documentStages.map((name, position) => (
          <span
            key={name}
            className={`h-1 w-2.5 rounded-full ${position <= passed ? "bg-focus" : "bg-n6"}`}
          />
        ))}
      </span>
    </span>
  );
}

const knownCodes = [
  "UNSUPPORTED_TYPE",
  "TOO_LARGE",
  "ENCRYPTED",
  "CORRUPT",
  "EMPTY",
  "NO_TRANSCRIPTION",
  "TIMEOUT",
  "QUOTA_EXCEEDED",
  "PROVIDER_UNAVAILABLE",
  "INTERNAL",
] as const;

function codeOf(code: string): (typeof knownCodes)[number] {
  return knownCodes.find((known) => known === code) ?? "INTERNAL";
}
