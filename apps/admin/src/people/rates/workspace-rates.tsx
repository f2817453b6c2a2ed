"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Badge } from "@besunny/ui/display/badge";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { Loaded } from "@besunny/web-kit/page/loaded";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { Section } from "~/documents/section";
import { ChangeRate, type Rate } from "./change-rate";

/** The limits of requests of one workspace. Each can be changed, with a reason. */
export function WorkspaceRates({ id }: { id: string }) {
  const t = useTranslations("rates");
  const trpc = useTRPC();
  const rates = useQuery(trpc.admin.workspaces.rates.queryOptions({ id }));
  const [changing, setChanging] = useState<Rate | null>(null);

  return (
    <Section title={t("title")} hint={t("hint")}>
      <Loaded query={rates} label={t("loading")}>
        {({ items }) => <Shown items={items} onChange={setChanging} />}
      </Loaded>
      {changing && (
        <ChangeRate workspaceId={id} rate={changing} onClose={() => setChanging(null)} />
      )}
    </Section>
  );
}

function Shown({ items, onChange }: { items: readonly Rate[]; onChange: (rate: Rate) => void }) {
  const t = useTranslations("rates");
  const format = useFormatter();

  return (
    <Table label={t("title")}>
      <thead>
        <tr>
          <TableHead>{t("bucket")}</TableHead>
          <TableHead numeric>{t("points")}</TableHead>
          <TableHead numeric className="max-md:hidden">
            {t("usual")}
          </TableHead>
          <TableHead className="max-md:hidden">{t("why")}</TableHead>
          <TableHead>
            <span className="sr-only">{t("change")}</span>
          </TableHead>
        </tr>
      </thead>
      <tbody>
        {items.map((rate) => (
          <TableRow key={rate.bucket}>
            <TableCell>
              {t(rate.bucket)} {rate.isOwn && <Badge tone="accent">{t("own")}</Badge>}
            </TableCell>
            <TableCell numeric>{format.number(rate.points)}</TableCell>
            <TableCell numeric className="text-n11 max-md:hidden">
              {format.number(rate.usual)}
            </TableCell>
            <TableCell className="max-w-64 truncate text-n11 max-md:hidden">
              {rate.reason ?? ""}
            </TableCell>
            <TableCell className="py-1 text-right">
              <Button
                size="sm"
                variant="ghost"
                aria-label={t("changeOf", { bucket: t(rate.bucket) })}
                onClick={() => onChange(rate)}
              >
                {t("change")}
              </Button>
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
