const firstDay = Date.UTC(2001, 0, 1);

/** Returns a date that iWork counts in seconds from the beginning of 2001, with its time unless that is midnight. */
export function dateOf(seconds: number): string {
  const date = new Date(firstDay + seconds * 1_000);
  if (Number.isNaN(date.getTime())) return "";
  return date
    .toISOString()
    .replace(/T00:00:00\.000Z$/, "")
    .replace(/\.000Z$/, "")
    .replace("T", " ");
}
