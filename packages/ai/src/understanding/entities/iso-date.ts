/** True for a day that a document may name: 1800 to 2200, and one that the calendar has. */
export function isDay(year: number, month: number, day: number): boolean {
  if (year < 1800 || year > 2200 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Returns a date in ISO 8601; without a day, year and month alone. */
export function isoDate(year: number, month: number, day: number | null): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return [String(year).padStart(4, "0"), two(month), ...(day === null ? [] : [two(day)])].join("-");
}
