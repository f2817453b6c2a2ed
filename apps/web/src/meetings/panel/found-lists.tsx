"use client";

import { Badge } from "@besunny/ui/display/badge";
import { useTranslations } from "next-intl";

import type { Meeting } from "../meeting";
import { FindingLine } from "./finding-line";
import { PanelSection } from "./panel-section";

/** The topics, in the order of the meeting. */
export function Topics({ meeting: { topics } }: { meeting: Meeting }) {
  const t = useTranslations("meetings");
  if (topics.length === 0) return null;
  return (
    <PanelSection title={t("topics")} count={topics.length}>
      <ul>
        {topics.map((topic) => (
          <FindingLine key={topic.id} finding={topic} />
        ))}
      </ul>
    </PanelSection>
  );
}

/** The questions that nobody answered. */
export function Questions({ meeting: { questions } }: { meeting: Meeting }) {
  const t = useTranslations("meetings");
  if (questions.length === 0) return null;
  return (
    <PanelSection title={t("questions")} count={questions.length}>
      <ul>
        {questions.map((question) => (
          <FindingLine
            key={question.id}
            finding={question}
            before={question.by && <span className="text-n11">{question.by}: </span>}
          />
        ))}
      </ul>
    </PanelSection>
  );
}

/** The tone in which somebody spoke about a topic, with the quotes that show it. Nothing where the workspace does not want it. */
export function Tones({ meeting: { tones } }: { meeting: Meeting }) {
  const t = useTranslations("meetings");
  if (!tones || tones.length === 0) return null;
  return (
    <PanelSection title={t("tones")} count={tones.length}>
      <p className="mb-1 text-n11 text-sm">{t("tonesHint")}</p>
      <ul>
        {tones.map((tone) => (
          <FindingLine
            key={tone.id}
            finding={tone}
            before={
              <span className="mr-1.5">
                <Badge>{t(`tone_${tone.tone}`)}</Badge>
              </span>
            }
            below={
              <ul className="text-n11 text-sm">
                {tone.evidence.map(({ quote, span }) => (
                  <li key={span[0]} className="truncate">
                    <q>{quote}</q>
                  </li>
                ))}
              </ul>
            }
          />
        ))}
      </ul>
    </PanelSection>
  );
}
