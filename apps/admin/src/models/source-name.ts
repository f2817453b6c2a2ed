"use client";

import { useTranslations } from "next-intl";

const known = ["upload", "api", "mail", "attachment", "sample"] as const;

/** Returns a function that names a source: the ways by which documents come, and projects by their id. */
export function useSourceName() {
  const t = useTranslations("models");
  return (source: string) => {
    const way = known.find((each) => each === source);
    if (way) return t(`source_${way}`);
    return source.startsWith("project:") ? t("source_project", { id: source.slice(8) }) : source;
  };
}
