"use client";

import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useNames } from "~/i18n/use-names";
import type { DocumentDetail } from "../../document-detail";
import { Few } from "../few";
import { Section } from "../section";
import { AddFact } from "./add-fact";
import { type Fact, FactLine } from "./fact-line";

/** Shows the facts in the order of the type's card, with failed checks, and the required fields that are missing. */
export function FactsCard({ document, onGo }: { document: DocumentDetail; onGo: () => void }) {
  const t = useTranslations("viewer");
  const { fieldName } = useNames();
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
  const open = fields.filter(({ name }) => !facts.some((fact) => fact.name === name));
  const missing = open.filter(({ isRequired }) => isRequired);
  if (!result || (facts.length === 0 && missing.length === 0 && !document.mayChange)) return null;

  return (
    <Section title={t("facts")} count={facts.length}>
      <Few>
        {facts
          .toSorted((a, b) => place(a) - place(b))
          .map((fact) => (
            <FactLine
              key={`${fact.name}/${fact.value}`}
              document={document}
              fact={fact}
              onGo={onGo}
            />
          ))}
      </Few>
      {missing.length > 0 && (
        <p className="mt-2 text-n11 text-sm">
          {t("factsMissing", { fields: missing.map(fieldName).join(", ") })}
        </p>
      )}
      {document.mayChange && (
        <AddFact
          id={document.id}
          offered={open.map(({ name, label }) => ({ name, label: fieldName({ name, label }) }))}
        />
      )}
    </Section>
  );
}
