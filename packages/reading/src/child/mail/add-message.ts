import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ModelBuilder } from "../../model-builder";
import { addPlainText } from "../plain/read-text";
import type { Source } from "../read-file";
import { addHtml } from "../web/add-html";

/** A message of whatever mail format. Addresses are written as people read them. */
export type Message = {
  subject: string;
  from: string;
  to: string[];
  cc: string[];
  sentAt: string | null;
  html: string;
  text: string;
};

export type Part = { fileName: string; mediaType: string; bytes: Buffer; isInline: boolean };

export function addMessage(
  builder: ModelBuilder,
  { subject, from, to, cc, sentAt, html, text }: Message,
) {
  const { metadata } = builder;
  builder.startPage({ kind: "flow" });
  if (subject) {
    metadata.title = subject;
    metadata.subject = subject;
    builder.add({ kind: "title", text: subject });
  }
  if (from) metadata.from = from;
  if (to.length > 0) metadata.to = to;
  if (sentAt) metadata.sentAt = sentAt;
  const lines = [
    ["From", from],
    ["To", to.join(", ")],
    ["Cc", cc.join(", ")],
    ["Date", sentAt ?? ""],
  ];
  builder.add({
    kind: "paragraph",
    text: lines.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : [])).join("\n"),
  });
  const before = builder.length;
  if (html.trim() !== "") addHtml(builder, html);
  if (builder.length === before) addPlainText(builder, text);
}

const tinyBytes = 4_096;

/** Writes attachments out. Small inline pictures are logos and tracking dots, so they are left. */
export async function keepParts(
  builder: ModelBuilder,
  parts: Part[],
  { outputDirectory, limits }: Source,
) {
  for (const { fileName, mediaType, bytes, isInline } of parts) {
    if (
      bytes.length === 0 ||
      (isInline && mediaType.startsWith("image/") && bytes.length < tinyBytes)
    )
      continue;
    if (builder.attachments.length >= limits.attachments) {
      builder.warnings.push("The message has more attachments than are kept.");
      return;
    }
    const number = builder.attachments.length + 1;
    const path = join(outputDirectory, `attachment-${number}`);
    await writeFile(path, bytes);
    builder.attachments.push({
      fileName: safeName(fileName, number, mediaType),
      mediaType,
      path,
      size: bytes.length,
    });
  }
}

function safeName(name: string, number: number, mediaType: string): string {
  const clean = name
    .replace(/\p{Cc}/gu, "")
    .replace(/^.*[\\/]/, "")
    .toWellFormed()
    .trim();
  const ending = mediaType === "message/rfc822" ? ".eml" : "";
  return clean.slice(0, 200) || `attachment-${number}${ending}`;
}

export function isoDate(value: string | undefined): string | null {
  const date = new Date(value ?? "");
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
