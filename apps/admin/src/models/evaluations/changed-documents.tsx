"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { Link } from "@besunny/web-kit/link";
import { useTranslations } from "next-intl";

import { documentHref } from "~/documents/filters";

type Changed = Outputs["admin"]["models"]["evaluation"]["changed"];

/** The documents of which both releases say other things; those that get worse come first. */
export function ChangedDocuments({ changed }: { changed: Changed }) {
  const t = useTranslations("models");
  return (
    <section aria-label={t("changed")}>
      <h2 className="font-semibold">{t("changed")}</h2>
      <p className="text-n11 text-xs">{t("changedDefinition")}</p>
      {changed.length === 0 ? (
        <p className="py-4 text-n11">{t("noneChanged")}</p>
      ) : (
        <Table label={t("changed")}>
          <thead>
            <tr>
              <TableHead>{t("document")}</TableHead>
              <TableHead>{t("label")}</TableHead>
              <TableHead>{t("before")}</TableHead>
              <TableHead>{t("after")}</TableHead>
              <TableHead numeric>{t("confidence")}</TableHead>
            </tr>
          </thead>
          <tbody>
            {changed.map((each) => (
              <TableRow key={each.documentId}>
                <TableCell className="whitespace-nowrap">
                  <Link
                    href={documentHref(each.documentId)}
                    className="font-mono text-xs underline underline-offset-2"
                  >
                    {each.documentId}
                  </Link>
                </TableCell>
                <TableCell>{each.label}</TableCell>
                <TableCell className={each.before === each.label ? "text-good" : "text-bad"}>
                  {each.before ?? t("open")}
                </TableCell>
                <TableCell className={each.after === each.label ? "text-good" : "text-bad"}>
                  {each.after ?? t("open")}
                </TableCell>
                <TableCell numeric>{t("share", { share: each.confidence })}</TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      )}
    </section>
  );
}
