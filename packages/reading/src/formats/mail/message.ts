import type { Metadata } from "@besunny/document-model/parsed-document";
import type { Part } from "../../contract/part";

export type Body = {
  html: string;
  text: string;
  /** The body of a message of Outlook that has no HTML and no text. */
  rtf?: Buffer | undefined;
};

/** A message of any mail format. Addresses are in the form that people read. */
export type Message = Body & {
  subject: string;
  from: string;
  to: string[];
  cc: string[];
  bcc: string[];
  sentAt: string | null;
  /** Bodies beside the first, such as that of winmail.dat: mostly the same words once more. */
  others: Body[];
  /** Details of an appointment or contact that are not in its body, one per line. */
  details: string[];
  calendars: string[];
  parts: Part[];
  warnings: string[];
} & Pick<Metadata, "messageId" | "inReplyTo" | "references">;

export function noMessage(): Message {
  return {
    subject: "",
    from: "",
    to: [],
    cc: [],
    bcc: [],
    sentAt: null,
    html: "",
    text: "",
    others: [],
    details: [],
    calendars: [],
    parts: [],
    warnings: [],
  };
}

/** Returns a date as ISO 8601, or null for an invalid date. */
export function isoDate(value: string | undefined): string | null {
  const date = new Date(value ?? "");
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/** Returns the message ids in a header, without their angle brackets. */
export function idsIn(header: string | undefined): string[] {
  const marked = [...(header ?? "").matchAll(/<([^<>\s]{1,500})>/g)].map(([, id = ""]) => id);
  return marked.length > 0 ? marked : (header ?? "").split(/\s+/).filter((id) => id.includes("@"));
}
