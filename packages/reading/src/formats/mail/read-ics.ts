import { createDocumentBuilder } from "@besunny/document-model/document-builder";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import type { ReaderInput } from "../../contract/reader-input";
import { addCode } from "../plain/add-code";
import { addCalendar, calendarName } from "./calendar/add-calendar";
import { calendarText } from "./calendar/calendar-text";

/** Reads a calendar, with a heading for each entry. */
export async function readIcs(source: ReaderInput): Promise<ParsedDocument> {
  const builder = createDocumentBuilder(source);
  builder.startPage({ kind: "flow" });
  const text = calendarText(source.bytes);
  const name = calendarName(text);
  if (name) {
    builder.metadata.title = name;
    builder.add({ kind: "title", text: name });
  }
  const count = addCalendar(builder, text, { level: 2, most: source.limits.pages });
  if (count === 0) addCode(builder, text.replace(/\r\n?/g, "\n"));
  return builder.build();
}
