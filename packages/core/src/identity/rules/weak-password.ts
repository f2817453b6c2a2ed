import { dictionary } from "@zxcvbn-ts/language-common";

import { invalidInput } from "../../errors";

type Person = { email: string; name: string };

const PRODUCT = "besunny";
const FEWEST_LETTERS_OF_ITS_OWN = 4;
const LONGEST_REPEATED = 5;

/** Refuses a password that is among the first that anybody would try (NIST SP 800-63B); `path` is its field in the form. */
export function refuseWeakPassword(password: string, person: Person, path = "password"): void {
  const message = weaknessOf(password, person);
  if (message) invalidInput(message, [{ path, message }]);
}

/** Why a password is refused, in words for whoever chose it; null when it is not. */
export function weaknessOf(password: string, person: Person): string | null {
  const given = password.toLowerCase().trim();
  if (isRepetition(given) || isSequence(given))
    return "This is one sign or one row of signs. Choose something longer to guess";
  if (isCommon(given)) return "This password is one that many people use. Choose another";
  if (isOfWords(given, [...wordsOf(person), PRODUCT]))
    return "This is little more than your name, your address or ours. Choose something that nobody can know";
  return null;
}

/** Common as it is, or with what people put before and after: digits and signs. */
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

/** "abcdefghij", "9876543210"; after 9 comes 0. */
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

/** Whether hardly a letter is left once these words are taken out. */
function isOfWords(given: string, words: readonly string[]): boolean {
  const longestFirst = words.toSorted((a, b) => b.length - a.length);
  const rest = longestFirst.reduce((text, word) => text.replaceAll(word, " "), given);
  const letters = rest.replace(/[^\p{L}]/gu, "");
  return rest !== given && letters.length < FEWEST_LETTERS_OF_ITS_OWN;
}
