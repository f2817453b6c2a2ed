"use client";

import { Checkbox } from "@besunny/ui/fields/checkbox";
import { SegmentedControl } from "@besunny/ui/fields/segmented-control";
import { useTranslations } from "next-intl";
import { useId } from "react";

import { usePlace } from "../use-place";

/** The height of the bar in CSS pixels. */
export const SHEET_BAR = 48;

/** The sheets of a workbook, and a box to tick that shows their formulas. Nothing for one sheet without formulas. */
export function SheetTabs({
  pages,
  shown,
  formulas,
}: {
  pages: readonly { number: number; label?: string | undefined }[];
  shown: number;
  /** Null where no cell has a formula. */
  formulas: { areShown: boolean; show: (areShown: boolean) => void } | null;
}) {
  const t = useTranslations("viewer");
  const words = useTranslations("shown");
  const box = useId();
  const { goTo } = usePlace();
  if (pages.length < 2 && !formulas) return null;

  return (
    <div
      className="sticky top-0 z-10 flex items-center gap-4 overflow-x-auto border-b bg-n1 px-4"
      style={{ height: SHEET_BAR }}
    >
      {pages.length > 1 && (
        <SegmentedControl
          label={t("sheets")}
          value={String(shown)}
          options={pages.map(({ number, label }) => ({
            value: String(number),
            label: label ?? t("sheet", { number }),
          }))}
          onChange={(number) => goTo({ page: Number(number) })}
        />
      )}
      {formulas && (
        <label
          htmlFor={box}
          className="ms-auto flex shrink-0 items-center gap-2 whitespace-nowrap text-sm"
        >
          <Checkbox
            id={box}
            label={words("formulas")}
            checked={formulas.areShown}
            onCheckedChange={(next) => formulas.show(next === true)}
          />
          {words("formulas")}
        </label>
      )}
    </div>
  );
}
