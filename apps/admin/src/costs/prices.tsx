"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { Loaded } from "@besunny/web-kit/page/loaded";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";

import { AddPrice } from "./add-price";
import { useMoney } from "./money";

/** The prices of a million tokens, with their days. A price never changes: a new one has its own day. */
export function Prices() {
  const t = useTranslations("costs");
  const format = useFormatter();
  const money = useMoney();
  const trpc = useTRPC();
  const [isAdding, setIsAdding] = useState(false);
  const prices = useQuery(trpc.admin.costs.prices.queryOptions({}));

  return (
    <Loaded query={prices} label={t("loading")}>
      {({ items, called }) => (
        <section aria-label={t("tab_prices")} className="p-4">
          <header className="flex flex-wrap items-start gap-2 pb-2">
            <p className="min-w-60 flex-1 text-n11">{t("pricesLead")}</p>
            <Button onClick={() => setIsAdding(true)}>
              <Plus aria-hidden /> {t("addPrice")}
            </Button>
          </header>
          <Table label={t("tab_prices")}>
            <thead>
              <tr>
                <TableHead>{t("by_model")}</TableHead>
                <TableHead>{t("from")}</TableHead>
                <TableHead>{t("until")}</TableHead>
                <TableHead numeric>{t("input")}</TableHead>
                <TableHead numeric>{t("cachedInput")}</TableHead>
                <TableHead numeric>{t("cacheWrite")}</TableHead>
                <TableHead numeric>{t("output")}</TableHead>
                <TableHead numeric>{t("audioMinute")}</TableHead>
                <TableHead numeric>{t("batch")}</TableHead>
                <TableHead>{t("longContext")}</TableHead>
                <TableHead>{t("source")}</TableHead>
              </tr>
            </thead>
            <tbody>
              {items.map((price) => (
                <TableRow key={price.id}>
                  <TableCell title={price.server}>{price.model}</TableCell>
                  <TableCell>{price.from}</TableCell>
                  <TableCell>{price.until ?? "–"}</TableCell>
                  <TableCell numeric>{money(price.inputMicro)}</TableCell>
                  <TableCell numeric>{money(price.cachedInputMicro)}</TableCell>
                  <TableCell numeric>{money(price.cacheWriteMicro)}</TableCell>
                  <TableCell numeric>{money(price.outputMicro)}</TableCell>
                  <TableCell numeric>
                    {price.audioMinuteMicro === null ? "–" : money(price.audioMinuteMicro)}
                  </TableCell>
                  <TableCell numeric>
                    {price.batchFactor === null ? t("unknown") : `× ${price.batchFactor}`}
                  </TableCell>
                  <TableCell className="whitespace-nowrap">
                    {price.longContext
                      ? t("longContextOf", {
                          above: format.number(price.longContext.above),
                          input: price.longContext.input,
                          output: price.longContext.output,
                        })
                      : "–"}
                  </TableCell>
                  <TableCell className="max-w-72 truncate" title={price.source}>
                    {price.isShipped ? t("shipped", { day: price.readOn }) : price.source}
                  </TableCell>
                </TableRow>
              ))}
            </tbody>
          </Table>
          {isAdding && <AddPrice called={called} onClose={() => setIsAdding(false)} />}
        </section>
      )}
    </Loaded>
  );
}
