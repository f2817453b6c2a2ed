/** Fewer codes than these are a number that people know a document by. */
const LEAST_CODES = 3;
const LEAST_WORDS = 2;

/** Returns a title as a sentence may hold it: without the codes of a file's name, if it is full of them. */
export function readable(title: string): string {
  const tokens = title.split(" ");
  const words = tokens.filter((token) => !isCode(token));
  if (tokens.length - words.length < LEAST_CODES || words.length < LEAST_WORDS) return title;
  const apart = words.flatMap((word) =>
    word
      .replaceAll(/(?<=\p{L})(\p{Ll})(\p{Lu})/gu, "$1 $2")
      .replaceAll(/(\p{L}{3})(\d{1,2})$/gu, "$1 $2")
      .split(" "),
  );
  return [...new Set(apart)].join(" ");
}

/** "20180406", "8-K" and "EX-10.1" are codes; "Agreement2" is a word with a number. */
function isCode(token: string): boolean {
  return /\d/.test(token) && !/^\p{L}{4,}\d{0,2}$/u.test(token);
}
