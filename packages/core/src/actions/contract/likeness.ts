/** Words that say nothing of what is to be done, in English and German. */
const common = new Set(
  (
    "a an and are at be by for from has have he her him his i in is it me my of on or our she so that the their them then they this to us we will with would you your " +
    "aber als am an auch auf aus bei bis das dem den der des die du ein eine einen einer er es für hat habe haben ich ihr im in ist mit nach noch sie sind so soll und uns vom von vor was wenn werde werden wir wird zu zum zur"
  ).split(" "),
);
const SHORTEST_STEM = 4;

/** Returns how alike two sentences are, from 0 to 1: the share of their words that both have. Endings of a word do not count. */
export function likenessOf(one: string, other: string): number {
  const ones = wordsOf(one);
  const others = wordsOf(other);
  if (numbersOf(ones) !== numbersOf(others) && numbersOf(ones) && numbersOf(others)) return 0;
  const fewer = ones.length <= others.length ? ones : others;
  const more = fewer === ones ? others : ones;
  if (fewer.length < 2)
    return fewer.length === more.length && fewer[0] === more[0] && fewer[0] ? 1 : 0;
  const shared = fewer.filter((word) => more.some((each) => isSame(word, each))).length;
  return shared / (ones.length + others.length - shared);
}

/** Two numbered things are the same only by the same number. */
const numbersOf = (words: readonly string[]): string =>
  words
    .filter((word) => /\p{N}/u.test(word))
    .sort()
    .join(" ");

function wordsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words.filter((word) => !common.has(word)))];
}

function isSame(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return (
    short.length >= SHORTEST_STEM &&
    long.length - short.length <= 3 &&
    long.startsWith(short.length > SHORTEST_STEM ? short.slice(0, -1) : short)
  );
}
