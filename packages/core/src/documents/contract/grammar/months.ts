import { labelLanguages } from "../../../understanding/contract/cards/field-words";

let found: ReadonlyMap<string, number> | null = null;

/** Returns the month, 1 to 12, of a month's name in one of ten languages, long or short; undefined for another word. */
export function monthOf(word: string): number | undefined {
  found ??= allNames();
  return found.get(plain(word));
}

/** The platform knows the names; the short ones may end in a full stop. */
function allNames(): Map<string, number> {
  const names = new Map<string, number>();
  for (const language of labelLanguages)
    for (const style of ["long", "short"] as const)
      for (let month = 0; month < 12; month += 1) {
        const day = new Date(Date.UTC(2024, month, 15));
        const alone = new Intl.DateTimeFormat(language, { month: style, timeZone: "UTC" });
        // Some languages inflect the month beside a day.
        const beside = new Intl.DateTimeFormat(language, {
          day: "numeric",
          month: style,
          timeZone: "UTC",
        });
        const parts = beside.formatToParts(day).find(({ type }) => type === "month");
        for (const name of [alone.format(day), parts?.value ?? ""])
          if (/\p{L}/u.test(name) && !names.has(plain(name))) names.set(plain(name), month + 1);
      }
  return names;
}

function plain(word: string): string {
  return word
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/\p{M}|\./gu, "");
}
