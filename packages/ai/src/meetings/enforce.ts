import type { Span } from "@besunny/document-model/parsed-document";
import type { Ownership } from "@besunny/document-model/statements/meeting-words";
import type { Turn } from "@besunny/document-model/transcripts/meeting-turns";
import { locateQuote } from "../openai/locate-quote";
import { findDues } from "./dates/find-dues";
import type { MeetingAction, MeetingEvidence, MeetingStatement } from "./meeting";
import type { MeetingView } from "./meeting-view";

import type { People } from "./people";
import { ordersModel, takesOn } from "./takes-on";

/** The words of a producer on a meeting, before anything of them is believed. Turns are their numbers. `span` is the place that it claims for the quote. */
export type Draft = {
  text: string;
  confidence: number;
  evidence: { turns: readonly number[]; quote: string; span?: Span }[];
};

/** The owner and the day of an action as a producer says them. */
export type ActionDraft = Draft & {
  owner: { name: string; how: Ownership } | null;
  due: { on: string | null; words: string } | null;
};

/** Words that stand for people and name none. */
const nobody = new Set(
  (
    "i me my mine we us our you your he him his she her they them their it one someone somebody anyone anybody everyone everybody nobody none all team group others both " +
    "who ich mich mir wir uns du dich dir ihr euch er ihn ihm sie ihnen es man jemand niemand keiner alle beide einer wer gruppe andere unknown unassigned tbd n/a null"
  ).split(" "),
);

type Given = { view: MeetingView; people: People };

/**
 * Keeps of a statement what the transcript proves, and is the one way to a finding for rules and models alike. Returns null if no quote is in
 * the turns that are named, or if the quotes only give orders to a model.
 */
export function enforce(draft: Draft, { view }: Given): MeetingStatement | null {
  const text = draft.text.replace(/\s+/g, " ").trim();
  const evidence = draft.evidence
    .flatMap((each) => proven(each, view) ?? [])
    .filter(({ quote }) => !ordersModel(quote));
  if (text === "" || evidence.length === 0) return null;
  return { text, confidence: unit(draft.confidence), evidence };
}

/**
 * Does the same for an action. Its owner has to take it on in the quote or to be named in it. Its day has to be said in the quoted turns. Else there is none.
 */
export function enforceAction(
  draft: ActionDraft,
  given: Given,
): Omit<MeetingAction, "topic"> | null {
  const statement = enforce(draft, given);
  if (!statement) return null;
  if (speaksToModel(statement, given.view)) return { ...statement, owner: null, due: null };
  return {
    ...statement,
    owner: draft.owner && ownerIn(draft.owner, statement, given),
    due: draft.due && dueIn(draft.due, statement, given.view),
  };
}

function speaksToModel({ evidence }: MeetingStatement, view: MeetingView): boolean {
  return evidence.some(({ turns, span }) =>
    turns
      .flatMap((number) => view.turnAt(number) ?? [])
      .some((turn) => isIn(span, turn.span) && ordersModel(view.bare.slice(...turn.span))),
  );
}

function proven(
  { turns, quote, span }: Draft["evidence"][number],
  view: MeetingView,
): MeetingEvidence | null {
  const known = [...new Set(turns)]
    .map((number) => view.turnAt(number))
    .filter((turn) => turn !== undefined)
    .sort((a, b) => a.number - b.number);
  for (const turn of known) {
    const found = placeIn(turn, quote, span, view);
    if (!found) continue;
    return {
      turns: known.map(({ number }) => number),
      quote: view.input.text.slice(...found),
      span: found,
      atMs: timeAt(turn, found[0]),
    };
  }
  return null;
}

function placeIn(
  turn: Turn,
  quote: string,
  given: Span | undefined,
  view: MeetingView,
): Span | null {
  const { text } = view.input;
  if (given && isIn(given, turn.span) && text.slice(...given) === quote) return given;
  const found =
    locateQuote(text.slice(...turn.span), quote) ??
    locateQuote(view.bare.slice(...turn.span), quote);
  return found && [turn.span[0] + found[0], turn.span[0] + found[1]];
}

/** The second of the last mark before a place. */
function timeAt({ startMs, marks }: Turn, place: number): number | null {
  return marks?.findLast(([offset]) => offset <= place)?.[1] ?? startMs;
}

function ownerIn(
  { name, how }: { name: string; how: Ownership },
  { evidence }: MeetingStatement,
  { view, people }: Given,
): MeetingAction["owner"] {
  const bare = name.replace(/\s+/g, " ").trim();
  if (bare === "" || nobody.has(bare.toLowerCase())) return null;
  const person = people.called(bare);
  const quotes = evidence.map(({ quote }) => quote);
  const stands = quotes.some(
    (quote) =>
      holdsName(quote, bare) ||
      (person && people.mentionsIn(quote).some((mention) => mention.person === person)),
  );
  if (!person?.isSpeaker && !stands) return null;
  if (person === null && !/^\p{Lu}/u.test(bare)) return null;
  const speaks = evidence.some(
    ({ turns, span, quote }) =>
      takesOn(quote, view.language) &&
      turns
        .flatMap((number) => view.turnAt(number) ?? [])
        .some((turn) => turn.speaker === person?.name && isIn(span, turn.span)),
  );
  if (how !== "named" && !speaks)
    return stands ? { name: person?.name ?? bare, how: "named" } : null;
  if (how === "named" && !stands) return null;
  return { name: person?.name ?? bare, how };
}

function dueIn(
  { on, words }: { on: string | null; words: string },
  { evidence }: MeetingStatement,
  view: MeetingView,
): MeetingAction["due"] {
  const context = { heldOn: view.input.heldOn, language: view.language };
  const quoted = evidence.flatMap(({ quote }) => findDues(quote, context));
  const around = evidence.flatMap(({ turns, span }) =>
    turns
      .flatMap((number) => view.turnAt(number) ?? [])
      .filter((turn) => isIn(span, turn.span))
      .flatMap((turn) => findDues(view.bare.slice(...turn.span), context)),
  );
  const said = folded(words);
  const all = [...quoted, ...around];
  const found =
    all.find((each) => on !== null && each.on === on && isPart(folded(each.words), said)) ??
    all.find((each) => on !== null && each.on === on) ??
    all.find((each) => said !== "" && isPart(folded(each.words), said)) ??
    (quoted.length === 1 ? quoted[0] : undefined);
  return found ? { on: found.on, words: found.words } : null;
}

function isPart(one: string, other: string): boolean {
  return one.includes(other) || other.includes(one);
}

function holdsName(quote: string, name: string): boolean {
  const escaped = name.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&").replace(/ /g, "\\s+");
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, "u").test(quote);
}

function folded(words: string): string {
  return words.toLowerCase().replace(/\s+/g, " ").trim();
}

function isIn([start, end]: Span, [from, to]: Span): boolean {
  return start >= from && end <= to;
}

function unit(value: number): number {
  return Number.isFinite(value) ? Math.max(0, Math.min(1, value)) : 0;
}
