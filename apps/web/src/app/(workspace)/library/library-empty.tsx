"use client";

import { Button } from "@besunny/ui/buttons/button";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { FileSearch, Upload } from "lucide-react";
import { useTranslations } from "next-intl";

import { UploadButton } from "~/upload/upload-button";

export function LibraryEmpty({
  isFiltered,
  onClear,
}: {
  isFiltered: boolean;
  onClear: () => void;
}) {
  const t = useTranslations("library");

  if (isFiltered) {
    return (
      <EmptyState
        icon={<FileSearch aria-hidden />}
        title={t("noneFit")}
        actions={<Button onClick={onClear}>{t("clearFilters")}</Button>}
      >
        {t("noneFitHint")}
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={<Upload aria-hidden />} title={t("empty")} actions={<UploadButton />}>
      {t("emptyHint")}
    </EmptyState>
  );
}
