"use client";

import { Skeleton } from "@besunny/ui/feedback/skeleton";
import { useTranslations } from "next-intl";
import { isMoving } from "~/documents/document";
import { DocumentFields } from "~/fields/document-fields";
import { useFields } from "~/fields/use-fields";
import { MeetingsAbout } from "~/meetings/links/meetings-about";
import { DocumentTags } from "~/tags/document-tags";

import type { DocumentDetail } from "../../document-detail";
import { Section } from "../section";
import { TypeSection } from "../type/type-section";
import { FactsCard } from "./facts-card";
import { FileSection } from "./file-section";
import { KeepingSection } from "./keeping-section";
import { Related } from "./related";

/** The type and the facts of a document, the files that belong to it, and the file itself. */
export function FactsTab({ document, onGo }: { document: DocumentDetail; onGo: () => void }) {
  const t = useTranslations("viewer");
  const tf = useTranslations("fields");
  const fields = useFields();
  const hasFields = document.mayChange ? fields.length > 0 : document.fields.length > 0;

  return (
    <div className="flex flex-col gap-6 p-4">
      <TypeSection document={document} onGo={onGo} />
      <FactsCard document={document} onGo={onGo} />
      {!document.result && isMoving(document) && <FactsSkeleton label={t("understanding")} />}
      {hasFields && (
        <Section title={tf("title")}>
          <DocumentFields document={document} />
        </Section>
      )}
      <Section title={t("tags")}>
        <DocumentTags document={document} />
      </Section>
      <Related document={document} />
      <MeetingsAbout documentId={document.id} />
      <KeepingSection id={document.id} />
      <FileSection document={document} />
    </div>
  );
}

function FactsSkeleton({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label} className="flex flex-col gap-2">
      <Skeleton className="w-24" />
      <Skeleton className="w-full" />
      <Skeleton className="w-4/5" />
      <Skeleton className="w-full" />
    </div>
  );
}
