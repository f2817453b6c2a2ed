import type { ReportGrain, ReportUnit } from "./report-document";

const MICRO = 1_000_000;

/** Returns a figure as people read it, with all of its digits: $1.234567, 12.34 %, 1,234,567 bytes. A dash where there is none. */
export function figureText(value: number | null, unit: ReportUnit): string {
  if (value === null) return "–";
  switch (unit) {
    case "microUsd":
      return `$${digits(value / MICRO, 2, 6)}`;
    case "share":
      return `${digits(value * 100, 0, 2)} %`;
    case "score":
      return digits(value, 0, 4);
    case "ms":
      return `${digits(value, 0, 1)} ms`;
    default:
      return digits(value, 0, 2);
  }
}

/** Returns the unit as a word after figures; empty where the figure says it itself. */
export function unitWord(unit: ReportUnit): string {
  return ["microUsd", "share", "score", "ms"].includes(unit) ? "" : unit;
}

/** Returns how a figure changed against the one before, such as "+12.5 %"; null where that says nothing. */
export function changeText(now: number | null, before: number | null): string | null {
  if (now === null || before === null || before === 0) return null;
  const change = ((now - before) / Math.abs(before)) * 100;
  const sign = change > 0 ? "+" : change < 0 ? "−" : "±";
  return `${sign}${digits(Math.abs(change), 0, 1)} %`;
}

/** Returns the beginning of a part of a range, in the report's zone: "2026-03-29 02:00" for hours, "2026-03" for months, else the day. */
export function partText(at: Date | null, grain: ReportGrain, timeZone: string): string {
  if (at === null) return "";
  const { day, time } = localTime(at, timeZone);
  if (grain === "hour") return `${day} ${time}`;
  return grain === "month" ? day.slice(0, 7) : day;
}

/** Returns a moment in a zone, to the minute: "2026-03-29 14:05". */
export function momentText(at: Date, timeZone: string): string {
  const { day, time } = localTime(at, timeZone);
  return `${day} ${time}`;
}

/** Returns the day and the minute that clocks in a zone show at a moment. */
export function localTime(at: Date, timeZone: string): { day: string; time: string } {
  const parts = Object.fromEntries(
    formatIn(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  return {
    day: `${parts.year}-${parts.month}-${parts.day}`,
    time: `${parts.hour}:${parts.minute}`,
  };
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  formats.set(timeZone, made);
  return made;
}

function digits(value: number, least: number, most: number): string {
  return value.toLocaleString("en", {
    minimumFractionDigits: least,
    maximumFractionDigits: most,
  });
}
