"use client";

import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";

import { PageHeader } from "~/shell/page-header";

import { End } from "./end";
import { Exports } from "./exports";

/** For owners: everything of the workspace as one file, and its end. */
export function EndPage({ isAllowed }: { isAllowed: boolean }) {
  const t = useTranslations("ending");
  const ts = useTranslations("settings");

  return (
    <>
      <PageHeader trail={[{ href: "/settings", name: ts("title") }]} title={t("title")} />
      {isAllowed ? (
        <>
          <Exports />
          <End />
        </>
      ) : (
        <EmptyState icon={<Lock aria-hidden />} title={t("notForYou")}>
          {t("notForYouHint")}
        </EmptyState>
      )}
    </>
  );
}
