const zones: Record<string, number> = {
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
};

/** Returns the date of a mail header as ISO 8601 in the zone that the header names, or null for an invalid date. */
export function headerDate(value: string | undefined): string | null {
  const plain = (value ?? "").replace(/\([^()]*\)/g, " ").trim();
  const date = new Date(plain);
  return Number.isNaN(date.getTime()) ? null : inZone(date, offsetOf(plain));
}

/** Returns a moment in the zone of a mail header, or in UTC if the header has none. Returns null for an invalid moment. */
export function inZoneOf(moment: string | undefined, header: string | undefined): string | null {
  const date = new Date(moment ?? "");
  if (Number.isNaN(date.getTime())) return null;
  return inZone(date, offsetOf((header ?? "").replace(/\([^()]*\)/g, " ").trim()));
}

function offsetOf(date: string): number {
  const [, sign, hours, minutes] = /([+-])(\d\d):?(\d\d)$/.exec(date) ?? [];
  if (sign) return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  return zones[/[A-Z]{3}$/i.exec(date)?.[0].toUpperCase() ?? ""] ?? 0;
}

function inZone(date: Date, minutes: number): string {
  if (minutes === 0 || Math.abs(minutes) > 15 * 60) return date.toISOString();
  const local = new Date(date.getTime() + minutes * 60_000);
  if (Number.isNaN(local.getTime())) return date.toISOString();
  const size = Math.abs(minutes);
  const two = (number: number) => String(number).padStart(2, "0");
  const zone = `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  return local.toISOString().replace(/\.\d{3}Z$/, zone);
}
