import type { MeetingSpeaker } from "./meeting";
import type { MeetingView } from "./meeting-view";
import { isGenericName } from "./people";
import { wordsOf } from "./spoken";

/** Counts what each speaker said, the one who said most first. Nobody is counted for turns without a name. */
export function speakersOf(view: MeetingView): MeetingSpeaker[] {
  const found = new Map<string, MeetingSpeaker>();
  for (const turn of view.turns) {
    const { speaker: name, startMs, endMs } = turn;
    if (name === null) continue;
    const speaker = found.get(name) ?? {
      name,
      isGeneric: isGenericName(name),
      turns: 0,
      words: 0,
      seconds: null,
    };
    found.set(name, speaker);
    speaker.turns += 1;
    for (const { span } of view.saidIn(turn))
      speaker.words += wordsOf(view.bare.slice(...span)).length;
    if (startMs !== null && endMs !== null && endMs > startMs)
      speaker.seconds = (speaker.seconds ?? 0) + (endMs - startMs) / 1_000;
  }
  return [...found.values()]
    .map((each) => ({ ...each, seconds: each.seconds === null ? null : Math.round(each.seconds) }))
    .sort((a, b) => b.words - a.words);
}
