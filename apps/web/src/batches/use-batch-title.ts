import { useTranslations } from "next-intl";

import type { Batch } from "./batch";

/** The name it was given, or what it is. */
export function useBatchTitle() {
  const t = useTranslations("batches");
  return ({ title, kind, totals }: Pick<Batch, "title" | "kind" | "totals">): string =>
    title ?? t(`untitled_${kind}`, { count: totals.all });
}
