"use client";

import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";

import { PageHeader } from "~/shell/page-header";

import { EmptyQueries } from "./empty-queries";
import { RetrievalLab } from "./retrieval-lab";

/** For owners and admins: what was searched and not found, and how other settings would answer. */
export function SearchQuality({ isAllowed }: { isAllowed: boolean }) {
  const t = useTranslations("searchQuality");
  return (
    <>
      <PageHeader title={t("title")} />
      {isAllowed ? (
        <>
          <EmptyQueries />
          <RetrievalLab />
        </>
      ) : (
        <EmptyState icon={<Lock aria-hidden />} title={t("notForYou")} />
      )}
    </>
  );
}
