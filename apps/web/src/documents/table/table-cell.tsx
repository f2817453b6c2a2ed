"use client";

import type { LibraryColumn } from "@besunny/api/browser/vocabulary";
import { ConfidenceDot } from "@besunny/ui/display/confidence-dot";
import { MiddleEllipsis } from "@besunny/ui/display/middle-ellipsis";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Link } from "@besunny/web-kit/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { hasTypeToShow, isWorthSaying, type TableDocument } from "~/documents/document";
import { formatBytes } from "~/documents/format-bytes";
import { shownValue } from "~/documents/shown-value";
import { StatusLabel } from "~/documents/status-label";
import { FieldValue } from "~/fields/field-value";
import { useNames } from "~/i18n/use-names";
import { toggled } from "~/queries/edit-query";

import { type ChosenColumn, isFieldColumn } from "./columns";

/** The most letters that a fact has if it is never cut. */
const longestWhole = 18;

/** Returns what a column shows of a document; null where there is nothing to show. */
export function useCells(): (name: ChosenColumn, document: TableDocument) => ReactNode {
  const t = useTranslations("document");
  const format = useFormatter();
  const { typeName, languageName } = useNames();
  const sure = (value: number | null) =>
    value === null ? t("notScored") : t("confidence", { percent: Math.round(value * 100) });

  const cells: Record<LibraryColumn, (document: TableDocument) => ReactNode> = {
    type: (document) =>
      hasTypeToShow(document) && (
        <span className={document.type ? "inline-block first-letter:uppercase" : "text-n11"}>
          {document.type
            ? typeName(document.type)
            : t(document.isTypeCorrected ? "noTypeFits" : "noType")}
        </span>
      ),
    facts: (document) => <Facts document={document} />,
    date: ({ datedOn }) =>
      format.dateTime(new Date(`${datedOn}T00:00:00Z`), {
        day: "numeric",
        month: "short",
        year: "numeric",
        timeZone: "UTC",
      }),
    added: ({ createdAt }) => <RelativeTime at={createdAt} />,
    projects: ({ projects }) => projects.map(({ name }) => name).join(", "),
    tags: ({ tags }) => tags.map(({ name }) => name).join(", "),
    folder: ({ folder }) => folder && <FolderLink path={folder} />,
    size: ({ size }) => formatBytes(size, format),
    pages: ({ pageCount }) => (pageCount > 0 ? format.number(pageCount) : null),
    confidence: ({ type, typeConfidence, isTypeCorrected }) => {
      if (isTypeCorrected) return t("saidByPerson");
      return type && <ConfidenceDot confidence={typeConfidence} label={sure} />;
    },
    language: ({ language }) => language && languageName(language),
    uploadedBy: ({ uploadedBy }) => uploadedBy && <bdi>{uploadedBy.name}</bdi>,
    fileName: ({ fileName }) => <MiddleEllipsis text={fileName} />,
  };
  return (name, document) => {
    if (!isFieldColumn(name)) return cells[name](document);
    const field = document.fields.find(({ id }) => id === name);
    return field && <FieldValue field={field} />;
  };
}

/** Shows the reason why a document is not ready, or else the facts that tell it from others of its type. */
export function Facts({ document }: { document: TableDocument }) {
  const format = useFormatter();
  const { fieldName } = useNames();
  if (isWorthSaying(document.status))
    return (
      <span className="flex min-w-0 items-center">
        <StatusLabel document={document} />
      </span>
    );
  return (
    <span className="flex min-w-0 gap-x-3">
      {document.highlights?.map(({ name, label, text }, at) => {
        const shown = text
          .split(" · ")
          .map((value) => shownValue({ value, normalised: value }, format))
          .join(" · ");
        return (
          <span
            key={name}
            title={`${fieldName({ name, label })}: ${shown}`}
            // A sum or a day is of no use without its end.
            className={at === 0 && shown.length <= longestWhole ? "shrink-0" : "truncate"}
          >
            <span className="sr-only">{fieldName({ name, label })}: </span>
            <bdi>{shown}</bdi>
          </span>
        );
      })}
    </span>
  );
}

function FolderLink({ path }: { path: string }) {
  return (
    <Link
      href={`/library?q=${encodeURIComponent(toggled("", "in", path))}`}
      className="relative z-10 flex min-w-0 hover:underline"
    >
      <MiddleEllipsis text={path} />
    </Link>
  );
}
