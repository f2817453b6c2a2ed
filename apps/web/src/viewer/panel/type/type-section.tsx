"use client";

import { worthShowing } from "@besunny/api/browser/vocabulary";
import { ConfidenceDot } from "@besunny/ui/display/confidence-dot";
import { UserCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useNames } from "~/i18n/use-names";
import type { DocumentDetail } from "../../document-detail";
import { CandidateChoice } from "./candidate-choice";
import { CorrectTypeMenu } from "./correct-type-menu";
import { LikeDocuments } from "./like-documents";
import { TaughtDocuments } from "./taught-documents";
import { WhyType } from "./why-type";

/** Shows the type of a document and the documents that it follows. People confirm, choose or correct it; the evidence is there for who asks. */
export function TypeSection({ document, onGo }: { document: DocumentDetail; onGo: () => void }) {
  const t = useTranslations("viewer");
  const tl = useTranslations("learning");
  const td = useTranslations("document");
  const { typeName } = useNames();
  const { type, isTypeCorrected, result } = document;
  const candidates = worthShowing(result?.type.candidates ?? []);
  const isOpen = type === null && !isTypeCorrected && result !== null && document.mayChange;
  const sure = (value: number | null) =>
    value === null ? td("notScored") : td("confidence", { percent: Math.round(value * 100) });
  const untyped = isTypeCorrected ? td("noTypeFits") : result ? t("unsorted") : td("noType");

  return (
    <section aria-label={t("type")}>
      <div className="flex flex-wrap items-center gap-2">
        <p className="min-w-0 flex-1 truncate font-semibold text-lg first-letter:uppercase">
          {type === null ? untyped : typeName(type)}
        </p>
        {isTypeCorrected ? (
          <span className="flex items-center gap-1 text-n11 text-xs">
            <UserCheck aria-hidden className="size-3.5" />
            {t("setByPerson")}
          </span>
        ) : (
          type && <ConfidenceDot confidence={document.typeConfidence} label={sure} />
        )}
        {document.mayChange && <CorrectTypeMenu document={document} />}
      </div>
      {isOpen && <CandidateChoice document={document} candidates={candidates} />}
      {isTypeCorrected && type !== null && <TaughtDocuments id={document.id} />}
      {result?.type.isLearned && !isTypeCorrected && (
        <p className="mt-2 text-n11 text-sm">{tl("learnedHere")}</p>
      )}
      {result && !isTypeCorrected && <LikeDocuments type={type} like={result.type.like} />}
      {result && !isTypeCorrected && (
        <WhyType
          type={type}
          candidates={candidates}
          evidence={result.type.evidence}
          sure={sure}
          onGo={onGo}
        />
      )}
    </section>
  );
}
