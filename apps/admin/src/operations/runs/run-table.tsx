"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Checkbox } from "@besunny/ui/fields/checkbox";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { Link } from "@besunny/web-kit/link";
import { useTranslations } from "next-intl";

import { errorWords } from "../error-words";
import { functionName } from "../function-name";
import { useRunSetting } from "../kept-here";
import { RunStateBadge } from "../run-state-badge";
import { timeSpan } from "../time-span";

import { runHref } from "./run-filters";

type Row = Outputs["admin"]["runs"]["list"]["items"][number];

const wide = "max-md:hidden";

/** One row a run, two lines where it is narrow. */
export function RunTable({
  rows,
  selected,
  onSelect,
}: {
  rows: readonly Row[];
  selected: ReadonlySet<string>;
  onSelect: (selected: ReadonlySet<string>) => void;
}) {
  const t = useTranslations("runs");
  const areAll = rows.every(({ id }) => selected.has(id));

  function toggle(id: string) {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    onSelect(next);
  }

  return (
    <Table label={t("table")}>
      <thead>
        <tr>
          <TableHead className="w-8">
            <Checkbox
              label={t("selectAll")}
              className="align-middle"
              checked={areAll ? true : selected.size > 0 ? "indeterminate" : false}
              onCheckedChange={() => onSelect(new Set(areAll ? [] : rows.map(({ id }) => id)))}
            />
          </TableHead>
          <TableHead>{t("run")}</TableHead>
          <TableHead>{t("state")}</TableHead>
          <TableHead className={wide}>{t("workspace")}</TableHead>
          <TableHead className={wide}>{t("reason")}</TableHead>
          <TableHead numeric className={wide}>
            {t("attempt")}
          </TableHead>
          <TableHead numeric className={wide}>
            {t("took")}
          </TableHead>
          <TableHead className={wide}>{t("created")}</TableHead>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <TableRow key={row.id} aria-selected={selected.has(row.id)}>
            <TableCell>
              <Checkbox
                label={t("select", { id: row.id })}
                className="align-middle"
                checked={selected.has(row.id)}
                onCheckedChange={() => toggle(row.id)}
              />
            </TableCell>
            <Cells row={row} />
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}

function Cells({ row }: { row: Row }) {
  const { workspaceName } = useRunSetting();
  const reason = row.error && errorWords(row.error);

  return (
    <>
      <TableCell className="max-md:py-1.5">
        <Link href={runHref(row.id)} className="block min-w-0" title={row.id}>
          <span className="whitespace-nowrap font-medium underline underline-offset-2">
            {functionName(row.functionId)}
          </span>
          <span className="ml-2 font-mono text-n11 text-xs max-md:hidden">{row.id.slice(-8)}</span>
        </Link>
        <span className="line-clamp-2 text-n11 text-xs md:hidden">
          <RelativeTime at={row.createdAt} /> · {reason ?? workspaceName(row.tenant)}
        </span>
      </TableCell>
      <TableCell>
        <RunStateBadge state={row.state} />
      </TableCell>
      <TableCell className={`${wide} max-w-40 truncate`}>{workspaceName(row.tenant)}</TableCell>
      <TableCell className={`${wide} max-w-80 truncate`} title={reason ?? undefined}>
        {reason}
      </TableCell>
      <TableCell numeric className={wide}>
        {row.attempt > 0 && `${row.attempt}/${row.maxAttempts}`}
      </TableCell>
      <TableCell numeric className={`${wide} whitespace-nowrap`}>
        {row.startedAt &&
          row.finishedAt &&
          timeSpan(row.finishedAt.getTime() - row.startedAt.getTime())}
      </TableCell>
      <TableCell className={`${wide} text-n11`}>
        <RelativeTime at={row.createdAt} />
      </TableCell>
    </>
  );
}
