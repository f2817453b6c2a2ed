import { memo, type Ref } from "react";

/** The HTML that the reader made of a document: semantic, its text escaped. `sheet` shows one sheet of several. */
export const HtmlBody = memo(function HtmlBody({
  ref,
  html,
  sheet,
}: {
  ref: Ref<HTMLDivElement>;
  html: string;
  sheet: number | null;
}) {
  return (
    <>
      {sheet !== null && (
        <style>{`.document-body [data-page]:not([data-page="${sheet}"]) { display: none }`}</style>
      )}
      <article
        ref={ref}
        dir="auto"
        className={`document-body mx-auto w-full overflow-x-auto px-5 py-8 ${sheet === null ? "max-w-[46rem]" : ""}`}
        dangerouslySetInnerHTML={{ __html: html }}
      />
    </>
  );
});
