"use client";

import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";

import { PageHeader } from "~/shell/page-header";

/** The page of encryption for people who may not see it. */
export function NotForYou() {
  const t = useTranslations("encryption");
  const ts = useTranslations("settings");

  return (
    <>
      <PageHeader trail={[{ href: "/settings", name: ts("title") }]} title={t("title")} />
      <EmptyState icon={<Lock aria-hidden />} title={t("notForYou")}>
        {t("notForYouHint")}
      </EmptyState>
    </>
  );
}
