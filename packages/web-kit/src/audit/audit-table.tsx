"use client";

import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { useTranslations } from "next-intl";

import { type AuditEntry, type AuditOperations, titleOf } from "./audit-entry";
import { OutcomeBadge, Subject, useActorName } from "./audit-words";

const wide = "max-md:hidden";

/** Rows of an audit log, two lines each where it is narrow. A row's operation opens its details. */
export function AuditTable({
  entries,
  operations,
  onOpen,
}: {
  entries: readonly AuditEntry[];
  operations: AuditOperations;
  onOpen: (entry: AuditEntry) => void;
}) {
  const t = useTranslations("audit");
  const actorName = useActorName();
  const isAcross = entries.some(({ workspace }) => workspace);

  return (
    <Table label={t("title")}>
      <thead>
        <tr>
          <TableHead className={wide}>{t("time")}</TableHead>
          <TableHead className={wide}>{t("who")}</TableHead>
          <TableHead>{t("what")}</TableHead>
          {isAcross && <TableHead className={wide}>{t("workspace")}</TableHead>}
          <TableHead className={wide}>{t("subject")}</TableHead>
          <TableHead>{t("outcome")}</TableHead>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <TableRow key={entry.id}>
            <TableCell className={`${wide} text-n11`}>
              <RelativeTime at={entry.createdAt} />
            </TableCell>
            <TableCell
              className={`${wide} max-w-56 truncate`}
              title={entry.actor.email ?? undefined}
            >
              <bdi>{actorName(entry.actor)}</bdi>
              {entry.key && (
                <span className="text-n11">
                  {" "}
                  · {t("byKey", { name: entry.key.name ?? entry.key.id })}
                </span>
              )}
            </TableCell>
            <TableCell className="max-md:py-1.5">
              <button
                type="button"
                data-row
                onClick={() => onOpen(entry)}
                className="text-left font-medium underline decoration-n8 underline-offset-2 hover:decoration-n12 coarse:min-h-10"
              >
                {titleOf(operations, entry.operation)}
              </button>
              <span className="line-clamp-2 text-n11 text-xs md:hidden">
                <bdi>{actorName(entry.actor)}</bdi> · <RelativeTime at={entry.createdAt} />
              </span>
            </TableCell>
            {isAcross && (
              <TableCell className={`${wide} max-w-48 truncate`}>
                <bdi>{entry.workspace?.name}</bdi>
              </TableCell>
            )}
            <TableCell className={`${wide} max-w-80 truncate`}>
              <FirstSubject entry={entry} />
            </TableCell>
            <TableCell>
              <OutcomeBadge outcome={entry.outcome} />
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}

/** A row of many subjects shows the first that has a name, and how many more there are. */
function FirstSubject({ entry }: { entry: AuditEntry }) {
  const t = useTranslations("audit");
  const first = entry.subjects.find((id) => entry.named?.some((each) => each.id === id));
  const id = first ?? entry.subjects[0];
  if (id === undefined) return null;

  return (
    <>
      <Subject entry={entry} id={id} />
      {entry.subjects.length > 1 && (
        <span className="text-n11"> {t("andMore", { count: entry.subjects.length - 1 })}</span>
      )}
    </>
  );
}
