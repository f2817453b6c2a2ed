const SIGNATURE = /_{3,}|\.{6,}|^\W*(?:by|name|title|its|date|place|signature|signed)\s*:\s*\W*$/i;
const LONGEST_HEADING = 8;
const LONGEST_TITLE = 5;

/** True for a heading, a head of a table, a blank to sign or a line of marks, which answer nothing by themselves. */
export function isFurniture(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 2 || SIGNATURE.test(text)) return true;
  if (/:\s*$/.test(text)) return true;
  const words = text.trim().split(/\s+/);
  const isTitle = words.length > 1 && words.length <= LONGEST_TITLE && !/\p{N}/u.test(text);
  const rests = words.filter((word) => /^\p{Ll}{4,}/u.test(word)).length;
  if (
    isTitle &&
    rests === 0 &&
    /^[^.;!?]+[.;]?(?: [^.;!?]+\.)?$/.test(text.trim()) &&
    !/[:,@]/.test(text)
  )
    return true;
  if (/[.:;!?,]|\p{N}\s*$/u.test(text.replace(/^[\d.()\s]+/, "")) || words.length > LONGEST_HEADING)
    return false;
  const small = words.filter((word) => /^\p{Ll}{4,}/u.test(word)).length;
  return small <= words.length / 4;
}
