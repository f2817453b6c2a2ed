import type { MeetingInput } from "./meeting";

/** A person of a meeting. `name` is as the transcript or the invitation writes it. */
export type Person = { name: string; isSpeaker: boolean };

/** A person who is named in a text, from `start` to `end`. */
export type Mention = { person: Person; start: number; end: number };

export type People = {
  /** Returns those who are named in a text, in order. */
  mentionsIn(text: string): Mention[];
  /** Returns the person of a name, in full or by a first name that one alone has. */
  called(name: string): Person | null;
};

const generic =
  /^(?:(?:speaker|sprecher(?:in)?|participant|teilnehmer(?:in)?|person|guest|gast|spk|spkr|user|caller|voice|unknown|unbekannt|unidentified)(?:[\s_#-]*(?:speaker|[\p{L}\d]{1,3}))?(?:,? (?:part|teil) \d+)?|[a-z]|\d{1,3}|\+?\d[\d\s()-]{5,})$/iu;

/** Words that are first names and other words too: they alone name nobody. */
const common = new Set(
  "will mark bill may june grace hope rich guy art bob pat sue drew chase faith joy frank ernst horst mai wolf".split(
    " ",
  ),
);
const least = 3;

/** True for a first name that is another word too. */
export function isCommonName(name: string): boolean {
  return common.has(name.toLowerCase());
}

/** True for a name of nobody in particular, such as "Speaker 2". */
export function isGenericName(name: string): boolean {
  return generic.test(name.trim());
}

export function peopleOf({ turns, people = [] }: Pick<MeetingInput, "turns" | "people">): People {
  const speakers = new Set(turns.flatMap(({ speaker }) => (speaker === null ? [] : [speaker])));
  const all = [
    ...[...speakers].map((name) => ({ name, isSpeaker: true })),
    ...people.filter((name) => !speakers.has(name)).map((name) => ({ name, isSpeaker: false })),
  ];
  const byForm = new Map<string, Person | null>();
  for (const person of all)
    for (const form of new Set(formsOf(person.name))) {
      const other = byForm.get(form);
      // The same first name of two people names neither of them.
      const isSame = other !== undefined && other !== null && sameName(other.name, person.name);
      if (!isSame) byForm.set(form, other === undefined ? person : null);
    }
  const forms = [...byForm.keys()].sort((a, b) => b.length - a.length).map(escaped);
  const pattern =
    forms.length > 0
      ? new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms.join("|")})(?![\\p{L}\\p{N}])`, "giu")
      : null;

  return {
    mentionsIn(text) {
      if (!pattern) return [];
      return [...text.matchAll(pattern)].flatMap(({ 0: words, index }) => {
        const person = byForm.get(words.toLowerCase());
        const isName = words.includes(" ") || /^\p{Lu}/u.test(words);
        const isClear = index > 0 || !common.has(words.toLowerCase());
        return person && isName && isClear
          ? [{ person, start: index, end: index + words.length }]
          : [];
      });
    },
    called: (name) => byForm.get(plain(name)) ?? null,
  };
}

function formsOf(name: string): string[] {
  const whole = plain(name);
  const [last = "", first] = whole.split(/,\s*/);
  const ordered = first ? `${first} ${last}` : whole;
  const parts = ordered.split(/\s+/);
  if (isGenericName(name) || parts.length === 1) return [ordered];
  const [given = "", family = ""] = [parts[0], parts.at(-1)];
  const titled = ["mr", "mrs", "ms", "dr", "herr", "frau"].map((title) => `${title} ${family}`);
  const isRole =
    /^(?:project|industrial|user|product|marketing|team|head|chief|vice|phd|grad)$/.test(given);
  const alone = isRole || given.length < least || common.has(given) ? [] : [given];
  return [ordered, ...alone, ...titled];
}

function plain(name: string): string {
  return name
    .replace(/\s*[([].*?[)\]]\s*/g, " ")
    .replace(/@\S*/, "")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

function sameName(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function escaped(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&").replace(/ /g, "\\s+");
}
