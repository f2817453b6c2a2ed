"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Button } from "@besunny/ui/buttons/button";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { Loaded } from "@besunny/web-kit/page/loaded";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { Panel } from "../panel";
import { DownloadInvoice } from "./download-invoice";
import { DownloadLedger } from "./download-ledger";
import { EventList } from "./event-list";
import { type Meter, useAmount, useMinor } from "./use-amount";

type Preview = NonNullable<Outputs["usage"]["preview"]>;

/** The cost of this month by now. Each line opens the rows that it sums up. */
export function InvoiceLines() {
  const t = useTranslations("usage");
  const trpc = useTRPC();
  const preview = useQuery(trpc.usage.preview.queryOptions({}));
  const [opened, setOpened] = useState<Meter | null>(null);

  return (
    <Panel title={t("preview")} hint={t("previewHint")}>
      <Loaded query={preview} label={t("loading")}>
        {(invoice) => invoice && <Lines invoice={invoice} opened={opened} onOpen={setOpened} />}
      </Loaded>
      <div className="mt-4 flex flex-wrap gap-2">
        <DownloadInvoice label={t("pdf")} />
        <DownloadLedger />
      </div>
    </Panel>
  );
}

function Lines({
  invoice,
  opened,
  onOpen,
}: {
  invoice: Preview;
  opened: Meter | null;
  onOpen: (meter: Meter | null) => void;
}) {
  const t = useTranslations("usage");
  const trpc = useTRPC();
  const amount = useAmount();
  const money = useMinor(invoice);
  const stand = useQuery(trpc.usage.stand.queryOptions({}));
  const priced = new Set(invoice.lines.flatMap(({ meter }) => meter ?? []));
  const free = (stand.data?.meters ?? []).filter(({ meter }) => !priced.has(meter));

  return (
    <>
      <Table label={t("preview")}>
        <thead>
          <tr>
            <TableHead>{t("what")}</TableHead>
            <TableHead numeric>{t("quantity")}</TableHead>
            <TableHead numeric>{t("amount")}</TableHead>
          </tr>
        </thead>
        <tbody>
          {invoice.lines.map(({ meter, quantity, amountMinor }) => (
            <TableRow key={meter ?? "fixed"}>
              <TableCell>
                {meter ? (
                  <Opener
                    meter={meter}
                    isOpen={opened === meter}
                    onClick={() => onOpen(opened === meter ? null : meter)}
                  />
                ) : (
                  t("fixed")
                )}
              </TableCell>
              <TableCell numeric>{meter ? amount(meter, quantity) : ""}</TableCell>
              <TableCell numeric>{money(amountMinor)}</TableCell>
            </TableRow>
          ))}
          {free.map(({ meter, used }) => (
            <TableRow key={meter}>
              <TableCell>
                <Opener
                  meter={meter}
                  isOpen={opened === meter}
                  onClick={() => onOpen(opened === meter ? null : meter)}
                />
              </TableCell>
              <TableCell numeric>{amount(meter, used)}</TableCell>
              <TableCell numeric className="text-n11">
                {t("free")}
              </TableCell>
            </TableRow>
          ))}
          <TableRow>
            <TableCell className="font-semibold">{t("total")}</TableCell>
            <TableCell numeric>{""}</TableCell>
            <TableCell numeric className="font-semibold">
              {money(invoice.totalMinor)}
            </TableCell>
          </TableRow>
        </tbody>
      </Table>
      {opened && <EventList meter={opened} />}
    </>
  );
}

function Opener({
  meter,
  isOpen,
  onClick,
}: {
  meter: Meter;
  isOpen: boolean;
  onClick: () => void;
}) {
  const t = useTranslations("usage");
  return (
    <Button size="sm" variant="ghost" aria-expanded={isOpen} onClick={onClick}>
      {t(`meter_${meter}`)}
    </Button>
  );
}
