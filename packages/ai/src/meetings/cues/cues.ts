import type { Tone } from "@besunny/document-model/statements/meeting-words";

/** The words of a language by which things that are said in a meeting are known. */
export type Cues = {
  /** The speaker takes something on: "I'll send it". */
  commits: RegExp;
  /** The speaker offers or plans, which is a commitment only with a date: "I can send it". */
  offers: RegExp;
  /** The speaker asks somebody to do something. */
  requests: RegExp;
  /** Says that the listener has a task: "you'll be working on the design". */
  told: RegExp;
  /** An answer that welcomes an offer. */
  wants: RegExp;
  /** An answer that takes on what was asked. `strong` ones say so even where nobody was named. */
  accepts: RegExp;
  acceptsStrongly: RegExp;
  /** The words after a name that is to do something: "Anna" will send it. */
  namedDoes: string;
  /** Words before a name that takes a task: "das übernimmt" Anna. The name is the first group. */
  taker?: RegExp;
  /** A task of nobody in particular. */
  tasks: RegExp;
  /** Words by which a sentence is no task, though it looks like one. */
  noTask: RegExp;
  decides: RegExp;
  /** Suggests what becomes a decision if others agree. */
  proposes: RegExp;
  agrees: RegExp;
  objects: RegExp;
  /** Words by which a sentence is no decision, though it looks like one. */
  noDecision: RegExp;
  /** An answer that leaves a question open. */
  unknown: RegExp;
  /** Says that a question is open. */
  openQuestion: RegExp;
  asks: RegExp;
  movesOn: RegExp;
  blocked: RegExp;
  followUp: RegExp;
  /** Speaks of what comes after the meeting. */
  afterwards: RegExp;
  informs: RegExp;
  postponed: RegExp;
  tones: Readonly<Record<Tone, RegExp>>;
  negation: RegExp;
};
