import type { NewSpeaker, StoredTurn } from "@besunny/db/meetings/meetings";
import type { Turn } from "@besunny/document-model/transcripts/meeting-turns";

/** The speakers of a meeting as they are known before, with the turns that were given to them. */
export type KnownSpeakers = {
  speakers: readonly Pick<NewSpeaker, "number" | "name" | "labels" | "userId" | "correctedBy">[];
  turns: readonly Pick<StoredTurn, "number" | "speaker" | "isMoved" | "spanStart" | "spanEnd">[];
};

export type Voice = Pick<NewSpeaker, "number" | "name" | "labels" | "userId" | "correctedBy">;

/** Speakers by number, and the number of the speaker of each turn. */
export type Voices = {
  speakers: Voice[];
  speakerOf: ReadonlyMap<number, number>;
  moved: ReadonlySet<number>;
};

/**
 * Returns who speaks in a transcript. Its names are the people that they were before. A turn that was given to somebody by hand stays with them at
 * the same place.
 */
export function voicesOf(turns: readonly Turn[], known: KnownSpeakers | null): Voices {
  const before = known?.speakers ?? [];
  const byLabel = new Map(before.flatMap((each) => each.labels.map((label) => [label, each])));
  const movedBefore = new Map(
    (known?.turns ?? []).filter(({ isMoved }) => isMoved).map((turn) => [placeOf(turn), turn]),
  );
  const speakers = new Map<number, Voice>();
  const speakerOf = new Map<number, number>();
  const moved = new Set<number>();
  let next = Math.max(0, ...before.map(({ number }) => number));

  for (const { number, speaker: label, span } of turns) {
    const given = movedBefore.get(`${span[0]}-${span[1]}`);
    const to = given && before.find((each) => each.number === given.speaker);
    if (to) {
      speakers.set(to.number, to);
      speakerOf.set(number, to.number);
      moved.add(number);
      continue;
    }
    if (label === null) continue;
    let voice = byLabel.get(label);
    if (!voice) {
      next += 1;
      voice = { number: next, name: label, labels: [label], userId: null, correctedBy: null };
      byLabel.set(label, voice);
    }
    speakers.set(voice.number, voice);
    speakerOf.set(number, voice.number);
  }
  return { speakers: [...speakers.values()].sort((a, b) => a.number - b.number), speakerOf, moved };
}

/** Returns the turns with the names by which the speakers are known now. */
export function namedTurns(turns: readonly Turn[], { speakers, speakerOf }: Voices): Turn[] {
  const names = new Map(speakers.map(({ number, name }) => [number, name]));
  return turns.map((turn) => ({
    ...turn,
    speaker: names.get(speakerOf.get(turn.number) ?? 0) ?? null,
  }));
}

function placeOf({ spanStart, spanEnd }: { spanStart: number; spanEnd: number }): string {
  return `${spanStart}-${spanEnd}`;
}
