import type { Format } from "@besunny/document-model/parsed-document";
import { empty, unsupported } from "../contract/refusals";
import { decodeText } from "./decode-text";
import { isTabbed, isTable } from "./detect-table";
import { hasMailHeaders } from "./is-mail";
import { flatOpenDocument, isExcelXml } from "./office-xml";

/** Returns the kind of text of the bytes. Throws `ReadingError` for bytes that are not text. */
export function detectText(bytes: Buffer, fileName: string): Format {
  const text = decodeText(bytes.subarray(0, 64 * 1_024));
  if (text.trim() === "") throw empty("The file");

  const start = text.replace(/^[\s\ufeff]+/, "");
  const extension = /\.([a-z0-9]+)$/.exec(fileName.toLowerCase())?.[1] ?? "";
  const isMail = hasMailHeaders(start.replace(/^\d+[ \t]*\r?\n/, ""), extension);
  if (!isMail && looksBinary(text)) throw unsupported("A file of this kind");
  if (/^WEBVTT\b/.test(start)) return "vtt";
  if (isSubRip(start)) return "srt";
  if (/^BEGIN:VCALENDAR/i.test(start)) return "ics";
  if (isHtml(start)) return "html";
  if (isExcelXml(start)) return "xls";
  if (/^<\?xml|^<!DOCTYPE|^<!ENTITY|^<office:document\s/i.test(start))
    return flatOpenDocument(start) ?? "xml";
  if (["md", "markdown", "mdown"].includes(extension)) return "markdown";
  if (["csv", "tsv", "tab"].includes(extension)) return "csv";
  if (isMailbox(start, bytes, extension)) return "mbox";
  if (isMail) return isSavedPage(start, extension) ? "html" : "eml";
  if (
    /^(<!--[\s\S]{0,4000}?-->\s*)?<[a-z][\w:.-]*[\s>/]/i.test(start) &&
    /\/>|<\/[a-z]/i.test(start)
  )
    return isMarkup(start) && extension !== "xml" ? "html" : "xml";
  if (isJson(start, bytes.length)) return "json";
  if (extension === "txt" && isTabbed(text) && !isTranscript(text)) return "csv";
  if (knownAsText.has(extension)) return "text";
  if (isMarkdown(text)) return "markdown";
  return isTable(text) ? "csv" : "text";
}

const knownAsText = new Set(
  `txt text log asc rst adoc asciidoc tex bib ini cfg conf properties yaml yml toml sql sh bash bat ps1 py js mjs ts tsx jsx java
  c h cpp hpp cs go rs rb php pl r m swift kt scala lua css scss vcf`.split(/\s+/),
);

/** Returns true for lines with the times of a recording or a chat, which become what each speaker says. */
function isTranscript(text: string): boolean {
  const lines = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .slice(0, 30);
  return (
    lines.filter((line) => /^\W{0,2}(\d\d?:)?\d\d?:\d\d\b/.test(line)).length > lines.length / 2
  );
}

function looksBinary(text: string): boolean {
  const sample = text.slice(0, 16_000);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is counted
  const odd = sample.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f-\u009f\ufffd]/g)?.length;
  return (odd ?? 0) / sample.length > 0.02;
}

function isSubRip(start: string): boolean {
  return (
    /^\d+[ \t]*\r?\n\d{1,2}:\d\d:\d\d[,.]\d{1,3} *--> */.test(start) ||
    /^\d{1,2}:\d\d:\d\d\.\d{3},\d{1,2}:\d\d:\d\d\.\d{3}\r?\n/.test(start)
  );
}

function isHtml(start: string): boolean {
  const head = start.slice(0, 8_000).replace(/<!--[\s\S]*?-->/g, "");
  return /^\s*(<\?xml[^>]*>\s*)?(<!doctype html|<(html|head|body|title|meta)[\s>])/i.test(head);
}

const htmlNames =
  /<(p|div|span|br|table|tr|td|ul|ol|li|a|b|i|em|strong|h[1-6]|img|font|center|form|style|script|link|section|article|pre|blockquote|hr)\b/gi;

/** Returns true for fragments of a page, and false for XML without its first line. */
function isMarkup(start: string): boolean {
  const tags = start.match(/<[a-z][\w:.-]*/gi)?.length ?? 0;
  return (start.match(htmlNames)?.length ?? 0) > tags / 2;
}

/** Returns true for several messages, each after a line such as "From ann@example.com Tue Mar  3 10:00:00 2026". */
function isMailbox(start: string, bytes: Buffer, extension: string): boolean {
  if (/^From \S/.test(start) && ["mbox", "mbx"].includes(extension)) return true;
  if (!/^From \S+.*\r?\n>?[!-9;-~]+:/.test(start)) return false;
  return bytes.includes("\nFrom ", 6);
}

/** Returns true for a web page saved with all its parts (MHTML). */
function isSavedPage(start: string, extension: string): boolean {
  const head = start.slice(0, 4_000);
  if (!/^content-type:\s*multipart\/related|^content-location:/im.test(head)) return false;
  return (
    ["mht", "mhtml"].includes(extension) ||
    /^(snapshot-content-location:|from:\s*<?saved by)/im.test(head)
  );
}

function isJson(start: string, size: number): boolean {
  if (!/^[[{]/.test(start)) return false;
  if (size > 60 * 1_024) return /^[[{]\s*(["[{\d\]}-]|true|false|null)/.test(start);
  return isJsonValue(start) || areJsonLines(start);
}

function isJsonValue(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function areJsonLines(start: string): boolean {
  const lines = start.split(/\r?\n/).filter((line) => line.trim() !== "");
  return lines.length > 1 && lines.slice(0, 5).every(isJsonValue);
}

function isMarkdown(text: string): boolean {
  const signs = [
    /^#{1,6} \S/m,
    /^\s{0,6}[-*] \S/m,
    /\[[^\]\n]{1,200}\]\([^)\n]{1,500}\)/,
    /^```/m,
    /\*\*[^*\n]{1,200}\*\*/,
    /^\|[ :-]+\|[ :|-]*$/m,
  ];
  return signs.filter((sign) => sign.test(text)).length >= 2;
}
