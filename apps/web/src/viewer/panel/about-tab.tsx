"use client";

import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Skeleton } from "@besunny/ui/feedback/skeleton";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { isMoving } from "~/documents/document";
import { DocumentIcon } from "~/documents/document-icon";
import { formatBytes } from "~/documents/format-bytes";
import { languageName } from "~/documents/language-name";

import type { DocumentDetail } from "../document-detail";
import { FactsCard } from "./facts-card";
import { LikeTexts } from "./like-texts";
import { languagesOfPages } from "./page-languages";
import { ReadingSections } from "./reading-sections";
import { Section } from "./section";
import { Statements } from "./statements";
import { TypeSection } from "./type-section";

/** Type, facts, summary, entities, phrases; then the file itself and what belongs to it. */
export function AboutTab({ document, onGo }: { document: DocumentDetail; onGo: () => void }) {
  const t = useTranslations("viewer");

  return (
    <div className="flex flex-col gap-6 p-4">
      <TypeSection document={document} onGo={onGo} />
      <FactsCard document={document} onGo={onGo} />
      {document.result && (
        <Statements documentId={document.id} result={document.result} onGo={onGo} />
      )}
      {!document.result && isMoving(document) && <StatementsSkeleton label={t("understanding")} />}
      <Related document={document} />
      {document.stage === "indexed" && <LikeTexts id={document.id} />}
      {document.stage !== "uploaded" && <ReadingSections document={document} onGo={onGo} />}
      <FileSection document={document} />
    </div>
  );
}

function Related({ document }: { document: DocumentDetail }) {
  const t = useTranslations("viewer");
  const { parent, attachments } = document;

  return (
    <>
      {parent && (
        <Section title={t("attachedTo")}>
          <Link href={`/documents/${parent.id}`} className="underline underline-offset-2">
            {parent.title}
          </Link>
        </Section>
      )}
      {attachments.length > 0 && (
        <Section title={t("attachments")} count={attachments.length}>
          <ul className="flex flex-col">
            {attachments.map((attachment) => (
              <li key={attachment.id}>
                <Link
                  href={`/documents/${attachment.id}`}
                  className="-mx-2 flex min-h-8 items-center gap-2 rounded-md px-2 hover:bg-n4"
                >
                  <DocumentIcon format={attachment.format} />
                  <span className="truncate">{attachment.title}</span>
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function FileSection({ document }: { document: DocumentDetail }) {
  const t = useTranslations("viewer");
  const format = useFormatter();
  const otherLanguages = languagesOfPages(document.result?.pageLanguages ?? []).map(
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

function StatementsSkeleton({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label} className="flex flex-col gap-2">
      <Skeleton className="w-24" />
      <Skeleton className="w-full" />
      <Skeleton className="w-4/5" />
      <Skeleton className="w-full" />
    </div>
  );
}
