"use client";

import { Button } from "@besunny/ui/buttons/button";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { SegmentedControl } from "@besunny/ui/fields/segmented-control";
import { Select } from "@besunny/ui/fields/select";
import { Sheet } from "@besunny/ui/overlays/sheet";
import { copyText } from "@besunny/web-kit/page/copy-text";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link2 } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";

import type { DashboardData } from "../dashboard-data";
import { useDashboardDone } from "../use-dashboard-done";

const spans = ["1", "7", "30", "90"] as const;

/** The people who see a dashboard, and the links that show it without a sign-in until they end. */
export function ShareSheet({
  dashboard: { id, visibility, isMine },
  onClose,
}: {
  dashboard: DashboardData;
  onClose: () => void;
}) {
  const t = useTranslations("dashboards");
  const trpc = useTRPC();
  const format = useFormatter();
  const done = useDashboardDone();
  const [days, setDays] = useState<string>("7");
  const links = useQuery(trpc.admin.dashboards.links.queryOptions({ id }));
  const share = useMutation(trpc.admin.dashboards.share.mutationOptions(done(t("shared"))));
  const make = useMutation(trpc.admin.dashboards.makeLink.mutationOptions(done(t("linkMade"))));
  const revoke = useMutation(
    trpc.admin.dashboards.revokeLink.mutationOptions(done(t("linkRevoked"))),
  );
  const address = make.data && `${window.location.origin}/link/${make.data.token}`;

  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("share")}
      closeLabel={t("close")}
    >
      <div className="flex flex-col gap-6 p-4">
        <section className="flex flex-col gap-2">
          <h3 className="font-semibold">{t("whoSees")}</h3>
          {isMine ? (
            <SegmentedControl
              label={t("whoSees")}
              value={visibility}
              options={[
                { value: "me", label: t("visibility_me") },
                { value: "platform", label: t("visibility_platform") },
              ]}
              onChange={(next) =>
                share.mutate({ id, visibility: next === "platform" ? "platform" : "me" })
              }
            />
          ) : (
            <p>{t("visibility_platform")}</p>
          )}
          <p className="text-n11 text-xs">{t("whoSeesHint")}</p>
        </section>
        <section className="flex flex-col gap-2">
          <h3 className="font-semibold">{t("links")}</h3>
          <p className="text-n11 text-xs">{t("linksHint")}</p>
          <div className="flex flex-wrap items-center gap-2">
            <Select
              label={t("linkDays")}
              value={days}
              options={spans.map((value) => ({
                value,
                label: t("days", { count: Number(value) }),
              }))}
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
            {links.data?.items.map((link) => (
              <li key={link.id} className="flex items-center gap-3 py-2 text-sm">
                <span className="min-w-0 flex-1">
                  {t("linkUntil", {
                    day: format.dateTime(link.expiresAt, { dateStyle: "medium" }),
                  })}
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
          {links.data?.items.length === 0 && <p className="text-n11 text-sm">{t("noLinks")}</p>}
        </section>
      </div>
    </Sheet>
  );
}
