"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Badge } from "@besunny/ui/display/badge";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { EmptyState } from "@besunny/ui/feedback/empty-state";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { Loaded } from "@besunny/web-kit/page/loaded";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { ShieldCheck } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Section } from "~/documents/section";

type Check = Outputs["admin"]["system"]["isolation"]["items"][number];

const tones = { tight: "good", leaking: "bad", blind: "attention" } as const;

/** The last check whether workspaces are apart, store by store, and the checks before it. */
export function IsolationPart() {
  const t = useTranslations("isolation");
  const trpc = useTRPC();
  const checks = useQuery(trpc.admin.system.isolation.queryOptions({}));

  return (
    <Loaded query={checks} label={t("loading")}>
      {({ items: [last, ...earlier] }) =>
        last ? (
          <div className="flex max-w-3xl flex-col gap-8">
            <LastCheck check={last} />
            {earlier.length > 0 && <History checks={earlier} />}
          </div>
        ) : (
          <EmptyState icon={<ShieldCheck aria-hidden />} title={t("none")} />
        )
      }
    </Loaded>
  );
}

function State({ state }: { state: Check["state"] }) {
  const t = useTranslations("isolation");
  return <Badge tone={tones[state]}>{t(`state_${state}`)}</Badge>;
}

function LastCheck({ check }: { check: Check }) {
  const t = useTranslations("isolation");
  const format = useFormatter();

  return (
    <Section
      as="h2"
      title={t("last")}
      hint={t("hint")}
      actions={
        <span className="flex items-center gap-2 text-sm">
          <State state={check.state} /> <RelativeTime at={check.finishedAt} />
        </span>
      }
    >
      {check.state !== "tight" && (
        <p role="alert" className="mb-2 text-sm">
          {t(check.state)}
        </p>
      )}
      <Table label={t("last")}>
        <thead>
          <tr>
            <TableHead>{t("store")}</TableHead>
            <TableHead numeric>{t("own")}</TableHead>
            <TableHead numeric>{t("others")}</TableHead>
          </tr>
        </thead>
        <tbody>
          {check.stores.map(({ store, own, others, where }) => (
            <TableRow key={store}>
              <TableCell>
                {t(`store_${store}`)}
                {where && <span className="block break-words text-n11 text-xs">{where}</span>}
              </TableCell>
              <TableCell numeric>{format.number(own)}</TableCell>
              <TableCell numeric>{format.number(others)}</TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}

function History({ checks }: { checks: readonly Check[] }) {
  const t = useTranslations("isolation");

  return (
    <Section as="h2" title={t("history")}>
      <Table label={t("history")}>
        <thead>
          <tr>
            <TableHead>{t("at")}</TableHead>
            <TableHead>{t("result")}</TableHead>
            <TableHead className="max-md:hidden">{t("where")}</TableHead>
          </tr>
        </thead>
        <tbody>
          {checks.map(({ id, finishedAt, state, stores }) => (
            <TableRow key={id}>
              <TableCell>
                <RelativeTime at={finishedAt} />
              </TableCell>
              <TableCell>
                <State state={state} />
              </TableCell>
              <TableCell className="text-n11 max-md:hidden">
                {stores
                  .filter(({ own, others }) => others > 0 || own === 0)
                  .map(({ store }) => t(`store_${store}`))
                  .join(", ")}
              </TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}
