import { type Tone, tones } from "@besunny/document-model/statements/meeting-words";
import shipped from "../models/sentiment.json" with { type: "json" };
import { SentimentModel, sentenceFeeling } from "../understanding/sentiment";
import type { Cues } from "./cues/cues";
import type { MeetingTopic } from "./meeting";
import type { MeetingVectors } from "./meeting-vectors";
import type { MeetingView, Said } from "./meeting-view";
import { wordsOf } from "./spoken";

/** A person who said fewer words has no tone. */
const LEAST_SAID = 40;
const LEAST_QUOTES = 2;
const MOST_QUOTES = 4;
/** The model of sentences must not see the opposite in a sentence. */
const OPPOSITE = 0.6;
const isGood: Readonly<Record<Tone, boolean>> = {
  pleased: true,
  confident: true,
  worried: false,
  annoyed: false,
};
const model = SentimentModel.parse(shipped);

export type ToneDraft = {
  speaker: string;
  topic: number;
  tone: Tone;
  confidence: number;
  said: Said[];
};

/**
 * Finds the tones of people on a topic: two sentences or more whose words name the same one. In English the model of sentences must not deny it.
 * Those who are not named, or said little, have none.
 */
export function findTones(
  view: MeetingView,
  {
    vectors,
    topics,
    cues,
  }: { vectors: MeetingVectors; topics: readonly MeetingTopic[]; cues: Cues },
): ToneDraft[] {
  const spoken = new Map<string, number>();
  for (const { turn, text } of view.sentences)
    if (turn.speaker !== null)
      spoken.set(turn.speaker, (spoken.get(turn.speaker) ?? 0) + wordsOf(text).length);
  return topics.flatMap(({ firstTurn, lastTurn }, topic) => {
    const groups = new Map<string, { speaker: string; tone: Tone; said: Said[] }>();
    for (const said of view.sentences) {
      const { speaker, number } = said.turn;
      if (speaker === null || number < firstTurn || number > lastTurn) continue;
      if ((spoken.get(speaker) ?? 0) < LEAST_SAID) continue;
      const tone = toneOf(said, view, vectors, cues);
      if (!tone) continue;
      const key = `${tone} ${speaker}`;
      const group = groups.get(key) ?? { speaker, tone, said: [] };
      group.said.push(said);
      groups.set(key, group);
    }
    return [...groups.values()]
      .filter(({ said }) => said.length >= LEAST_QUOTES)
      .map(({ speaker, tone, said }) => ({
        speaker,
        tone,
        topic,
        confidence: Math.min(0.85, 0.5 + 0.1 * said.length),
        said: said.slice(0, MOST_QUOTES),
      }));
  });
}

function toneOf(
  said: Said,
  view: MeetingView,
  { vectorOf }: MeetingVectors,
  cues: Cues,
): Tone | null {
  const { text, span } = said;
  if (text.endsWith("?")) return null;
  const tone = tones.find((each) => {
    const match = cues.tones[each].exec(text);
    return match && !cues.negation.test(text.slice(0, match.index));
  });
  if (!tone) return null;
  const vector = view.language === "en" ? vectorOf(span) : null;
  if (!vector) return tone;
  const feeling = sentenceFeeling(model, vector);
  return (isGood[tone] ? feeling.negative : feeling.positive) >= OPPOSITE ? null : tone;
}
