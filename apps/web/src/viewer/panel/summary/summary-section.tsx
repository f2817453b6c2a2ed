"use client";

import { Button } from "@besunny/ui/buttons/button";
import { useTranslations } from "next-intl";
import { useState } from "react";

import type { Understanding } from "../../document-detail";
import { EvidenceButton } from "../evidence-button";
import { Section } from "../section";

/** Sentences of a result from before there was a short form. */
const few = 2;

/** The short form of the summary; then, for those who ask, all of it and what the type of the document asks for. */
export function SummarySection({ result, onGo }: { result: Understanding; onGo: () => void }) {
  const t = useTranslations("viewer");
  const [isWhole, setIsWhole] = useState(false);
  const { summary, outline = [] } = result;
  if (summary.length === 0 && outline.length === 0) return null;

  const marked = summary.filter(({ isShort }) => isShort);
  const short = marked.length > 0 ? marked : summary.slice(0, few);
  const hasMore = short.length < summary.length || outline.length > 0;

  return (
    <Section title={t("summary")}>
      <Sentences sentences={isWhole ? summary : short} onGo={onGo} />
      {isWhole &&
        outline.map(({ part, sentences }) => (
          <div key={part} className="mt-2">
            <h4 className="text-n11 text-xs">{t(`outline_${part}`)}</h4>
            <Sentences sentences={sentences} onGo={onGo} />
          </div>
        ))}
      {hasMore && (
        <Button
          size="sm"
          variant="ghost"
          className="-ml-2.5"
          aria-expanded={isWhole}
          onClick={() => setIsWhole(!isWhole)}
        >
          {isWhole ? t("summaryLess") : t("summaryMore")}
        </Button>
      )}
    </Section>
  );
}

function Sentences({
  sentences,
  onGo,
}: {
  sentences: readonly Pick<Understanding["summary"][number], "text" | "evidence">[];
  onGo: () => void;
}) {
  return sentences.map((sentence) => (
    <EvidenceButton key={sentence.text} evidence={sentence.evidence} onGo={onGo}>
      {sentence.text}
    </EvidenceButton>
  ));
}
