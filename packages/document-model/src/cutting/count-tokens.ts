const piece =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|\p{L}[\p{L}\p{M}]*|\p{N}+|[^\s\p{L}\p{N}]/gu;

/**
 * About how many tokens a language model makes of a text: whole short words, long words in pieces, signs one by one. It
 * needs no vocabulary, so that cutting a document does not hang on a model.
 */
export function countTokens(text: string): number {
  let tokens = 0;
  for (const [each] of text.matchAll(piece)) {
    const isLatin = /^[\x21-\x7e]/.test(each);
    tokens += each.length <= 7 && isLatin ? 1 : Math.ceil(each.length / (isLatin ? 5 : 3));
  }
  return tokens;
}
