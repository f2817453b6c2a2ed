const longest = 200;
const longestEnding = 20;

/** The last part of a path as the name of a file, without what file systems and screens stumble over; empty where nothing is left. */
export function safeName(name: string): string {
  const clean = name
    .replace(/[\p{Cc}\p{Bidi_Control}\u200b\ufeff]/gu, "")
    .replace(/^.*[\\/]/, "")
    .replace(/^\.+/, "")
    .toWellFormed()
    .trim();
  if (clean.length <= longest) return clean;
  const point = clean.lastIndexOf(".");
  const ending = point > clean.length - longestEnding ? clean.slice(point) : "";
  return clean.slice(0, longest - ending.length).toWellFormed() + ending;
}
