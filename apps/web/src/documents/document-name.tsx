import { MiddleEllipsis } from "@besunny/ui/display/middle-ellipsis";
import { Link } from "@besunny/web-kit/link";

import type { DocumentSummary } from "./document";
import { extensionOf } from "./extension";
import { HeldMark } from "./held-mark";

/** The name of a document as the link of its row, and the ending of its file, which tells documents of one name apart. */
export function DocumentName({
  document: { id, title, fileName, format },
  href,
}: {
  document: Pick<DocumentSummary, "id" | "title" | "fileName" | "format">;
  href: string;
}) {
  const extension = extensionOf({ fileName, format });

  return (
    <span className="flex min-w-0 items-center gap-2">
      <Link
        href={href}
        // A row is opened seldom, and seen often.

        data-row={id}
        className="min-w-0 font-medium before:absolute before:inset-0 focus-visible:outline-offset-4"
      >
        <MiddleEllipsis text={title} />
      </Link>
      {extension && (
        <span
          title={fileName}
          className="relative z-10 shrink-0 rounded-sm border border-n6 px-1 font-mono text-[10px] text-n11 leading-4"
        >
          {extension}
        </span>
      )}
      <HeldMark id={id} />
    </span>
  );
}
