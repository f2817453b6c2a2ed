import { createDocumentBuilder } from "@besunny/document-model/document-builder";
import type { Metadata, ParsedDocument } from "@besunny/document-model/parsed-document";
import type { ReaderInput } from "../../contract/reader-input";
import { decodeText } from "../../detect/decode-text";
import { addMarkdown } from "./add-markdown";

/** Markdown, with what its front matter says of it. */
export async function readMarkdown(source: ReaderInput): Promise<ParsedDocument> {
  const builder = createDocumentBuilder(source);
  builder.startPage({ kind: "flow" });
  const { body, metadata } = withoutFrontMatter(
    decodeText(source.bytes)
      .replace(/^\ufeff/, "")
      .replace(/\r\n?/g, "\n"),
  );
  Object.assign(builder.metadata, metadata);
  await addMarkdown(builder, body, source);
  return builder.build();
}

function withoutFrontMatter(text: string): { body: string; metadata: Metadata } {
  const mark = /^(---|\+\+\+)\n/.exec(text)?.[1];
  if (!mark) return { body: text, metadata: {} };
  const end = text.indexOf(`\n${mark}`, 3);
  const front = end > 0 && end < 20_000 ? text.slice(4, end) : "";
  if (!/^[\w-]+\s*[:=]/m.test(front)) return { body: text, metadata: {} };
  const fields = new Map<string, string>();
  for (const line of front.split("\n")) {
    const [, name, value = ""] = /^([\w-]+)\s*[:=]\s*(.*)$/.exec(line) ?? [];
    if (name) fields.set(name.toLowerCase(), unquoted(value));
  }
  const date = new Date(fields.get("date") ?? "");
  const [title, author, subject] = ["title", "author", "description"].map((name) =>
    fields.get(name),
  );
  const keywords = listed(fields.get("tags") ?? fields.get("keywords") ?? "");
  return {
    body: text.slice(end + 1 + mark.length),
    metadata: {
      ...(title && { title }),
      ...(author && { author }),
      ...(subject && { subject }),
      ...(keywords.length > 0 && { keywords }),
      ...(!Number.isNaN(date.getTime()) && { createdAt: date.toISOString() }),
    },
  };
}

function unquoted(value: string): string {
  return value.trim().replace(/^(["'])(.*)\1$/, "$2");
}

function listed(value: string): string[] {
  return value
    .replace(/^\[|\]$/g, "")
    .split(",")
    .map((word) => unquoted(word))
    .filter(Boolean);
}
