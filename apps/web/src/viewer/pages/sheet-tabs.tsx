"use client";

import { SegmentedControl } from "@besunny/ui/fields/segmented-control";
import { useTranslations } from "next-intl";

import { usePlace } from "../use-place";

/** The sheets of a workbook. */
export function SheetTabs({
  pages,
  shown,
}: {
  pages: readonly { number: number; label?: string | undefined }[];
  shown: number;
}) {
  const t = useTranslations("viewer");
  const { goTo } = usePlace();

  return (
    <div className="sticky top-0 z-10 overflow-x-auto border-b bg-n1 px-4 py-1.5">
      <SegmentedControl
        label={t("sheets")}
        value={String(shown)}
        options={pages.map(({ number, label }) => ({
          value: String(number),
          label: label ?? t("sheet", { number }),
        }))}
        onChange={(number) => goTo({ page: Number(number) })}
      />
    </div>
  );
}
