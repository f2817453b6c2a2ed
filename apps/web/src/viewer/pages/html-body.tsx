import { memo, type Ref } from "react";

/** The sheet that is shown of several (null for documents of other kinds), the room for it, and whether its formulas are shown. */
export type ShownSheet = { number: number | null; height: number; hasFormulas: boolean };

/** The HTML that the reader made of a document: semantic, its text escaped. A sheet scrolls in a box of its own, below its head. */
export const HtmlBody = memo(function HtmlBody({
  ref,
  html,
  sheet,
}: {
  ref: Ref<HTMLDivElement>;
  html: string;
  sheet: ShownSheet | null;
}) {
  return (
    <>
      {sheet && sheet.number !== null && (
        <style>{`.document-body [data-page]:not([data-page="${sheet.number}"]) { display: none }`}</style>
      )}
      <article
        ref={ref}
        dir="auto"
        data-formulas={sheet?.hasFormulas || undefined}
        className={
          sheet
            ? "document-body sheet-body w-full overflow-auto px-4 pt-3 pb-6"
            : "document-body mx-auto w-full max-w-[46rem] overflow-x-auto px-5 py-8"
        }
        style={sheet ? { maxHeight: sheet.height } : undefined}
        dangerouslySetInnerHTML={{ __html: html }}
      />
    </>
  );
});
