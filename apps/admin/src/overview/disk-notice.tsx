"use client";

import { classNames } from "@besunny/ui/class-names";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { HardDrive } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";

const everyMs = 60_000;
const gigabyte = 1_000_000_000;

/** Shows the free space of the data directory's disk, and the remedy when it runs short. */
export function DiskNotice() {
  const t = useTranslations("overview");
  const format = useFormatter();
  const trpc = useTRPC();
  const { data } = useQuery(
    trpc.admin.disk.queryOptions(undefined, { refetchInterval: everyMs, staleTime: everyMs }),
  );
  if (!data) return null;

  const gigabytes = (bytes: number) =>
    format.number(bytes / gigabyte, {
      style: "unit",
      unit: "gigabyte",
      maximumFractionDigits: bytes < 10 * gigabyte ? 2 : 0,
    });
  return (
    <p
      role={data.state === "ok" ? undefined : "status"}
      className={classNames(
        "flex items-center gap-2 rounded-lg px-3 py-2",
        data.state === "ok" && "bg-n3 text-n11",
        data.state === "nearlyFull" && "bg-attention-soft text-attention",
        data.state === "full" && "bg-bad-soft text-bad",
      )}
    >
      <HardDrive aria-hidden className="size-4 shrink-0" />
      {t(`disk_${data.state}`, {
        free: gigabytes(data.freeBytes),
        total: gigabytes(data.totalBytes),
      })}
    </p>
  );
}
