"use client";

import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { HardDrive } from "lucide-react";
import { useTranslations } from "next-intl";

const everyMs = 60_000;

/** Tells everybody, before an upload fails, that there is little room left. */
export function DiskNotice() {
  const t = useTranslations("shell");
  const trpc = useTRPC();
  const { data } = useQuery(
    trpc.workspace.disk.queryOptions(undefined, { refetchInterval: everyMs, staleTime: everyMs }),
  );
  if (!data || data.state === "ok") return null;

  return (
    <p
      role="status"
      className="flex items-center gap-2 border-b bg-attention-soft px-4 py-2 text-attention"
    >
      <HardDrive aria-hidden className="size-4 shrink-0" />
      {t(data.state === "full" ? "diskFull" : "diskNearlyFull")}
    </p>
  );
}
