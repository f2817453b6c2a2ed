import { createSerializer, parseAsInteger } from "nuqs";

import { placeParsers, type Span } from "~/viewer/place";

/** The open place in a meeting: a turn, and the marked words by their offsets in the text of the transcript. */
export const meetingPlaceParsers = { turn: parseAsInteger, span: placeParsers.span };

const placeQuery = createSerializer(meetingPlaceParsers);

/** The place of some evidence. */
export function placeOfEvidence({ turns, span }: { turns: number[]; span: [number, number] }): {
  turn: number | null;
  span: Span;
} {
  return { turn: turns[0] ?? null, span };
}

/** Returns the address of a meeting, or of a place in it. */
export function meetingHref(
  id: string,
  place: { turn?: number | null; span?: Span | null } = {},
): string {
  return placeQuery(`/meetings/${id}`, { turn: place.turn ?? null, span: place.span ?? null });
}
