"use client";

import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Progress } from "@besunny/ui/feedback/progress";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { Loaded } from "@besunny/web-kit/page/loaded";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";

/** The disk of the data directory: what is free, and what takes the rest. */
export function DiskUse() {
  const t = useTranslations("system");
  const format = useFormatter();
  const trpc = useTRPC();
  const usage = useQuery(trpc.admin.system.disk.queryOptions({}, { staleTime: 60_000 }));
  const bytes = (amount: number) =>
    format.number(amount, {
      style: "unit",
      unit: "byte",
      notation: "compact",
      unitDisplay: "narrow",
      maximumFractionDigits: 1,
    });
  const share = (amount: number, whole: number) =>
    format.number(whole === 0 ? 0 : amount / whole, {
      style: "percent",
      maximumFractionDigits: 1,
    });

  return (
    <Loaded query={usage} label={t("loadingDisk")}>
      {({ freeBytes, totalBytes, state, parts, databaseBytes, countedAt }) => {
        const ours = parts.reduce((sum, part) => sum + part.bytes, 0);
        return (
          <div className="flex max-w-3xl flex-col gap-4">
            <div>
              <p>{t(`disk_${state}`, { free: bytes(freeBytes), total: bytes(totalBytes) })}</p>
              <Progress
                className="mt-2"
                label={t("diskUsed")}
                value={totalBytes === 0 ? 0 : 1 - freeBytes / totalBytes}
              />
            </div>
            <Table label={t("disk")}>
              <thead>
                <tr>
                  <TableHead>{t("part")}</TableHead>
                  <TableHead numeric>{t("size")}</TableHead>
                  <TableHead numeric>{t("shareOfData")}</TableHead>
                </tr>
              </thead>
              <tbody>
                {parts.map(({ name, bytes: amount }) => (
                  <TableRow key={name}>
                    <TableCell className="py-1.5">
                      {t(`part_${name}`)}
                      <span className="block text-n11 text-xs">{t(`partAbout_${name}`)}</span>
                    </TableCell>
                    <TableCell numeric className="whitespace-nowrap">
                      {bytes(amount)}
                    </TableCell>
                    <TableCell numeric>{share(amount, ours)}</TableCell>
                  </TableRow>
                ))}
              </tbody>
            </Table>
            <p className="text-n11 text-xs">
              {t("databaseSize", { size: bytes(databaseBytes) })} {t("counted")}{" "}
              <RelativeTime at={countedAt} />.
            </p>
          </div>
        );
      }}
    </Loaded>
  );
}
