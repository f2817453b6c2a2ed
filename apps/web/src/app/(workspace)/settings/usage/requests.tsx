"use client";

import { Badge } from "@besunny/ui/display/badge";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import { Panel } from "../panel";
import { useAmount } from "./use-amount";

/** The requests for more, and the answers. */
export function Requests() {
  const t = useTranslations("usage");
  const trpc = useTRPC();
  const amount = useAmount();
  const stand = useQuery(trpc.usage.stand.queryOptions({}));
  const requests = stand.data?.requests ?? [];
  if (requests.length === 0) return null;

  return (
    <Panel title={t("requests")}>
      <ul className="flex flex-col divide-y divide-n5">
        {requests.map(({ id, meter, wanted, reason, state, answer, askedAt }) => (
          <li key={id} className="py-2">
            <div className="flex flex-wrap items-center gap-x-3">
              <span className="font-medium">{t(`meter_${meter}`)}</span>
              <span className="tabular-nums">{amount(meter, wanted)}</span>
              <Badge tone={state === "granted" ? "accent" : "neutral"}>
                {t(`request_${state}`)}
              </Badge>
              <span className="text-n11 text-sm">
                <RelativeTime at={askedAt} />
              </span>
            </div>
            <bdi className="block text-n11 text-sm">{answer || reason}</bdi>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
