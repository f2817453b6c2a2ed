"use client";

import { type SummaryLength, summaryLengths } from "@besunny/api/browser/vocabulary";
import { SegmentedControl } from "@besunny/ui/fields/segmented-control";
import { useTranslations } from "next-intl";
import { parseAsStringLiteral, useQueryState } from "nuqs";

import type { Meeting } from "../meeting";
import { FindingLine } from "./finding-line";
import { PanelSection } from "./panel-section";

const shapes = [...summaryLengths, "topics"] as const;

/** The meeting in a few sentences, in more, or topic by topic, each with its second. */
export function Summary({ meeting: { summary, topics } }: { meeting: Meeting }) {
  const t = useTranslations("meetings");
  const [shape, setShape] = useQueryState(
    "summary",
    parseAsStringLiteral(shapes).withDefault("short"),
  );
  const isByTopic = shape === "topics";
  const ofLength = (length: SummaryLength) =>
    summary.filter(({ lengths }) => lengths.includes(length));

  return (
    <PanelSection
      title={t("summary")}
      actions={
        summary.length > 0 && (
          <SegmentedControl
            label={t("summaryShape")}
            value={shape}
            options={shapes.map((value) => ({ value, label: t(`summary_${value}`) }))}
            onChange={(next) => void setShape(shapes.find((each) => each === next) ?? "short")}
          />
        )
      }
    >
      {summary.length === 0 && <p className="text-n11">{t("noSummary")}</p>}
      {!isByTopic && (
        <ul>
          {ofLength(shape).map((sentence) => (
            <FindingLine key={sentence.id} finding={sentence} />
          ))}
        </ul>
      )}
      {isByTopic && (
        <div className="flex flex-col gap-3">
          {groupsOf(summary, topics).map(({ name, sentences }) => (
            <div key={name ?? ""}>
              <h3 className="font-medium text-n11 text-sm">{name ?? t("noTopic")}</h3>
              <ul>
                {sentences.map((sentence) => (
                  <FindingLine key={sentence.id} finding={sentence} />
                ))}
              </ul>
            </div>
          ))}
        </div>
      )}
    </PanelSection>
  );
}

type Sentence = Meeting["summary"][number];

function groupsOf(summary: readonly Sentence[], topics: Meeting["topics"]) {
  const names = new Map(topics.map(({ topic, text }) => [topic, text]));
  return [...Map.groupBy(summary, ({ topic }) => names.get(topic) ?? null)].map(
    ([name, sentences]) => ({ name, sentences }),
  );
}
