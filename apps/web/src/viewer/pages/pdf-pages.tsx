"use client";

import "react-pdf/dist/Page/TextLayer.css";

import { ProblemState } from "@besunny/web-kit/trpc/problem-state";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { ErrorBoundary } from "react-error-boundary";
import { Document, Page, pdfjs } from "react-pdf";

import { FirstPage, firstPageAddress } from "./first-page";
import { PageStack } from "./page-stack";
import type { PagesProps } from "./pages-props";
import { TextMarks } from "./text-marks";

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

function Pdf({
  documentId,
  target,
  details,
  hits,
  view,
  onPages,
  onVisible,
}: Omit<PagesProps, "format" | "pageCount">) {
  const t = useTranslations("viewer");
  const [count, setCount] = useState(0);
  const [ratios, setRatios] = useState<ReadonlyMap<number, number>>(new Map());
  const [isDrawn, setIsDrawn] = useState(false);
  const [first] = useState(target.page ?? 1);
  const file = useMemo(() => `/api/v1/documents/${documentId}/content?inline=1`, [documentId]);

  return (
    <Document
      file={file}
      options={options}
      loading={<FirstPage documentId={documentId} page={first} view={view} />}
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
        target={target}
        view={view}
        pageLabel={(number) => t("pageOf", { page: number, count })}
        onVisible={onVisible}
      >
        {(number, width) => (
          <>
            {number === first && !isDrawn && (
              <img
                src={firstPageAddress(documentId, number)}
                alt=""
                className="absolute inset-0 h-full w-full"
              />
            )}
            <Page
              pageNumber={number}
              width={width}
              renderAnnotationLayer={false}
              loading={null}
              onLoadSuccess={({ originalWidth, originalHeight }) =>
                setRatios((before) => new Map(before).set(number, originalHeight / originalWidth))
              }
              onRenderSuccess={() => number === first && setIsDrawn(true)}
            />
            <TextMarks
              documentId={documentId}
              page={number}
              target={target}
              details={details}
              hits={hits}
            />
          </>
        )}
      </PageStack>
    </Document>
  );
}
