"use client";

import { meetingOutcomes } from "@besunny/api/browser/vocabulary";
import { ConfidenceDot } from "@besunny/ui/display/confidence-dot";
import { Select } from "@besunny/ui/fields/select";
import { useTranslations } from "next-intl";

import type { Meeting } from "../meeting";
import { OutcomeBadge } from "../outcome-badge";
import { useMeetingVerbs } from "../use-meeting-verbs";
import { PanelSection } from "./panel-section";
import { StatementButton } from "./statement-button";

const unsure = "unsure";

/** The outcome of the meeting in one word, with the words that say so. A person may say it otherwise. */
export function Outcome({ meeting }: { meeting: Meeting }) {
  const t = useTranslations("meetings");
  const { change } = useMeetingVerbs(meeting);
  const { outcome, outcomeConfidence, outcomeEvidence, isOutcomeCorrected, mayChange } = meeting;

  return (
    <PanelSection
      title={t("outcome")}
      actions={
        mayChange && (
          <Select
            label={t("changeOutcome")}
            value={outcome ?? unsure}
            options={[
              { value: unsure, label: t("outcomeUnsure") },
              ...meetingOutcomes.map((value) => ({ value, label: t(`outcome_${value}`) })),
            ]}
            onChange={(value) =>
              change({ outcome: meetingOutcomes.find((each) => each === value) ?? null })
            }
          />
        )
      }
    >
      <p className="flex flex-wrap items-center gap-2">
        {outcome ? (
          <OutcomeBadge outcome={outcome} />
        ) : (
          <span className="text-n11">{t("outcomeUnknown")}</span>
        )}
        {isOutcomeCorrected && <span className="text-n11 text-xs">{t("saidByPerson")}</span>}
        {outcome && outcomeConfidence !== null && !isOutcomeCorrected && (
          <ConfidenceDot
            confidence={outcomeConfidence}
            label={(score) => t("confidence", { score: score ?? 0 })}
          />
        )}
      </p>
      <ul>
        {outcomeEvidence.map((evidence) => (
          <li key={`${evidence.span[0]}-${evidence.span[1]}`} className="flex">
            <StatementButton id={`outcome-${evidence.span[0]}`} evidence={[evidence]}>
              <q>{evidence.quote}</q>
            </StatementButton>
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}
