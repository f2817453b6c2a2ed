"use client";

import { failureHelpOf } from "@besunny/api/browser/vocabulary";
import { Button } from "@besunny/ui/buttons/button";
import { Badge } from "@besunny/ui/display/badge";
import { Link } from "@besunny/web-kit/link";
import { useTold } from "@besunny/web-kit/told/use-told";
import { CircleAlert, CircleCheck, CircleDashed, CircleSlash, LoaderCircle } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { memo } from "react";

import type { BatchDocument } from "~/batches/batch";
import { DocumentIcon } from "~/documents/document-icon";
import { PasswordForm } from "~/documents/password-form";
import { TypeLabel } from "~/documents/type-label";
import { useDocumentVerbs } from "~/documents/use-document-verbs";

/** Shows the state of one document of a batch, in two lines if it is narrow. A failure shows its reason and the remedy. */
export const BatchDocumentRow = memo(function BatchDocumentRow({
  document,
}: {
  document: BatchDocument;
}) {
  const t = useTranslations("batches");
  const format = useFormatter();
  const { documentId, title, fileName, folder, error, durationMs } = document;

  return (
    <li className="@container relative flex min-h-11 items-start gap-3 border-n5 border-b px-4 py-2 transition-colors [contain-intrinsic-size:auto_44px] [content-visibility:auto] hover:bg-n3 has-[a:focus-visible]:bg-n3">
      <span className="flex h-6 items-center">
        <DocumentIcon format={document.format} />
      </span>
      <div className="min-w-0 flex-1 @2xl:flex @2xl:flex-wrap @2xl:items-center @2xl:gap-x-4">
        {documentId ? (
          <Link
            href={`/documents/${documentId}`}
            data-row
            title={[folder, fileName].filter(Boolean).join("/") || undefined}
            className="block min-w-0 truncate font-medium before:absolute before:inset-0 @2xl:flex-1 focus-visible:outline-offset-4"
          >
            <bdi>{document.state === "duplicate" ? fileName : title}</bdi>
          </Link>
        ) : (
          <span className="block text-n11 @2xl:flex-1">{t("deleted")}</span>
        )}
        <div className="flex min-w-0 flex-wrap items-center gap-x-3 text-sm @2xl:contents">
          <span className="min-w-0 empty:hidden @2xl:w-44 @2xl:shrink-0 @2xl:empty:block">
            {document.type !== null && (
              <TypeLabel type={document.type} confidence={document.confidence} />
            )}
          </span>
          <span className="flex items-center @2xl:w-36 @2xl:shrink-0">
            <ItemState document={document} />
          </span>
          <span className="ml-auto w-16 shrink-0 text-right text-n11 text-xs tabular-nums">
            {durationMs !== null &&
              format.number(durationMs / 1000, {
                style: "unit",
                unit: "second",
                maximumFractionDigits: durationMs < 10_000 ? 1 : 0,
              })}
          </span>
        </div>
        {document.state === "duplicate" && (
          <p className="w-full truncate text-n11 text-sm">{t("sameAs", { title: title ?? "" })}</p>
        )}
        {error && document.state === "failed" && <Failure documentId={documentId} error={error} />}
      </div>
    </li>
  );
});

function Failure({
  documentId,
  error,
}: Pick<BatchDocument, "documentId"> & { error: NonNullable<BatchDocument["error"]> }) {
  const t = useTranslations("batches");
  const verbs = useDocumentVerbs();
  const tell = useTold();
  const help = failureHelpOf(error.code);

  return (
    <div className="w-full text-sm">
      <p>
        <span className="text-bad">{tell(error.message)}</span>{" "}
        <span className="text-n11">{tell(error.remedy)}</span>
      </p>
      {documentId && help === "password" && (
        <div className="relative">
          <PasswordForm id={documentId} className="max-w-sm pt-2 pb-1" />
        </div>
      )}
      {documentId && help !== "password" && (
        <Button
          size="sm"
          variant="ghost"
          className="relative -ml-2"
          onClick={() =>
            void (help === "retry" ? verbs.retry([documentId]) : verbs.trash([documentId]))
          }
        >
          {t(help === "retry" ? "retry" : "remove")}
        </Button>
      )}
    </div>
  );
}

function ItemState({ document: { state, stage } }: { document: BatchDocument }) {
  const t = useTranslations("batches");
  const Icon = icons[state];

  if (state === "failed")
    return (
      <Badge tone="bad" icon={<Icon aria-hidden />}>
        {t("item_failed")}
      </Badge>
    );
  return (
    <span className="inline-flex items-center gap-1.5 text-n11 text-xs">
      <Icon
        aria-hidden
        className={`size-3.5 ${state === "done" ? "text-good" : ""} ${state === "working" ? "animate-spin" : ""}`}
      />
      {state === "working" && isStage(stage) ? t(`stage_${stage}`) : t(`item_${state}`)}
    </span>
  );
}

const icons = {
  done: CircleCheck,
  duplicate: CircleCheck,
  failed: CircleAlert,
  cancelled: CircleSlash,
  removed: CircleSlash,
  working: LoaderCircle,
  waiting: CircleDashed,
} as const;

function isStage(stage: string | null) {
  return stage === "read" || stage === "understood" || stage === "indexed";
}
