import type { DocumentBuilder } from "@besunny/document-model/document-builder";
import { marked } from "marked";
import type { ReaderInput } from "../../contract/reader-input";
import { parseHtml } from "../../xml/xml";
import { addPlainText } from "../plain/add-plain-text";
import { addElement } from "./add-html";
import { keepPagePictures } from "./pictures";

/** Markdown through HTML, of which only what a reader would see is kept; nonsense too deep for that as plain text. */
export async function addMarkdown(builder: DocumentBuilder, text: string, source: ReaderInput) {
  const { body, notes } = withoutNotes(text);
  const html = htmlOf(body);
  if (html === null) return addPlainText(builder, text);
  const root = parseHtml(html);
  addElement(builder, root, { pictures: await keepPagePictures(builder, root, source) });
  for (const note of notes) builder.add({ kind: "footnote", text: note });
}

function htmlOf(text: string): string | null {
  if (/^([>\s]|[-*+] |\d+[.)] ){100,}/m.test(text)) return null;
  try {
    return marked.parse(text, { gfm: true, async: false });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Notes such as `[^1]: text`, with the indented lines that belong to them. */
function withoutNotes(text: string): { body: string; notes: string[] } {
  if (!text.includes("[^")) return { body: text, notes: [] };
  const notes: string[] = [];
  const body: string[] = [];
  let isOpen = false;
  let isCode = false;
  for (const line of text.split("\n")) {
    if (/^\s*(```|~~~)/.test(line)) isCode = !isCode;
    const note = isCode ? null : /^\[\^([^\]\s]{1,60})\]:\s*(.*)/.exec(line);
    if (note) notes.push(`[${note[1]}] ${note[2]}`);
    else if (isOpen && /^(\t| {2,})\S/.test(line)) notes.push(`${notes.pop()} ${line.trim()}`);
    else body.push(line);
    isOpen = note !== null || (isOpen && /^(\t| {2,}|\s*$)/.test(line));
  }
  return { body: body.join("\n").replace(/\[\^([^\]\s]{1,60})\](?!:)/g, "[$1]"), notes };
}
