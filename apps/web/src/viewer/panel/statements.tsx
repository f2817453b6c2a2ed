"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Badge } from "@besunny/ui/display/badge";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";

import type { Understanding } from "../document-detail";
import { EntityList } from "./entity-list";
import { EvidenceButton } from "./evidence-button";
import { Section } from "./section";
import { SummarySection } from "./summary-section";

/** Everything that was understood but the type, each statement with its place. */
export function Statements({ result, onGo }: { result: Understanding; onGo: () => void }) {
  const t = useTranslations("viewer");

  return (
    <>
      {result.facts.length > 0 && (
        <Section title={t("facts")} count={result.facts.length}>
          <Few>
            {result.facts.map((fact) => (
              <EvidenceButton
                key={`${fact.name}/${fact.value}`}
                evidence={fact.evidence}
                element={fact.element}
                onGo={onGo}
              >
                <span className="block text-n11 text-xs first-letter:uppercase">{fact.name}</span>
                <span className="block break-words font-medium">{fact.value}</span>
              </EvidenceButton>
            ))}
          </Few>
        </Section>
      )}
      <SummarySection result={result} onGo={onGo} />
      {result.entities.length > 0 && (
        <Section title={t("entities")} count={result.entities.length}>
          <EntityList entities={result.entities} onGo={onGo} />
        </Section>
      )}
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

const few = 6;

/** The first of a long list, and the rest for those who ask. */
function Few({ children }: { children: ReactNode[] }) {
  const t = useTranslations("viewer");
  const [isOpen, setIsOpen] = useState(false);

  return (
    <div className="flex flex-col items-start">
      {isOpen ? children : children.slice(0, few)}
      {!isOpen && children.length > few && (
        <Button size="sm" variant="ghost" className="-ml-2.5" onClick={() => setIsOpen(true)}>
          {t("showMore", { count: children.length - few })}
        </Button>
      )}
    </div>
  );
}
