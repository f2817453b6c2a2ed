"use client";

import { ConfidenceDot } from "@besunny/ui/display/confidence-dot";
import { useTranslations } from "next-intl";
import { useNames } from "~/i18n/use-names";
import type { Evidence, Understanding } from "../../document-detail";
import { EvidenceButton } from "../evidence-button";

const few = 3;

/** The words that speak for the type and the other candidates, closed until someone asks. */
export function WhyType({
  type,
  candidates,
  evidence,
  sure,
  onGo,
}: {
  type: string | null;
  candidates: Understanding["type"]["candidates"];
  evidence: readonly Evidence[];
  sure: (confidence: number | null) => string;
  onGo: () => void;
}) {
  const t = useTranslations("viewer");
  const { typeName } = useNames();
  const others = candidates.filter(({ name }) => name !== type).slice(0, few);
  const words = evidence.filter(({ quote }) => quote.trim() !== "").slice(0, few);
  if (others.length === 0 && words.length === 0) return null;

  return (
    <details className="mt-1 text-sm">
      <summary className="w-max rounded-sm text-n11 hover:text-n12">{t("why")}</summary>
      {words.length > 0 && (
        <>
          <p className="mt-1 text-n11 text-xs">{t("whyWords")}</p>
          {words.map((proof) => (
            <EvidenceButton key={proof.span.join("-")} evidence={[proof]} onGo={onGo}>
              <q className="line-clamp-2 text-n11">{proof.quote}</q>
            </EvidenceButton>
          ))}
        </>
      )}
      {others.length > 0 && (
        <ul
          aria-label={t("candidates")}
          className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-n11 text-sm"
        >
          {others.map(({ name, confidence }) => (
            <li key={name} className="flex items-center gap-1.5">
              {typeName(name)}
              <ConfidenceDot confidence={confidence} label={sure} />
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
