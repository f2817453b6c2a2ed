const LONGEST = 60;

/** Returns the title of a tab: what tells it from other tabs first, then the screen. Parts that are empty are left out. */
export function tabTitleOf(...parts: (string | null | undefined)[]): string {
  return parts
    .map((part) => (part ?? "").trim())
    .filter(Boolean)
    .map((part) => (part.length > LONGEST ? `${part.slice(0, LONGEST).trimEnd()}…` : part))
    .join(" · ");
}
