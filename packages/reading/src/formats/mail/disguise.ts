/** Words that the parser of mails must not see, and the words that it sees instead. */
const words: [word: RegExp, seen: string, again: RegExp, shown: string][] = [
  // The parser joins flowed lines without a look at their quotation marks.
  [/\bformat=("?)flowed/gi, "format=$1fl0wed", /\bformat=("?)fl0wed/gi, "format=$1flowed"],
  // The parser decodes a calendar before its folded lines are whole.
  [
    /^(content-type:[ \t]*)text\/calendar\b/gim,
    "$1text/ca1endar",
    /^(content-type:[ \t]*)text\/ca1endar\b/gim,
    "$1text/calendar",
  ],
];

export const disguisedCalendar = "text/ca1endar";

export function disguised(message: string): string {
  return words.reduce((text, [word, seen]) => text.replace(word, seen), message);
}

/** Returns a text or a message inside a message as it was. */
export function undisguised(text: string): string {
  return words.reduce((kept, [, , again, shown]) => kept.replace(again, shown), text);
}
