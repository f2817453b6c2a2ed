import { dictionary } from "@zxcvbn-ts/language-common";

import { invalidInput } from "../../errors";

type Person = { email: string; name: string };

const PRODUCT = "besunny";
const FEWEST_LETTERS_OF_ITS_OWN = 4;
const LONGEST_REPEATED = 5;

/** Throws `INVALID_INPUT` for a password that attackers try first (NIST SP 800-63B). `path` is its field in the form. */
export function refuseWeakPassword(password: string, person: Person, path = "password"): void {
  const message = weaknessOf(password, person);
  if (message) invalidInput(message, [{ path, message }]);
}

/** Returns the reason why a password is refused, in words for people; null if the password is accepted. */
export function weaknessOf(password: string, person: Person): string | null {
  const given = password.toLowerCase().trim();
  if (isRepetition(given) || isSequence(given))
    return "This is one sign or one row of signs. Choose something longer to guess";
  if (isCommon(given)) return "This password is one that many people use. Choose another";
  if (isOfWords(given, [...wordsOf(person), PRODUCT]))
    return "This is little more than your name, your address or ours. Choose something that nobody can know";
  return null;
}

/** Returns whether a password is common, also without the digits and signs that people put before and after it. */
function isCommon(given: string): boolean {
  const core = given.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  return common().has(given) || (core.length > 3 && common().has(core));
}

let known: ReadonlySet<string> | undefined;
function common(): ReadonlySet<string> {
  known ??= new Set(dictionary["passwords-common"]);
  return known;
}

function isRepetition(given: string): boolean {
  const lengths = Array.from({ length: LONGEST_REPEATED }, (_, index) => index + 1);
  return lengths.some((length) => {
    const piece = given.slice(0, length);
    return (
      length * 2 <= given.length && piece.repeat(Math.ceil(given.length / length)).startsWith(given)
    );
  });
}

/** Returns whether the signs follow each other, as in "abcdefghij" or "9876543210"; after 9 comes 0. */
function isSequence(given: string): boolean {
  const codes = [...given].map((sign) => sign.charCodeAt(0));
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? code));
  const follows = (step: number) => steps.every((each) => each === step || each === -9 * step);
  return follows(1) || follows(-1);
}

function wordsOf({ email, name }: Person): string[] {
  const [local = "", domain = ""] = email.toLowerCase().split("@");
  return [email.toLowerCase(), local, domain, name.toLowerCase()]
    .flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)])
    .filter((word) => word.length >= 3);
}

/** Returns whether hardly a letter is left after these words are removed. */
function isOfWords(given: string, words: readonly string[]): boolean {
  const longestFirst = words.toSorted((a, b) => b.length - a.length);
  const rest = longestFirst.reduce((text, word) => text.replaceAll(word, " "), given);
  const letters = rest.replace(/[^\p{L}]/gu, "");
  return rest !== given && letters.length < FEWEST_LETTERS_OF_ITS_OWN;
}
