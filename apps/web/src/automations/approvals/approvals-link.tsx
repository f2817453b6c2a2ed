"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { Stamp } from "lucide-react";
import { useTranslations } from "next-intl";

/** The way to the questions that automations ask, with the number of those that wait for the person. */
export function ApprovalsLink() {
  const t = useTranslations("approvals");
  const trpc = useTRPC();
  const { data } = useQuery(trpc.automations.approvals.queryOptions({ state: "open", limit: 1 }));

  return (
    <Button asChild>
      <Link href="/automations/approvals">
        <Stamp aria-hidden />
        {t("open")}
        {data && data.open > 0 && <span className="tabular-nums">{data.open}</span>}
      </Link>
    </Button>
  );
}
