import type { DocumentBuilder } from "@besunny/document-model/document-builder";
import {
  type Component,
  type Property,
  parseCalendar,
  propertiesOf,
  textNamed,
  textOfProperty,
} from "./calendar";
import { periodOf, startOf, timeOf, whenOf } from "./calendar-times";
import { recurrenceInWords } from "./recurrence";

const kinds: Record<string, string> = {
  VEVENT: "Event",
  VTODO: "Task",
  VJOURNAL: "Journal entry",
  VFREEBUSY: "Free and busy times",
};

const methods: Record<string, string> = {
  REQUEST: "Invitation",
  CANCEL: "Cancellation",
  REPLY: "Reply to an invitation",
  COUNTER: "Proposal of another time",
};

type Options = { level: number; most?: number };

/** Adds events, tasks, journal entries and busy times, each under a heading with its details. Returns the number of entries. */
export function addCalendar(
  builder: DocumentBuilder,
  text: string,
  { level, most }: Options,
): number {
  const calendars = parseCalendar(text);
  const entries = entriesIn(calendars);
  const kept = entries.slice(0, most ?? entries.length);
  for (const { entry, method } of kept) addEntry(builder, entry, method, level);
  if (kept.length < entries.length)
    builder.warnings.push(`Only the first ${kept.length} of ${entries.length} entries were read.`);
  return kept.length;
}

/** Returns the name of the calendar itself, or "" if it has none. */
export function calendarName(text: string): string {
  const [calendar] = parseCalendar(text.slice(0, 100_000));
  return calendar ? textNamed(calendar, "X-WR-CALNAME") || textNamed(calendar, "NAME") : "";
}

type Entry = { entry: Component; method: string };

function entriesIn(components: Component[], method = ""): Entry[] {
  return components.flatMap((component) => {
    if (component.name in kinds) return [{ entry: component, method }];
    return entriesIn(component.components, textNamed(component, "METHOD").toUpperCase() || method);
  });
}

function addEntry(builder: DocumentBuilder, entry: Component, method: string, level: number) {
  const title = textNamed(entry, "SUMMARY") || kinds[entry.name] || "";
  builder.add({ kind: "heading", level, text: title });
  const lines: [string, string][] = [
    ["Kind", methods[method] ?? (entry.name === "VEVENT" ? "" : (kinds[entry.name] ?? ""))],
    ["When", whenOf(entry)],
    ["Due", dateOf(entry, "DUE")],
    ["Completed", dateOf(entry, "COMPLETED")],
    ["Done", percentOf(entry)],
    ["Replaces", replacedBy(entry)],
    ["Repeats", rulesOf(entry, "RRULE")],
    ["Also on", propertiesOf(entry, "RDATE").flatMap(eachTime).join(", ")],
    [
      "Except",
      [...propertiesOf(entry, "EXDATE").flatMap(eachTime), rulesOf(entry, "EXRULE")]
        .filter(Boolean)
        .join(", "),
    ],
    ...busyTimesOf(entry),
    ["Where", textNamed(entry, "LOCATION")],
    ["Organiser", propertiesOf(entry, "ORGANIZER").map(personOf).join(", ")],
    ["Attendees", propertiesOf(entry, "ATTENDEE").map(attendeeOf).join(", ")],
    ["Status", textNamed(entry, "STATUS").toLowerCase().replaceAll("-", " ")],
    ["Categories", propertiesOf(entry, "CATEGORIES").map(textOfProperty).join(", ")],
    ["Link", textNamed(entry, "URL")],
  ];
  const text = lines.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : [])).join("\n");
  builder.add({ kind: "paragraph", text });
  for (const name of ["DESCRIPTION", "COMMENT"])
    for (const property of propertiesOf(entry, name))
      for (const paragraph of textOfProperty(property).split(/\n\s*\n/))
        builder.add({ kind: "paragraph", text: paragraph });
}

function dateOf(entry: Component, name: string): string {
  const [property] = propertiesOf(entry, name);
  return property ? timeOf(property) : "";
}

function rulesOf(entry: Component, name: string): string {
  const start = startOf(entry);
  return propertiesOf(entry, name)
    .map(({ value }) => recurrenceInWords(value, start))
    .join("; ");
}

/** Names the occurrence of a series that an entry replaces. */
function replacedBy(entry: Component): string {
  const [replaced] = propertiesOf(entry, "RECURRENCE-ID");
  if (!replaced) return "";
  const isRest = replaced.parameters.get("RANGE")?.toUpperCase() === "THISANDFUTURE";
  return `the occurrence of ${timeOf(replaced)}${isRest ? " and all after it" : ""}`;
}

function percentOf(entry: Component): string {
  const percent = textNamed(entry, "PERCENT-COMPLETE");
  return /^\d{1,3}$/.test(percent) ? `${percent} %` : "";
}

function eachTime(property: Property): string[] {
  return property.value.split(",").map((value) => {
    const each = { ...property, value };
    return value.includes("/") ? periodOf(each) : timeOf(each);
  });
}

const busyKinds: Record<string, string> = {
  FREE: "Free",
  "BUSY-TENTATIVE": "Busy, tentative",
  "BUSY-UNAVAILABLE": "Unavailable",
};

function busyTimesOf(entry: Component): [string, string][] {
  const byKind = Map.groupBy(
    propertiesOf(entry, "FREEBUSY"),
    ({ parameters }) => busyKinds[parameters.get("FBTYPE")?.toUpperCase() ?? ""] ?? "Busy",
  );
  return [...byKind].map(([kind, times]) => [kind, times.flatMap(eachTime).join("; ")]);
}

function personOf({ value, parameters }: Property): string {
  const address = value.replace(/^mailto:/i, "").trim();
  const name = parameters.get("CN")?.trim() ?? "";
  return name && name !== address ? `${name} <${address}>` : address;
}

const answers: Record<string, string> = {
  ACCEPTED: "accepted",
  DECLINED: "declined",
  TENTATIVE: "tentative",
  DELEGATED: "delegated",
  "NEEDS-ACTION": "not answered",
};

function attendeeOf(property: Property): string {
  const answer = answers[property.parameters.get("PARTSTAT")?.toUpperCase() ?? ""];
  const isOptional = property.parameters.get("ROLE")?.toUpperCase() === "OPT-PARTICIPANT";
  const notes = [isOptional ? "optional" : "", answer ?? ""].filter(Boolean).join(", ");
  return `${personOf(property)}${notes ? ` (${notes})` : ""}`;
}
