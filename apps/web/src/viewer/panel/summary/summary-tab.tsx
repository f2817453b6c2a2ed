"use client";

import { useTranslations } from "next-intl";

import { DocumentOutgoing } from "~/outgoing/document-outgoing";
import type { DocumentDetail } from "../../document-detail";
import { Statements } from "./statements";

/** The document in short, and the people and things in it. */
export function SummaryTab({ document, onGo }: { document: DocumentDetail; onGo: () => void }) {
  const t = useTranslations("viewer");
  const { result } = document;

  return (
    <div className="flex flex-col gap-6 p-4">
      {result ? (
        <Statements documentId={document.id} result={result} onGo={onGo} />
      ) : (
        <p className="text-n11 text-sm">{t("notUnderstood")}</p>
      )}
      {result && <DocumentOutgoing documentId={document.id} />}
    </div>
  );
}
