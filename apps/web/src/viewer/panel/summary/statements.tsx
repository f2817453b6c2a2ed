"use client";

import { Badge } from "@besunny/ui/display/badge";
import { useTranslations } from "next-intl";

import type { Understanding } from "../../document-detail";
import { EvidenceButton } from "../evidence-button";
import { Few } from "../few";
import { Section } from "../section";
import { EntityList } from "./entity-list";
import { PersonalData } from "./personal-data";
import { SummarySection } from "./summary-section";

/** Everything that was understood but the type and the facts, each statement with its place. */
export function Statements({
  documentId,
  result,
  onGo,
}: {
  documentId: string;
  result: Understanding;
  onGo: () => void;
}) {
  const t = useTranslations("viewer");

  return (
    <>
      <SummarySection result={result} onGo={onGo} />
      {result.entities.length > 0 && (
        <Section title={t("entities")} count={result.entities.length}>
          <EntityList documentId={documentId} entities={result.entities} onGo={onGo} />
        </Section>
      )}
      {result.personalData.length > 0 && <PersonalData details={result.personalData} onGo={onGo} />}
      {result.keyPhrases.length > 0 && (
        <Section title={t("keyPhrases")} count={result.keyPhrases.length}>
          <Few>
            {result.keyPhrases.map((phrase) => (
              <EvidenceButton key={phrase.text} evidence={phrase.evidence} onGo={onGo}>
                {phrase.text}
              </EvidenceButton>
            ))}
          </Few>
        </Section>
      )}
      {result.categories.length > 0 && (
        <Section title={t("categories")}>
          <span className="flex flex-wrap gap-1.5">
            {result.categories.map(({ name }) => (
              <Badge key={name}>{name}</Badge>
            ))}
          </span>
        </Section>
      )}
      {result.sentiment && (
        <Section title={t("sentiment")}>
          <EvidenceButton evidence={result.sentiment.evidence} onGo={onGo}>
            {t(`sentiment_${result.sentiment.label}`)}
          </EvidenceButton>
        </Section>
      )}
    </>
  );
}
