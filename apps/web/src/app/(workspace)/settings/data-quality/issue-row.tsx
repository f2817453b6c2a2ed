"use client";

import { suggestedCleaning } from "@besunny/api/browser/vocabulary";
import { Button } from "@besunny/ui/buttons/button";
import { Badge } from "@besunny/ui/display/badge";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Link } from "@besunny/web-kit/link";
import { useTranslations } from "next-intl";

import { useNames } from "~/i18n/use-names";

import type { Issue } from "./place";
import { useSourceName } from "./use-source-name";

const tones = { high: "bad", medium: "attention", low: "neutral" } as const;

/** One issue of a document, with what can be done about it. */
export function IssueRow({
  issue,
  onPreview,
  onIgnore,
  onReopen,
}: {
  issue: Issue;
  onPreview: () => void;
  onIgnore: () => void;
  onReopen: () => void;
}) {
  const t = useTranslations("dataQuality");
  const sourceName = useSourceName();
  const { title, kind, severity, state } = issue;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 border-n5 border-b py-3">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex min-w-0 items-center gap-2">
          <Link
            href={`/documents/${issue.documentId}`}
            className="truncate font-medium hover:underline"
          >
            <bdi>{title}</bdi>
          </Link>
          <Badge tone={tones[severity]}>{t(`severity_${severity}`)}</Badge>
        </p>
        <p className="text-n11 text-sm">
          {t(`kind_${kind}`)}
          <Explained issue={issue} /> · {sourceName(issue.source)} ·{" "}
          <RelativeTime at={issue.foundAt} />
        </p>
        {issue.reason && (
          <p className="text-n11 text-sm">
            <bdi>{t("because", { reason: issue.reason })}</bdi>
          </p>
        )}
      </div>
      {state === "open" ? (
        <div className="flex gap-2">
          {suggestedCleaning[kind] && (
            <Button size="sm" onClick={onPreview} aria-label={t("previewOf", { title })}>
              {t("preview")}
            </Button>
          )}
          <Button
            size="sm"
            variant="ghost"
            onClick={onIgnore}
            aria-label={t("decideOn", { title })}
          >
            {t("decide")}
          </Button>
        </div>
      ) : (
        <Button size="sm" variant="ghost" onClick={onReopen}>
          {t("reopen")}
        </Button>
      )}
    </li>
  );
}

/** The figures of an issue in words, and the document that it is about beside its own. */
function Explained({ issue: { details } }: { issue: Issue }) {
  const t = useTranslations("dataQuality");
  const { typeName } = useNames();
  const { of, places, quality, degrees, lines, likely, label, otherLabel } = details;
  const said = [
    typeof places === "number" && t("places", { count: places }),
    typeof quality === "number" && t("certainty", { share: quality }),
    typeof degrees === "number" && t("degrees", { degrees }),
    typeof lines === "number" && t("lines", { count: lines }),
    typeof likely === "string" &&
      t("likely", { label: typeName(String(label)), likely: typeName(likely) }),
    typeof otherLabel === "string" &&
      t("otherLabel", { label: typeName(String(label)), other: typeName(otherLabel) }),
  ].filter((each) => each !== false);
  return (
    <>
      {said.length > 0 && `: ${said.join(", ")}`}
      {typeof of === "string" && (
        <>
          {" "}
          <Link href={`/documents/${of}`} className="underline underline-offset-2">
            {t("theOther")}
          </Link>
        </>
      )}
    </>
  );
}
