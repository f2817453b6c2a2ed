"use client";

import { Button } from "@besunny/ui/buttons/button";
import { Badge } from "@besunny/ui/display/badge";
import { ShieldAlert } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";

import type { Understanding } from "../../document-detail";
import { usePlace } from "../../use-place";
import { EvidenceButton } from "../evidence-button";
import { Section } from "../section";

/** Counts the personal details of a document by kind, leads to each, and marks all of them in the text when asked to. */
export function PersonalData({
  details,
  onGo,
}: {
  details: Understanding["personalData"];
  onGo: () => void;
}) {
  const t = useTranslations("viewer");
  const format = useFormatter();
  const { place, markPersonal } = usePlace();
  const kinds = [...Map.groupBy(details, ({ kind }) => kind)];
  const counts = kinds.map(([kind, members]) => t(`personal_${kind}`, { count: members.length }));

  return (
    <Section title={t("personal")} count={details.length}>
      <p>{t("personalCount", { count: details.length, kinds: format.list(counts) })}</p>
      <Button
        size="sm"
        className="mt-2"
        aria-pressed={place.personal}
        icon={<ShieldAlert aria-hidden />}
        onClick={() => {
          markPersonal(!place.personal);
          onGo();
        }}
      >
        {t(place.personal ? "personalUnmark" : "personalMark")}
      </Button>
      {kinds.map(([kind, members]) => (
        <details key={kind}>
          <summary className="-mx-2 flex min-h-8 items-center gap-2 rounded-md px-2 hover:bg-n4">
            <span className="flex-1 first-letter:uppercase">
              {t(`personal_${kind}`, { count: members.length })}
            </span>
            {members[0]?.sensitivity === "high" && (
              <Badge tone="attention">{t("personalHigh")}</Badge>
            )}
          </summary>
          <div className="pl-3">
            {members.map(({ evidence }) => (
              <EvidenceButton key={evidence[0]?.span[0] ?? 0} evidence={evidence} onGo={onGo}>
                <bdi className="break-words">{evidence[0]?.quote}</bdi>
              </EvidenceButton>
            ))}
          </div>
        </details>
      ))}
    </Section>
  );
}
