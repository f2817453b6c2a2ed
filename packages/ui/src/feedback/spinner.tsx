import { LoaderCircle } from "lucide-react";

import { classNames } from "../class-names";

/** A turning ring for work whose length is not known. Purely visual: say what is going on beside it. */
export function Spinner({ className }: { className?: string | undefined }) {
  return <LoaderCircle aria-hidden className={classNames("size-4 animate-spin", className)} />;
}
