"use client";

import "react-pdf/dist/Page/TextLayer.css";

import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { ErrorBoundary } from "react-error-boundary";
import { Document, Page, pdfjs } from "react-pdf";

import { DetailMarks, PageMarks } from "./page-marks";
import { PageStack } from "./page-stack";
import type { PagesProps } from "./pages-props";

pdfjs.GlobalWorkerOptions.workerSrc = "/pdf/pdf.worker.min.mjs";

const options = {
  cMapUrl: "/pdf/cmaps/",
  standardFontDataUrl: "/pdf/standard_fonts/",
  wasmUrl: "/pdf/wasm/",
  iccUrl: "/pdf/iccs/",
};
const portrait = Math.SQRT2;

/** A PDF as it is. react-pdf throws what it cannot load to the nearest boundary: it is caught here. */
export default function PdfPages(props: PagesProps) {
  const t = useTranslations("viewer");

  return (
    <ErrorBoundary
      fallbackRender={({ resetErrorBoundary }) => (
        <ProblemState error={new Error(t("cannotShow"))} onRetry={resetErrorBoundary} />
      )}
    >
      <Pdf {...props} />
    </ErrorBoundary>
  );
}

function Pdf({ documentId, page, span, details, width, onPages, onVisible }: PagesProps) {
  const t = useTranslations("viewer");
  const [count, setCount] = useState(0);
  const [ratios, setRatios] = useState<ReadonlyMap<number, number>>(new Map());
  const file = useMemo(() => `/api/v1/documents/${documentId}/content?inline=1`, [documentId]);
  const waiting = <PageSkeleton width={width} label={t("loading")} />;

  return (
    <Document
      file={file}
      options={options}
      loading={waiting}
      onLoadSuccess={({ numPages }) => {
        setCount(numPages);
        onPages(numPages);
      }}
      suspense={false}
      error={<ProblemState error={new Error(t("cannotShow"))} />}
    >
      <PageStack
        count={count}
        ratioOf={(number) => ratios.get(number) ?? ratios.get(1) ?? portrait}
        target={page}
        width={width}
        pageLabel={(number) => t("pageOf", { page: number, count })}
        onVisible={onVisible}
      >
        {(number) => (
          <>
            <Page
              pageNumber={number}
              width={width}
              renderAnnotationLayer={false}
              loading={null}
              onLoadSuccess={({ originalWidth, originalHeight }) =>
                setRatios((before) => new Map(before).set(number, originalHeight / originalWidth))
              }
            />
            <DetailMarks
              documentId={documentId}
              page={number}
              spans={details}
              label={t("personalMarked")}
            />
            {span && (
              <PageMarks
                documentId={documentId}
                page={number}
                span={span}
                isTarget={number === (page ?? 1)}
                label={t("marked")}
              />
            )}
          </>
        )}
      </PageStack>
    </Document>
  );
}

function PageSkeleton({ width, label }: { width: number; label: string }) {
  return (
    <div role="status" aria-label={label} className="mx-auto w-max p-4">
      <div
        className="flex flex-col gap-3 bg-white p-12 shadow-raised"
        style={{ width, height: width * portrait }}
      >
        {["w-1/2", "w-full", "w-full", "w-4/5", "w-full", "w-2/3"].map((line, position) => (
          <Skeleton key={position} className={`${line} bg-[oklch(0.93_0_0)]`} />
        ))}
      </div>
    </div>
  );
}
