import type { Metadata } from "@besunny/document-model/parsed-document";
import { idsIn } from "./message";

export type Headers = {
  date?: string;
  messageId?: string;
  threads: Pick<Metadata, "inReplyTo" | "references">;
};

/** Parses the few headers that Outlook stores only in the original header of the mail. */
export function emlHeaders(source: string): Headers {
  const headers = new Map<string, string>();
  for (const line of source
    .slice(0, 200_000)
    .replace(/\r?\n[ \t]+/g, " ")
    .split(/\r?\n/)) {
    const at = line.indexOf(":");
    const name = line.slice(0, at).trim().toLowerCase();
    if (at > 0 && !headers.has(name)) headers.set(name, line.slice(at + 1).trim());
  }
  const [messageId] = idsIn(headers.get("message-id"));
  const [inReplyTo] = idsIn(headers.get("in-reply-to"));
  const references = idsIn(headers.get("references")).slice(-100);
  const date = headers.get("date");
  return {
    ...(date && { date }),
    ...(messageId && { messageId }),
    threads: { ...(inReplyTo && { inReplyTo }), ...(references.length > 0 && { references }) },
  };
}
