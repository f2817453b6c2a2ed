"use client";

import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { useFormatter, useTranslations } from "next-intl";

import { FactGrid } from "~/shell/fact-grid";

import type { SystemState } from "./system-state";

/** The releases of the product, its database and its models. */
export function Releases({ state }: { state: SystemState }) {
  const t = useTranslations("system");
  const format = useFormatter();
  const { releases, migrations } = state;

  return (
    <div className="flex max-w-3xl flex-col gap-6">
      <FactGrid
        label={t("releases")}
        facts={[
          [t("product"), releases.product],
          [t("node"), releases.node],
          [t("migrations"), format.number(migrations.count)],
          [t("lastMigration"), migrations.last && <code>{migrations.last}</code>],
          [t("migrated"), migrations.appliedAt && <RelativeTime at={migrations.appliedAt} />],
        ]}
      />
      <Table label={t("models")}>
        <thead>
          <tr>
            <TableHead>{t("model")}</TableHead>
            <TableHead>{t("release")}</TableHead>
          </tr>
        </thead>
        <tbody>
          {releases.parts.map(({ name, release }) => (
            <TableRow key={name}>
              <TableCell>{t(`released_${name}`)}</TableCell>
              <TableCell>
                <code className="break-all font-mono text-xs">{release}</code>
              </TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
