"use client";

import { Button } from "@besunny/ui/buttons/button";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Link } from "@besunny/web-kit/link";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useToldChange } from "@besunny/web-kit/trpc/use-told-change";
import { useMutation, useQuery } from "@tanstack/react-query";
import { RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { Panel } from "../panel";

/** The documents that local models understood because a budget was used up, to be processed again. */
export function Degraded() {
  const t = useTranslations("spending");
  const trpc = useTRPC();
  const changed = useToldChange(trpc.costs.pathKey());
  const degraded = useQuery(trpc.costs.degraded.queryOptions({}));
  const again = useMutation(trpc.batches.createReprocess.mutationOptions(changed(t("begun"))));
  const items = degraded.data?.items ?? [];
  if (items.length === 0) return null;

  return (
    <Panel title={t("degraded")} hint={t("degradedHint")}>
      <ul className="flex flex-col divide-y divide-n5">
        {items.slice(0, SHOWN).map(({ id, title, at }) => (
          <li key={id} className="flex items-center gap-3 py-2">
            <Link href={`/documents/${id}`} className="min-w-0 flex-1 truncate hover:underline">
              <bdi>{title}</bdi>
            </Link>
            <span className="text-n11 text-sm">
              <RelativeTime at={at} />
            </span>
          </li>
        ))}
      </ul>
      <Button
        className="mt-4"
        loading={again.isPending}
        onClick={() => again.mutate({ ids: items.map(({ id }) => id) })}
      >
        <RotateCcw aria-hidden />
        {t("again", { count: items.length })}
      </Button>
    </Panel>
  );
}

const SHOWN = 10;
