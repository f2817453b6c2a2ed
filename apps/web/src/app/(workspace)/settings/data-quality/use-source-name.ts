"use client";

import { useTranslations } from "next-intl";

const known = ["upload", "api", "mail", "attachment", "sample"] as const;

/** Returns a function that names the way by which documents came. */
export function useSourceName() {
  const t = useTranslations("dataQuality");
  return (source: string) => {
    const way = known.find((each) => each === source);
    return way ? t(`source_${way}`) : source;
  };
}
