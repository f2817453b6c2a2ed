"use client";

import { RelativeTime } from "@besunny/ui/display/relative-time";
import { useFormatter, useTranslations } from "next-intl";
import { formatBytes } from "~/documents/format-bytes";
import { useNames } from "~/i18n/use-names";
import type { DocumentDetail } from "../../document-detail";
import { Section } from "../section";
import { languagesOfPages } from "../text/page-languages";
import { usePlaces } from "./use-places";

/** The file itself: name, size, languages, and the models that understood it. */
export function FileSection({ document }: { document: DocumentDetail }) {
  const t = useTranslations("viewer");
  const format = useFormatter();
  const { languageName } = useNames();
  const tp = useTranslations("residency");
  const places = usePlaces(document.id);
  const otherLanguages = languagesOfPages(document.result?.pageLanguages ?? [], languageName).map(
    ({ language, pages }) =>
      language ? t("languageOnPages", { language, pages }) : t("unknownLanguageOnPages", { pages }),
  );
  const rows = [
    [t("fileName"), <bdi key="name">{document.fileName}</bdi>],
    [t("folder"), document.folder && <bdi key="folder">{document.folder}</bdi>],
    [t("size"), formatBytes(document.size, format)],
    [t("pageCount"), document.pageCount],
    [t("language"), document.language && languageName(document.language)],
    [t("otherLanguages"), otherLanguages.length > 0 && otherLanguages.join("; ")],
    [t("added"), <RelativeTime key="at" at={document.createdAt} />],
    [t("by"), document.uploadedBy?.name],
    [
      t("projects"),
      document.projects.length > 0 && document.projects.map(({ name }) => name).join(", "),
    ],
    [
      t("understoodBy"),
      document.result &&
        `${document.result.producedBy.model} · ${document.result.producedBy.release}`,
    ],
    [tp("processed"), places],
    [
      t("standIn"),
      document.result?.producedBy.fallbackReason &&
        t("standInFor", { reason: document.result.producedBy.fallbackReason }),
    ],
  ] as const;

  return (
    <Section title={t("file")}>
      <dl className="grid grid-cols-[7rem_minmax(0,1fr)] gap-x-3 gap-y-1.5 text-sm">
        {rows
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-n11">{name}</dt>
              <dd className="break-words">{value}</dd>
            </div>
          ))}
      </dl>
    </Section>
  );
}
