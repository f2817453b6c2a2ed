/** Returns the items of a list with commas, in words, such as "Monday, Tuesday and Friday", or "" for no list. */
export function listed(value: string | undefined, inWords: (item: string) => string): string {
  if (!value) return "";
  const items = value.split(",").map((item) => inWords(item.trim()));
  const last = items.pop() ?? "";
  return items.length > 0 ? `${items.join(", ")} and ${last}` : last;
}

/** Returns a place in words. Negative places count from the end: -1 is "last", -2 "second last". */
export function ordinal(number: number): string {
  if (number === -1) return "last";
  if (number < 0) return `${ordinal(-number)} last`;
  const word = ["first", "second", "third", "fourth", "fifth"][number - 1];
  return word ?? `${number}${ending(number)}`;
}

function ending(number: number): string {
  if (number % 100 >= 11 && number % 100 <= 13) return "th";
  return ["th", "st", "nd", "rd"][number % 10] ?? "th";
}
