"use client";

import { useTranslations } from "next-intl";

import { PageHeader } from "~/shell/page-header";

import { Payments } from "./payments";
import { Plans } from "./plans";
import { Requests } from "./requests";
import { Simulator } from "./simulator";

/** Plans, requests for more, what a plan would have cost, and payments beside our ledger. */
export function BillingPage() {
  const t = useTranslations("billing");
  return (
    <>
      <PageHeader title={t("title")} />
      <div className="flex max-w-5xl flex-col gap-8 p-4">
        <Requests />
        <Plans />
        <Simulator />
        <Payments />
      </div>
    </>
  );
}
