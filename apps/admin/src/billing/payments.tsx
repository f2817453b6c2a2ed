"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Badge } from "@besunny/ui/display/badge";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { Link } from "@besunny/web-kit/link";
import { Loaded } from "@besunny/web-kit/page/loaded";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";

import { Section } from "~/documents/section";

import { useAmount } from "./amounts";

type Told = Outputs["admin"]["billing"]["payments"];

/** The payments of workspaces, and the counts of the provider beside our ledger. */
export function Payments() {
  const t = useTranslations("billing");
  const trpc = useTRPC();
  const payments = useQuery(trpc.admin.billing.payments.queryOptions({}));

  return (
    <Loaded query={payments} label={t("loading")}>
      {(told) => (
        <>
          <Section as="h2" title={t("accounts")}>
            <Accounts accounts={told.accounts} />
          </Section>
          <Section
            as="h2"
            title={t("reconciliation")}
            hint={told.provider === "none" ? t("noProvider") : t("reconciliationHint")}
          >
            <Comparisons told={told} />
          </Section>
        </>
      )}
    </Loaded>
  );
}

function Accounts({ accounts }: { accounts: Told["accounts"] }) {
  const t = useTranslations("billing");
  return (
    <Table label={t("accounts")}>
      <thead>
        <tr>
          <TableHead>{t("workspace")}</TableHead>
          <TableHead>{t("plan")}</TableHead>
          <TableHead>{t("standing")}</TableHead>
        </tr>
      </thead>
      <tbody>
        {accounts.map(({ workspaceId, name, plan, standing }) => (
          <TableRow key={workspaceId}>
            <TableCell>
              <Link href={`/workspaces/${workspaceId}`} className="hover:underline">
                <bdi>{name}</bdi>
              </Link>
            </TableCell>
            <TableCell>{plan ?? t("default")}</TableCell>
            <TableCell>
              <Badge tone={standing === "active" ? "neutral" : "attention"}>
                {t(`standing_${standing}`)}
              </Badge>
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}

function Comparisons({ told }: { told: Told }) {
  const t = useTranslations("billing");
  const format = useFormatter();
  const amount = useAmount();
  const { comparisons, deliveries, webhooks } = told;
  return (
    <div className="flex flex-col gap-3">
      {comparisons.length > 0 && (
        <Table label={t("reconciliation")}>
          <thead>
            <tr>
              <TableHead>{t("workspace")}</TableHead>
              <TableHead>{t("meter")}</TableHead>
              <TableHead numeric>{t("ours")}</TableHead>
              <TableHead numeric>{t("theirs")}</TableHead>
              <TableHead numeric>{t("difference")}</TableHead>
            </tr>
          </thead>
          <tbody>
            {comparisons.map((row) => (
              <TableRow key={`${row.workspaceId} ${row.meter} ${row.startsAt.toISOString()}`}>
                <TableCell>
                  <bdi>{row.workspaceName}</bdi>{" "}
                  <span className="text-n11">
                    {format.dateTime(row.startsAt, { month: "short", timeZone: "UTC" })}
                  </span>
                </TableCell>
                <TableCell>{t(`meter_${row.meter}`)}</TableCell>
                <TableCell numeric>{amount(row.meter, row.ours)}</TableCell>
                <TableCell numeric>{amount(row.meter, row.theirs)}</TableCell>
                <TableCell numeric>
                  {row.difference === 0 ? (
                    t("none")
                  ) : (
                    <Badge tone="attention">{amount(row.meter, row.difference)}</Badge>
                  )}
                </TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      )}
      {deliveries.length > 0 && (
        <p className="text-n11 text-sm">
          {deliveries.map(({ state, count }) => `${state}: ${format.number(count)}`).join(" · ")}
        </p>
      )}
      {webhooks.length > 0 && (
        <ul className="flex flex-col divide-y divide-n5 text-sm">
          {webhooks.map(({ eventId, kind, outcome, receivedAt }) => (
            <li key={eventId} className="flex flex-wrap gap-x-3 py-1">
              <span className="font-mono">{kind}</span>
              <span className="text-n11">{outcome}</span>
              <span className="text-n11">
                <RelativeTime at={receivedAt} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
