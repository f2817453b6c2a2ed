"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";

import { Panel } from "../panel";
import { DownloadInvoice } from "./download-invoice";
import { useMinor } from "./use-amount";

type Invoice = Outputs["usage"]["invoices"]["items"][number];

/** The invoices of ended months. */
export function Invoices() {
  const t = useTranslations("usage");
  const trpc = useTRPC();
  const invoices = useQuery(trpc.usage.invoices.queryOptions({}));
  const items = invoices.data?.items ?? [];
  if (items.length === 0) return null;

  return (
    <Panel title={t("invoices")}>
      <ul className="flex flex-col divide-y divide-n5">
        {items.map((invoice) => (
          <Line key={invoice.id} invoice={invoice} />
        ))}
      </ul>
    </Panel>
  );
}

function Line({ invoice }: { invoice: Invoice }) {
  const t = useTranslations("usage");
  const format = useFormatter();
  const money = useMinor(invoice);
  const month = format.dateTime(invoice.startsAt, {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
      <span className="min-w-0 flex-1">{month}</span>
      <span className="text-n11 text-sm">{invoice.number}</span>
      <span className="tabular-nums">{money(invoice.totalMinor)}</span>
      <DownloadInvoice id={invoice.id} label={t("pdf")} />
    </li>
  );
}
