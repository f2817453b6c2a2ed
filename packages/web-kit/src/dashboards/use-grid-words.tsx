"use client";

import type { GridWords } from "@besunny/ui/grid/tile-grid";
import { useTranslations } from "next-intl";

/** Returns the words of a grid that is arranged. */
export function useGridWords(): GridWords {
  const t = useTranslations("dashboards");
  return {
    handle: (label) => t("arrange", { label }),
    keys: t("arrangeKeys"),
    moved: ({ label, row, column, w, h }) => t("moved", { label, row, column, w, h }),
    stays: (label) => t("stays", { label }),
  };
}
