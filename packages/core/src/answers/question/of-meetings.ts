import { overdueIn, widened } from "./bounds";
import { type DayRange, daysIn } from "./dates";
import { asksElsewhere, type MeetingPart, meetingPatterns } from "./meeting-patterns";
import { isCommon, wordsOf } from "./words";

/** A word of a question. `mayName` is false after "about", "with" or "to": there it is what is talked about. */
export type SubjectWord = { word: string; mayName: boolean };

/** A question about decisions or actions of meetings. */
export type AskedOfMeetings = {
  part: MeetingPart;
  language: "en" | "de";
  /** True if it asks for what is the asker's own. */
  isMine: boolean;
  /** Folded words of the name of the one who decided or is to do it; empty for anybody. */
  by: string[];
  /** Words that what is found has to hold. */
  words: SubjectWord[];
  /** The days on which it was said. */
  days: DayRange | null;
  /** The days on which actions are due. */
  due: DayRange | null;
  /** True if actions are asked for that are done. */
  isDone: boolean;
};

/** Returns what a question asks of the decisions and actions of meetings; null if it asks for something else. */
export function askedOfMeetings(question: string, now: Date): AskedOfMeetings | null {
  const all = wordsOf(question);
  const folded = all.join(" ");
  if (asksElsewhere.test(folded)) return null;
  for (const { part, language, asks } of meetingPatterns) {
    const match = asks.exec(folded);
    if (!match) continue;
    const who = wordsOf(match.groups?.who ?? "").filter((word) => !articles.has(word));
    const days = daysOf(question, now);
    const overdue = part === "actions" ? overdueIn(question, now) : null;
    const isDue = part === "actions" && days !== null && isOfDue(folded, days);
    const by = who.filter((word) => !everybody.has(word) && !isMe(word));
    const done = match.groups?.done;
    const said = new Set([...by, ...(days?.words ?? [])]);
    const words = subjectsIn(all, said, done && !isCommon(done) ? done : null);
    const isWho = all[0] === "who" || all[0] === "wer";
    if (isWho && part === "actions" && words.length === 0) return null;
    return {
      part,
      language,
      isMine: by.length === 0 && ownSaid.test(folded),
      by,
      words,
      days: isDue ? null : days,
      due: overdue ?? (isDue ? days : null),
      isDone: part === "actions" && /\b(?:done|completed|erledigte?[nrs]?)\b/.test(folded),
    };
  }
  return null;
}

const articles = new Set("the a an der die das den dem noch still".split(" "));
const everybody = new Set(
  "we us team group you they one people everybody everyone anybody wir uns man".split(" "),
);
const isMe = (word: string) => /^(?:i|me|my|mine|ich|mir|mich|meine?[nrs]?)$/.test(word);

const ownSaid =
  /\b(?:i|ich)\b|\b(?:my|meine[nr]?) (?:\p{L}+ ){0,3}?(?:actions?|to dos?|todos?|tasks?|aufgaben)\b/u;

/** Verbs and words of the question itself. */
const helping = new Set(
  (
    "decide decided decision decisions agree agreed make made take taken took reach reached owe owes action actions item items task tasks todo todos dos " +
    "open overdue outstanding completed unfinished next own current done doing need needs promise promised wanted wants want offered volunteered going supposed left " +
    "takes care about regarding concerning so far already ever finally actually meeting meetings call calls talk project anything something due " +
    "beschlossen entschieden vereinbart ausgemacht geeinigt festgelegt beschluss beschlusse entscheidung entscheidungen getroffen gefasst gefallt worden aufgabe aufgaben offen offene offenen offener uberfallig " +
    "uberfallige erledigt erledigte erledigten tun machen macht erledigen versprochen zugesagt schuldet schulde schulden wollte will sollte kummert sich ubernimmt besprechung besprechungen sitzung projekt schon bereits " +
    "bezuglich hinsichtlich wegen fallig eigentlich seit bis vor etwas worauf wofur ab to"
  ).split(" "),
);
const aboutWords = new Set(
  "about regarding concerning on with to that whether uber zu zur zum mit wegen bezuglich dass an".split(
    " ",
  ),
);
const ownWords = new Set("of by for from von fur since until before seit bis".split(" "));

function subjectsIn(
  all: readonly string[],
  said: ReadonlySet<string>,
  done: string | null,
): SubjectWord[] {
  const words = new Map<string, SubjectWord>();
  let isAbout = false;
  for (const word of all) {
    if (aboutWords.has(word)) isAbout = true;
    if (ownWords.has(word)) isAbout = false;
    const isVerb = word === done;
    if (said.has(word) || isMe(word)) continue;
    if (isVerb) {
      words.set(word, { word, mayName: false });
      isAbout = true;
    } else if (!isCommon(word) && !helping.has(word) && !words.has(word)) {
      words.set(word, { word, mayName: !isAbout });
    }
  }
  return [...words.values()];
}

function daysOf(question: string, now: Date): DayRange | null {
  const named = daysIn(question, now);
  return named && widened(question, named);
}

const FIRST_DAY = "0001-01-01";

/** "By March" and "due in March" are days on which something is due; "since March" is when it was said. */
function isOfDue(folded: string, { from }: DayRange): boolean {
  return from === FIRST_DAY || /\b(?:due|fallig)\b/.test(folded);
}
