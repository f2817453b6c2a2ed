"use client";

import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";

import { PageHeader } from "~/shell/page-header";

import { Budgets } from "./budgets";
import { Degraded } from "./degraded";
import { Sums } from "./sums";
import { UnknownPrice } from "./unknown-price";

/** For owners and admins: what hosted models cost, budgets, and what was done without them for want of money. */
export function SpendingPage({ isAllowed }: { isAllowed: boolean }) {
  const t = useTranslations("spending");
  return (
    <>
      <PageHeader title={t("title")} />
      {isAllowed ? (
        <>
          <Budgets />
          <Degraded />
          <Sums />
          <UnknownPrice />
        </>
      ) : (
        <EmptyState icon={<Lock aria-hidden />} title={t("notForYou")} />
      )}
    </>
  );
}
