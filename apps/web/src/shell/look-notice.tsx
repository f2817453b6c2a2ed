"use client";

import { can } from "@besunny/api/browser/policy";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { Eye } from "lucide-react";
import { useTranslations } from "next-intl";

import { useShell } from "./shell-context";

const everyMs = 60_000;

/** Tells owners and admins, on every screen, that a platform admin looks into the workspace or asks to. */
export function LookNotice() {
  const t = useTranslations("looks");
  const trpc = useTRPC();
  const { role } = useShell();
  const { data } = useQuery(
    trpc.looks.list.queryOptions(
      {},
      { enabled: can(role, "audit.read"), refetchInterval: everyMs, staleTime: everyMs },
    ),
  );
  const look = data?.items.find(({ state }) => state === "open" || state === "waiting");
  if (!look) return null;

  return (
    <p
      role="status"
      className="flex flex-wrap items-center gap-2 border-b bg-attention-soft px-4 py-2 text-attention"
    >
      <Eye aria-hidden className="size-4 shrink-0" />
      {t(look.state === "open" ? "isLooking" : "isAsking", {
        name: look.adminName ?? t("anAdmin"),
      })}
      <Link href="/settings/audit" className="underline underline-offset-2">
        {t("see")}
      </Link>
    </p>
  );
}
