const MOST_WORDS = 50;

const kinds: Readonly<Record<string, readonly string[]>> = {
  all: [],
  documents: [
    "application/pdf",
    "application/msword",
    "application/vnd.*",
    "application/rtf",
    "text/*",
  ],
  pictures: ["image/*"],
};

/** Returns the media types of a choice of kinds. */
export function mediaTypesOf(choice: string): readonly string[] {
  return kinds[choice] ?? [];
}

/** Returns the choice of kinds that these media types are, or all. */
export function kindsOf(mediaTypes: readonly string[] | undefined): string {
  const wanted = JSON.stringify(mediaTypes ?? []);
  return Object.keys(kinds).find((choice) => JSON.stringify(kinds[choice]) === wanted) ?? "all";
}

/** Reads words that are separated with commas. */
export function listOf(text: string): string[] {
  const words = text.split(",").map((word) => word.trim());
  return [...new Set(words.filter((word) => word !== ""))].slice(0, MOST_WORDS);
}

export function textOf(words: readonly string[] | undefined): string {
  return (words ?? []).join(", ");
}

/** Returns the day of a moment as a field for days has it. An address holds moments as text. */
export function dayOf(moment: unknown): string {
  if (moment instanceof Date) return moment.toISOString().slice(0, 10);
  return typeof moment === "string" ? moment.slice(0, 10) : "";
}
