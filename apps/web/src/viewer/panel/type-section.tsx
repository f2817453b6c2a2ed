"use client";

import { worthShowing } from "@besunny/api/browser/vocabulary";
import { ConfidenceDot } from "@besunny/ui/display/confidence-dot";
import { UserCheck } from "lucide-react";
import { useTranslations } from "next-intl";

import type { DocumentDetail } from "../document-detail";
import { CandidateChoice } from "./candidate-choice";
import { CorrectTypeMenu } from "./correct-type-menu";
import { EvidenceButton } from "./evidence-button";
import { LikeDocuments } from "./like-documents";

/** Shows the type of a document, why it has it, and the other candidates. People confirm, choose or correct it. */
export function TypeSection({ document, onGo }: { document: DocumentDetail; onGo: () => void }) {
  const t = useTranslations("viewer");
  const td = useTranslations("document");
  const candidates = worthShowing(document.result?.type.candidates ?? []);
  const others = candidates.filter(({ name }) => name !== document.type).slice(0, 3);
  const evidence = document.result?.type.evidence ?? [];
  const isOpen = document.status === "needs_review" && document.mayChange;
  const sure = (value: number | null) =>
    value === null ? td("notScored") : td("confidence", { percent: Math.round(value * 100) });

  return (
    <section aria-label={t("type")}>
      <div className="flex flex-wrap items-center gap-2">
        <p className="min-w-0 flex-1 truncate font-semibold text-lg first-letter:uppercase">
          {document.type ?? td(document.isTypeCorrected ? "noTypeFits" : "noType")}
        </p>
        {document.isTypeCorrected ? (
          <span className="flex items-center gap-1 text-n11 text-xs">
            <UserCheck aria-hidden className="size-3.5" />
            {t("setByPerson")}
          </span>
        ) : (
          document.type && <ConfidenceDot confidence={document.typeConfidence} label={sure} />
        )}
        {document.mayChange && <CorrectTypeMenu document={document} />}
      </div>
      {isOpen && <CandidateChoice document={document} candidates={candidates} />}
      {others.length > 0 && !document.isTypeCorrected && !isOpen && (
        <ul
          aria-label={t("candidates")}
          className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-n11 text-sm"
        >
          {others.map(({ name, confidence }) => (
            <li key={name} className="flex items-center gap-1.5">
              {name}
              <ConfidenceDot confidence={confidence} label={sure} />
            </li>
          ))}
        </ul>
      )}
      {document.result && !document.isTypeCorrected && (
        <LikeDocuments type={document.type} like={document.result.type.like} />
      )}
      {evidence.length > 0 && !document.isTypeCorrected && (
        <div className="mt-2 text-sm">
          {evidence.slice(0, 3).map((proof) => (
            <EvidenceButton key={proof.span.join("-")} evidence={[proof]} onGo={onGo}>
              <q className="line-clamp-2 text-n11">{proof.quote}</q>
            </EvidenceButton>
          ))}
        </div>
      )}
    </section>
  );
}
