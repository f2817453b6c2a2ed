"use client";

import { Badge } from "@besunny/ui/display/badge";
import { SegmentedControl } from "@besunny/ui/fields/segmented-control";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { useTranslations } from "next-intl";
import { useState } from "react";

import type { Setting } from "./system-state";

/** The variables of the environment: what each does, its value, and where that comes from. Secrets never reach the browser. */
export function SettingTable({ settings }: { settings: readonly Setting[] }) {
  const t = useTranslations("system");
  const ts = useTranslations("settings");
  const [shown, setShown] = useState("all");
  const rows = settings.filter(({ source }) => shown === "all" || source === "environment");

  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <p className="max-w-prose flex-1 text-n11 text-sm">{t("settingsLead")}</p>
        <SegmentedControl
          label={t("show")}
          value={shown}
          options={[
            { value: "all", label: t("allSettings") },
            { value: "set", label: t("onlySet") },
          ]}
          onChange={setShown}
        />
      </div>
      {rows.length === 0 ? (
        <p className="py-8 text-center text-n11">{t("nothingSet")}</p>
      ) : (
        <Table label={t("settings")}>
          <thead>
            <tr>
              <TableHead>{t("variable")}</TableHead>
              <TableHead>{t("value")}</TableHead>
              <TableHead className="max-md:hidden">{t("source")}</TableHead>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, value, source, isSecret }) => (
              <TableRow key={name}>
                <TableCell className="py-1.5">
                  <code className="break-all font-mono text-xs">{name}</code>
                  <span className="block max-w-prose text-n11 text-xs">{ts(name)}</span>
                </TableCell>
                <TableCell className="max-w-72 break-words py-1.5">
                  {isSecret && source !== "none" ? (
                    <span className="text-n11">{t("secret")}</span>
                  ) : value === null ? (
                    <span className="text-n11">{t(source === "generated" ? "made" : "unset")}</span>
                  ) : (
                    <code className="break-all font-mono text-xs">{value}</code>
                  )}
                  <span className="mt-0.5 block md:hidden">
                    <Source source={source} />
                  </span>
                </TableCell>
                <TableCell className="py-1.5 max-md:hidden">
                  <Source source={source} />
                </TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      )}
    </div>
  );
}

function Source({ source }: { source: Setting["source"] }) {
  const t = useTranslations("system");
  if (source === "environment") return <Badge tone="info">{t("source_environment")}</Badge>;
  return <span className="text-n11 text-xs">{t(`source_${source}`)}</span>;
}
