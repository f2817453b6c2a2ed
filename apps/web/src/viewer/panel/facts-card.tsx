"use client";

import { Badge } from "@besunny/ui/display/badge";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";

import type { DocumentDetail, Understanding } from "../document-detail";
import { EvidenceButton } from "./evidence-button";
import { Few } from "./few";
import { Section } from "./section";

type Fact = Understanding["facts"][number];

/** Shows the facts in the order of the type's card, with failed checks, and the required fields that are missing. */
export function FactsCard({ document, onGo }: { document: DocumentDetail; onGo: () => void }) {
  const t = useTranslations("viewer");
  const trpc = useTRPC();
  const { type, result } = document;
  const card = useQuery({
    ...trpc.cards.get.queryOptions({ type: type ?? "" }),
    enabled: type !== null && result !== null,
    retry: false,
  });
  const facts = result?.facts ?? [];
  const fields = (card.data?.fields ?? []).filter(({ isOn }) => isOn);
  const place = (fact: Fact) => {
    const at = fields.findIndex(({ name }) => name === fact.name);
    return at < 0 ? fields.length : at;
  };
  const missing = fields.filter(
    ({ name, isRequired }) => isRequired && !facts.some((fact) => fact.name === name),
  );
  if (!result || (facts.length === 0 && missing.length === 0)) return null;

  return (
    <Section title={t("facts")} count={facts.length}>
      <Few>
        {facts
          .toSorted((a, b) => place(a) - place(b))
          .map((fact) => (
            <EvidenceButton
              key={`${fact.name}/${fact.value}`}
              evidence={fact.evidence}
              element={fact.element}
              onGo={onGo}
            >
              <span className="block text-n11 text-xs first-letter:uppercase">
                {fact.label ?? fact.name}
              </span>
              <span className="block break-words font-medium">
                {fact.value} <Marks fact={fact} />
              </span>
            </EvidenceButton>
          ))}
      </Few>
      {missing.length > 0 && (
        <p className="mt-2 text-n11 text-sm">
          {t("factsMissing", { fields: missing.map(({ label }) => label).join(", ") })}
        </p>
      )}
    </Section>
  );
}

function Marks({ fact }: { fact: Fact }) {
  const t = useTranslations("viewer");

  return (
    <>
      {fact.isContradicted && <Badge>{t("factContradicted")}</Badge>}
      {fact.isComputed && <Badge>{t("factComputed")}</Badge>}
      {fact.problems?.map((problem) => (
        <Badge key={problem}>{t(`factProblem_${problem}`)}</Badge>
      ))}
    </>
  );
}
