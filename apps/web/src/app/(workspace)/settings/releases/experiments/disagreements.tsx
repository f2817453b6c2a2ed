"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { Link } from "@besunny/web-kit/link";
import { useTranslations } from "next-intl";

import { useNames } from "~/i18n/use-names";

type Disagreement = Outputs["experiments"]["get"]["disagreements"][number];

const MOST_SHOWN = 20;

/** The documents on which both releases differ. What people say of them decides the experiment. */
export function Disagreements({ items }: { items: readonly Disagreement[] }) {
  const t = useTranslations("releases");
  const { typeName } = useNames();
  const said = (type: string | null) => (type === null ? t("noType") : typeName(type));
  if (items.length === 0) return null;
  return (
    <>
      <h4 className="mt-3 font-medium text-sm">{t("disagreements")}</h4>
      <p className="text-n11 text-sm">{t("disagreementsHint")}</p>
      <ul aria-label={t("disagreements")}>
        {items.slice(0, MOST_SHOWN).map(({ documentId, title, champion, challenger, label }) => (
          <li key={documentId} className="border-n5 border-b py-2 last:border-0">
            <Link
              href={`/documents/${documentId}`}
              className="break-words underline underline-offset-2"
            >
              <bdi>{title}</bdi>
            </Link>
            <p className="text-n11 text-sm">
              {t("saidBoth", { champion: said(champion), challenger: said(challenger) })}
              {label !== null && ` · ${t("people", { type: typeName(label) })}`}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
