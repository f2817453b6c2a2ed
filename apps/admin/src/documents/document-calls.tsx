"use client";

import { Badge } from "@besunny/ui/display/badge";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { useTranslations } from "next-intl";

import type { DocumentDetail } from "./document-detail";
import { Section } from "./section";

/** Lists who did what with the document, newest first, without the words of the calls. */
export function DocumentCalls({ calls }: { calls: DocumentDetail["calls"] }) {
  const t = useTranslations("document");
  const ta = useTranslations("audit");

  return (
    <Section title={t("calls")} hint={calls.length > 0 ? t("callsHint") : t("noCalls")}>
      {calls.length > 0 && (
        <Table label={t("calls")}>
          <thead>
            <tr>
              <TableHead>{t("at")}</TableHead>
              <TableHead>{t("operation")}</TableHead>
              <TableHead className="max-md:hidden">{t("by")}</TableHead>
              <TableHead className="max-md:hidden">{t("outcome")}</TableHead>
              <TableHead className="max-lg:hidden">{t("trace")}</TableHead>
            </tr>
          </thead>
          <tbody>
            {calls.map(({ id, createdAt, operation, actor, outcome, traceId }) => (
              <TableRow key={id}>
                <TableCell className="whitespace-nowrap text-n11">
                  <RelativeTime at={createdAt} />
                </TableCell>
                <TableCell className="font-mono text-xs">{operation}</TableCell>
                <TableCell className="max-w-48 truncate max-md:hidden">
                  {actor.name ?? actor.id}
                </TableCell>
                <TableCell className="max-md:hidden">
                  {outcome === "ok" ? (
                    ta("outcome_ok")
                  ) : (
                    <Badge tone="bad">{ta(`outcome_${outcome}`)}</Badge>
                  )}
                </TableCell>
                <TableCell className="max-w-40 truncate max-lg:hidden" title={traceId ?? undefined}>
                  <code className="select-all font-mono text-n11 text-xs">{traceId}</code>
                </TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      )}
    </Section>
  );
}
