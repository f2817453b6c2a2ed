import type { Metadata } from "@besunny/document-model/parsed-document";
import type { Part } from "../../contract/part";

/** A message of whatever mail format. Addresses are written as people read them. */
export type Message = {
  subject: string;
  from: string;
  to: string[];
  cc: string[];
  bcc: string[];
  sentAt: string | null;
  html: string;
  text: string;
  /** Lines of what an appointment or contact says beside its body. */
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
    details: [],
    calendars: [],
    parts: [],
    warnings: [],
  };
}

/** A date as ISO 8601; null for what is none. */
export function isoDate(value: string | undefined): string | null {
  const date = new Date(value ?? "");
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/** Message ids without their angle brackets. */
export function idsIn(header: string | undefined): string[] {
  const marked = [...(header ?? "").matchAll(/<([^<>\s]{1,500})>/g)].map(([, id = ""]) => id);
  return marked.length > 0 ? marked : (header ?? "").split(/\s+/).filter((id) => id.includes("@"));
}
