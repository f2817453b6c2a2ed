"use client";

import { useTranslations } from "next-intl";

import { DetailMarks, PageMarks } from "./page-marks";
import type { PagesProps } from "./pages-props";

/** Everything that is marked on one page: personal details, words that were found, and the place that was asked for. */
export function TextMarks({
  documentId,
  page,
  target,
  details,
  hits,
}: Pick<PagesProps, "documentId" | "target" | "details" | "hits"> & { page: number }) {
  const t = useTranslations("viewer");

  return (
    <>
      <DetailMarks
        documentId={documentId}
        page={page}
        spans={details}
        tone="detail"
        label={t("personalMarked")}
      />
      <DetailMarks
        documentId={documentId}
        page={page}
        spans={hits}
        tone="hit"
        label={t("hitsMarked")}
      />
      {target.span && (
        <PageMarks
          documentId={documentId}
          page={page}
          span={target.span}
          isTarget={page === (target.page ?? 1)}
          jump={target.jump}
          label={t("marked")}
        />
      )}
    </>
  );
}
