"use client";

import { Link } from "@besunny/web-kit/link";
import { useTranslations } from "next-intl";

import { DocumentIcon } from "~/documents/document-icon";

import type { DocumentDetail } from "../../document-detail";
import { Section } from "../section";

/** The file that a document came in, and the files that came in it. */
export function Related({ document }: { document: DocumentDetail }) {
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
