"use client";

import { sourceKinds } from "@besunny/api/browser/vocabulary";
import { useTranslations } from "next-intl";

const known = ["upload", "api", "mail", "attachment", "sample"] as const;

/** Returns a function that names the way by which documents came. */
export function useSourceName() {
  const t = useTranslations("dataQuality");
  const ts = useTranslations("sources");
  return (source: string) => {
    const way = known.find((each) => each === source);
    const kind = sourceKinds.find((each) => each === source);
    if (kind) return ts(`kind_${kind}`);
    return way ? t(`source_${way}`) : source;
  };
}
