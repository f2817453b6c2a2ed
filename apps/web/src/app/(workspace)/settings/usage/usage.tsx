"use client";

import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";

import { PageHeader } from "~/shell/page-header";

import { InvoiceLines } from "./invoice-lines";
import { Invoices } from "./invoices";
import { Meters } from "./meters";
import { PlanPanel } from "./plan-panel";
import { Requests } from "./requests";

/** For owners and admins: the plan, what is used of it, what is expected, and what it costs. */
export function UsagePage({ isAllowed }: { isAllowed: boolean }) {
  const t = useTranslations("usage");
  const ts = useTranslations("settings");
  return (
    <>
      <PageHeader trail={[{ href: "/settings", name: ts("title") }]} title={t("title")} />
      {isAllowed ? (
        <>
          <PlanPanel />
          <Meters />
          <Requests />
          <InvoiceLines />
          <Invoices />
        </>
      ) : (
        <EmptyState icon={<Lock aria-hidden />} title={t("notForYou")} />
      )}
    </>
  );
}
