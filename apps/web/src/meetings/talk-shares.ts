import type { Speaker } from "./meeting";

/** Returns the speakers with their share of the talk, the most talkative first: by seconds if all have them, by words otherwise. */
export function talkShares(
  speakers: readonly Speaker[],
): { speaker: Speaker; share: number | null }[] {
  const isTimed = speakers.every(({ seconds }) => seconds !== null);
  const amountOf = ({ seconds, words }: Speaker) => (isTimed ? (seconds ?? 0) : words);
  const total = speakers.reduce((sum, speaker) => sum + amountOf(speaker), 0);
  return [...speakers]
    .sort((a, b) => amountOf(b) - amountOf(a))
    .map((speaker) => ({ speaker, share: total === 0 ? null : amountOf(speaker) / total }));
}
