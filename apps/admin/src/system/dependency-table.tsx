"use client";

import { Badge } from "@besunny/ui/display/badge";
import { Table, TableHead } from "@besunny/ui/layout/table";
import { useTranslations } from "next-intl";

import { DependencyRow } from "./dependency-row";
import type { Dependency } from "./system-state";

/** Lists the dependencies with their engines, their last tests, and a button to test each. */
export function DependencyTable({ dependencies }: { dependencies: readonly Dependency[] }) {
  const t = useTranslations("system");
  const failing = dependencies.filter(({ engine, last }) => engine && last && !last.isOk);

  return (
    <div className="flex flex-col gap-3">
      <p className="max-w-prose text-n11 text-sm">{t("dependenciesLead")}</p>
      {failing.length > 0 && (
        <p role="status">
          <Badge tone="bad">{t("failing", { count: failing.length })}</Badge>
        </p>
      )}
      <Table label={t("dependencies")}>
        <thead>
          <tr>
            <TableHead>{t("dependency")}</TableHead>
            <TableHead className="max-md:hidden">{t("engine")}</TableHead>
            <TableHead>{t("lastTest")}</TableHead>
            <TableHead>
              <span className="sr-only">{t("actions")}</span>
            </TableHead>
          </tr>
        </thead>
        <tbody>
          {dependencies.map((each) => (
            <DependencyRow key={each.name} dependency={each} />
          ))}
        </tbody>
      </Table>
    </div>
  );
}
