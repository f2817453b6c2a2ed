"use client";

import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";

const FRESH_MS = 60_000;

/** A mark on a document that a hold keeps. All rows share one question. */
export function HeldMark({ id }: { id: string }) {
  const t = useTranslations("privacy");
  const trpc = useTRPC();
  const held = useQuery(
    trpc.privacy.held.queryOptions(
      {},
      { staleTime: FRESH_MS, select: ({ ids }) => ids.includes(id) },
    ),
  );
  if (!held.data) return null;
  return (
    <span
      title={t("heldHint")}
      className="relative z-10 inline-flex shrink-0 items-center gap-1 rounded-sm border border-n6 px-1 text-[10px] text-n11 leading-4"
    >
      <Lock aria-hidden className="size-2.5" />
      {t("held")}
    </span>
  );
}
