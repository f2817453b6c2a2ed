"use client";

import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";

import { PageHeader } from "~/shell/page-header";

import { ChangeList } from "./change-list";
import { ExperimentList } from "./experiments/experiment-list";
import { ReleaseList } from "./release-list";

/** For owners and admins: the releases of the models, how good each is, and which of them decides. */
export function Releases({ isAllowed }: { isAllowed: boolean }) {
  const t = useTranslations("releases");
  return (
    <>
      <PageHeader title={t("title")} />
      {isAllowed ? (
        <>
          <ReleaseList />
          <ExperimentList />
          <ChangeList />
        </>
      ) : (
        <EmptyState icon={<Lock aria-hidden />} title={t("notForYou")} />
      )}
    </>
  );
}
