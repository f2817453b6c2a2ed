"use client";

import { Button } from "@besunny/ui/buttons/button";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Select } from "@besunny/ui/fields/select";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link2 } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";

import type { FigureWiring } from "../../figures/figure-wiring";
import { copyText } from "../../page/copy-text";
import { useDashboardDone } from "../use-dashboard-done";

const spans = ["1", "7", "30", "90"] as const;

/** The read-only links of a dashboard, which show it without a sign-in until they end. */
export function DashboardLinks({
  id,
  links,
}: {
  id: string;
  links: NonNullable<FigureWiring["links"]>;
}) {
  const t = useTranslations("dashboards");
  const format = useFormatter();
  const done = useDashboardDone();
  const [days, setDays] = useState<string>("7");
  const open = useQuery(links.links.queryOptions({ id }));
  const make = useMutation(links.makeLink.mutationOptions(done(t("linkMade"))));
  const revoke = useMutation(links.revokeLink.mutationOptions(done(t("linkRevoked"))));
  const address = make.data && `${window.location.origin}/link/${make.data.token}`;

  return (
    <section className="flex flex-col gap-2">
      <h3 className="font-semibold">{t("links")}</h3>
      <p className="text-n11 text-xs">{t("linksHint")}</p>
      <div className="flex flex-wrap items-center gap-2">
        <Select
          label={t("linkDays")}
          value={days}
          options={spans.map((value) => ({ value, label: t("days", { count: Number(value) }) }))}
          onChange={setDays}
        />
        <Button
          icon={<Link2 aria-hidden />}
          loading={make.isPending}
          onClick={() => make.mutate({ id, days: Number(days) })}
        >
          {t("makeLink")}
        </Button>
      </div>
      {address && (
        <div className="rounded-md bg-n3 p-2">
          <p className="break-all font-mono text-xs">{address}</p>
          <div className="mt-1 flex items-center gap-2">
            <Button size="sm" onClick={() => void copyText(address)}>
              {t("copy")}
            </Button>
            <span className="text-n11 text-xs">{t("linkOnce")}</span>
          </div>
        </div>
      )}
      <ul className="flex flex-col divide-y divide-n6">
        {open.data?.items.map((link) => (
          <li key={link.id} className="flex items-center gap-3 py-2 text-sm">
            <span className="min-w-0 flex-1">
              {t("linkUntil", { day: format.dateTime(link.expiresAt, { dateStyle: "medium" }) })}
              <span className="block text-n11 text-xs">
                {link.createdBy?.name ?? t("somebody")}, <RelativeTime at={link.createdAt} /> ·{" "}
                {t("opened", { count: link.openedCount })}
              </span>
            </span>
            <Button
              size="sm"
              loading={revoke.isPending && revoke.variables.linkId === link.id}
              onClick={() => revoke.mutate({ linkId: link.id })}
            >
              {t("revoke")}
            </Button>
          </li>
        ))}
      </ul>
      {open.data?.items.length === 0 && <p className="text-n11 text-sm">{t("noLinks")}</p>}
    </section>
  );
}
