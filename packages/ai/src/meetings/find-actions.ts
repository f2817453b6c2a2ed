import type { Ownership } from "@besunny/document-model/statements/meeting-words";
import type { Turn } from "@besunny/document-model/transcripts/meeting-turns";
import type { Cues } from "./cues/cues";
import { type Due, findDues } from "./dates/find-dues";
import type { ActionDraft } from "./enforce";
import type { MeetingView, Said } from "./meeting-view";
import { isCommonName, type Mention, type People } from "./people";
import { contentWords, wordsOf } from "./spoken";

/** The sureness of a task, by the way in which it was found. */
const SURE = {
  committed: 0.8,
  offered: 0.62,
  accepted: 0.85,
  answered: 0.65,
  named: 0.72,
  asked: 0.55,
  told: 0.75,
  nobody: 0.6,
} as const;
const DATED = 0.1;
const WITHIN_TURNS = 2;
const LEAST_WORDS = 4;
const LEAST_CONTENT = 2;
const LATE = 0.8;
const NEAR_TURNS = 12;
/** Before this, people say how the meeting will go and what their part is. A meeting of fewer turns has no such beginning. */
const OPENING = 0.05;
const LEAST_TURNS = 100;
const partOfSomebody =
  /(?<!\p{L})I(?:['’]ll| will|['’]m going to|['’]m gonna) be \p{L}+ing(?!\p{L})/iu;
const asksForNod = /,? (?:okay|ok|right|alright|all right|ja|gut|oder)\?$/i;
const labelled = /:|action (?:item|point)|to-?do/i;
/** A name with a title, or a word that begins like one. */
const outsider =
  /(?<![\p{L}\p{N}])(?:(Frau|Herrn?|Mr\.?|Mrs\.?|Ms\.?|Dr\.) )?\p{Lu}\p{Ll}{2,}(?![\p{L}\p{N}])/gu;
const notNames = new Set(
  "and but so then now okay well yes yeah maybe perhaps because when what which that here there thank alright right sure good great are is was were do does did can could would will should shall have has had if so see like once unless while".split(
    " ",
  ),
);

/** `isGivenName` knows first names of people who are not in the meeting. */
type Given = {
  view: MeetingView;
  people: People;
  cues: Cues;
  isGivenName: (word: string) => boolean;
};
type Task = { said: Said[]; how: keyof typeof SURE; owner: ActionDraft["owner"]; dues: Due[] };

/** Finds what somebody took on, was asked and agreed to do, or was named for, by the words of the transcript. */
export function findActions(given: Given): ActionDraft[] {
  const taken = new Set<Said>();
  const tasks: Task[] = [];
  for (const said of given.view.sentences) {
    if (taken.has(said) || wordsOf(said.text).length < LEAST_WORDS) continue;
    const task = taskIn(said, given);
    if (!task || !saysWhat(task.said)) continue;
    for (const each of task.said) taken.add(each);
    tasks.push(task);
  }
  return tasks.map((task) => draftOf(task, given.view));
}

function taskIn(said: Said, given: Given): Task | null {
  const { cues, view } = given;
  const { text, turn } = said;
  const dues = duesIn(said, view);
  const isQuestion = text.endsWith("?") && !asksForNod.test(text);
  const mentions = given.people.mentionsIn(text);
  const isNone = cues.noTask.test(text);
  if (cues.requests.test(text) && !isNone) {
    const asked = requested(said, mentions, given);
    if (asked)
      return {
        ...asked,
        dues: [...dues, ...asked.said.slice(1).flatMap((each) => duesIn(each, view))],
      };
  }
  const named = namedFor(text, mentions, given);
  if (isQuestion && named && !isNone) {
    const asked = requested(said, mentions, given);
    if (asked?.how === "accepted") return { ...asked, dues };
  }
  if (isQuestion || isNone) return null;
  if (cues.commits.test(text) && !isOpening(said, dues, view))
    return { said: [said], how: "committed", owner: ownerOf(turn, "committed"), dues };
  if (named)
    return {
      said: [said],
      how: "named",
      owner: { name: named, how: named === turn.speaker ? "committed" : "named" },
      dues,
    };
  if (cues.told.test(text)) {
    const owner = addressee(text, mentions);
    return owner || isHandedOut(turn, given) ? { said: [said], how: "told", owner, dues } : null;
  }
  if (cues.offers.test(text)) {
    const answer = answersTo(turn, view).find(({ said: own }) =>
      own.slice(0, 2).some((each) => cues.wants.test(each.text)),
    );
    if (dues.length > 0 || answer)
      return { said: [said], how: "offered", owner: ownerOf(turn, "committed"), dues };
    return null;
  }
  return cues.tasks.test(text) && (dues.length > 0 || labelled.test(text))
    ? { said: [said], how: "nobody", owner: null, dues }
    : null;
}

/** A request is a task if who is named, or who answers, takes it on within two turns. */
function requested(
  said: Said,
  mentions: readonly Mention[],
  { view, people, cues }: Given,
): Omit<Task, "dues"> | null {
  const { turn } = said;
  const others = mentions.filter(({ person }) => person.name !== turn.speaker);
  const named = others[0] ?? addressedBefore(said, { view, people });
  const answers = answersTo(turn, view);
  for (const { turn: next, said: own } of answers) {
    const [first] = own;
    if (!first) continue;
    const isThem = named ? next.speaker === named.person.name : true;
    const text = own
      .slice(0, 2)
      .map((each) => each.text)
      .join(" ");
    const isStrong = cues.acceptsStrongly.test(text);
    const accepts = cues.accepts.test(text) && !cues.objects.test(text);
    if (isThem && cues.objects.test(text) && !isStrong) return null;
    if (!isThem || !(named || view.twoSpeak ? accepts || isStrong : isStrong)) continue;
    const reply = own.slice(0, 2).find((each) => cues.acceptsStrongly.test(each.text)) ?? first;
    return {
      said: [said, reply],
      how: named ? "accepted" : "answered",
      owner: ownerOf(next, "accepted"),
    };
  }
  if (!named) return null;
  const isTold = !said.text.endsWith("?");
  return isTold && others.length > 0
    ? { said: [said], how: "told", owner: { name: named.person.name, how: "named" } }
    : null;
}

/** Returns who is spoken to by name just before "you", or by a name that somebody in the meeting has. */
function addressee(text: string, mentions: readonly Mention[]): ActionDraft["owner"] {
  const [mention] = mentions;
  if (mention) return { name: mention.person.name, how: "named" };
  const [, name] =
    /(?:^|[.,;] |(?:so|and|okay|then),? )(\p{Lu}\p{Ll}{2,20}),? you(?!\p{L})/u.exec(text) ?? [];
  return name && !notNames.has(name.toLowerCase()) ? { name, how: "named" } : null;
}

/** True where somebody tells the agenda or his part in the work, and no day. */
function isOpening({ text, turn }: Said, dues: readonly Due[], { turns }: MeetingView): boolean {
  if (dues.length > 0 || turns.length < LEAST_TURNS) return false;
  return (
    turn.number <= turns.length * OPENING ||
    (partOfSomebody.test(text) && turn.number <= turns.length * LATE)
  );
}

/** True near the end, where somebody speaks of what comes after the meeting. Elsewhere "you" may be anybody. */
function isHandedOut({ number }: Turn, { view, cues }: Pick<Given, "view" | "cues">): boolean {
  if (number <= view.turns.length * LATE) return false;
  for (let near = -NEAR_TURNS; near <= NEAR_TURNS; near++) {
    const turn = view.turnAt(number + near);
    if (turn && view.saidIn(turn).some(({ text }) => cues.afterwards.test(text))) return true;
  }
  return false;
}

/** "Ben? Can you send it?": a name alone before the request. */
function addressedBefore(
  said: Said,
  { view, people }: Pick<Given, "view" | "people">,
): Mention | null {
  const before = view.sentences[said.at - 1];
  if (!before || before.turn !== said.turn || wordsOf(before.text).length > 4) return null;
  return (
    people.mentionsIn(before.text).find(({ person }) => person.name !== said.turn.speaker) ?? null
  );
}

/** Returns who is named to do something: somebody of the meeting, or somebody with a title or a first name that is known. */
function namedFor(
  text: string,
  mentions: readonly Mention[],
  { cues: { namedDoes, taker }, isGivenName }: Pick<Given, "cues" | "isGivenName">,
): string | null {
  const does = new RegExp(`^(?:\\s(?:expert|designer|manager|lead|team))?${namedDoes}`, "iu");
  const mention = mentions.find(({ end }) => does.test(text.slice(end)));
  if (mention) return mention.person.name;
  const [, taken] = taker?.exec(text) ?? [];
  for (const { 0: name, 1: title, index } of text.matchAll(outsider)) {
    const isKnown = title !== undefined || (isGivenName(name.toLowerCase()) && !isWord(name));
    const isDoing = name === taken || does.test(text.slice(index + name.length));
    if (
      isKnown &&
      isDoing &&
      !mentions.some((each) => each.start < index + name.length && index < each.end)
    )
      return name;
  }
  return null;
}

function isWord(name: string): boolean {
  return notNames.has(name.toLowerCase()) || isCommonName(name);
}

function answersTo(turn: Turn, view: MeetingView): { turn: Turn; said: readonly Said[] }[] {
  const found: { turn: Turn; said: readonly Said[] }[] = [];
  for (let ahead = 1; ahead <= WITHIN_TURNS + 1; ahead++) {
    const next = view.turnAt(turn.number + ahead);
    if (!next) break;
    if (next.speaker === turn.speaker) continue;
    found.push({ turn: next, said: view.saidIn(next) });
    if (found.length === WITHIN_TURNS) break;
  }
  return found;
}

function ownerOf({ speaker }: Turn, how: Ownership): ActionDraft["owner"] {
  return speaker === null ? null : { name: speaker, how };
}

/** A sentence without a matter, such as "I'll do it", says no task by itself. */
function saysWhat(said: readonly Said[]): boolean {
  const words = contentWords(said[0]?.text ?? "").filter((word) => !/['’]/.test(word));
  return words.length >= LEAST_CONTENT;
}

function duesIn({ text }: Said, { input, language }: MeetingView): Due[] {
  return findDues(text, { heldOn: input.heldOn, language });
}

const before =
  /(?:by|until|till|before|due|no later than|bis|spätestens|vor)\W+(?:\p{L}+\W+){0,2}$/iu;

function draftOf({ said, how, owner, dues }: Task, view: MeetingView): ActionDraft {
  const text = said[0]?.text ?? "";
  const due = dues.find(({ span }) => before.test(text.slice(0, span[0]))) ?? dues[0];
  return {
    text,
    confidence: Math.min(0.95, SURE[how] + (due ? DATED : 0)),
    evidence: said.map(({ turn, span }) => ({
      turns: [turn.number],
      quote: view.input.text.slice(...span),
      span,
    })),
    owner,
    due: due ? { on: due.on, words: due.words } : null,
  };
}
