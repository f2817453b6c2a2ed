import Papa from "papaparse";
import type { Format } from "../document-model";
import { decodeText } from "./decode-text";
import { empty, unsupported } from "./refusals";

/** Which kind of text the bytes are; refuses what is no text at all. */
export function detectText(bytes: Buffer, fileName: string): Format {
  const text = decodeText(bytes.subarray(0, 64 * 1_024));
  if (text.trim() === "") throw empty("The file");
  if (looksBinary(text)) throw unsupported("A file of this kind");

  const start = text.trimStart();
  const extension = /\.([a-z0-9]+)$/.exec(fileName.toLowerCase())?.[1] ?? "";
  if (/^WEBVTT\b/.test(start)) return "vtt";
  if (isSubRip(start)) return "srt";
  if (isHtml(start)) return "html";
  if (/^<\?xml|^<!DOCTYPE/i.test(start)) return "xml";
  if (["md", "markdown", "mdown"].includes(extension)) return "markdown";
  if (["csv", "tsv", "tab"].includes(extension)) return "csv";
  if (isMail(start)) return "eml";
  if (/^<[a-z][\w:.-]*[\s>/]/i.test(start) && /\/>|<\/[a-z]/i.test(start))
    return extension === "xml" ? "xml" : "html";
  if (isJson(start, bytes.length)) return "json";
  if (extension === "txt" || extension === "text" || extension === "log") return "text";
  if (isMarkdown(text)) return "markdown";
  return isTable(text) ? "csv" : "text";
}

function looksBinary(text: string): boolean {
  const sample = text.slice(0, 16_000);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is counted
  const odd = sample.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g)?.length ?? 0;
  return odd / sample.length > 0.02;
}

function isSubRip(start: string): boolean {
  return /^\d+\r?\n\d\d:\d\d:\d\d[,.]\d{3} --> /.test(start);
}

function isHtml(start: string): boolean {
  const head = start.slice(0, 4_000).replace(/<!--[\s\S]*?-->/g, "");
  return /^\s*(<\?xml[^>]*>\s*)?(<!doctype html|<(html|head|body|title|meta)[\s>])/i.test(head);
}

const mailHeaders =
  /^(from|to|subject|date|received|return-path|message-id|mime-version|delivered-to|content-type|x-[\w-]+|reply-to|sender|cc|bcc):/i;

function isMail(start: string): boolean {
  const lines = start
    .slice(0, 16_000)
    .replace(/^From [^\n]*\n/, "")
    .split(/\r?\n/);
  const names = new Set<string>();
  for (const line of lines) {
    if (/^[ \t]/.test(line)) continue;
    if (!/^[!-9;-~]+:/.test(line)) break;
    const [, name] = mailHeaders.exec(line) ?? [];
    if (name) names.add(name.toLowerCase());
  }
  const telling = ["received", "return-path", "message-id", "mime-version", "from", "delivered-to"];
  return names.size >= 3 && telling.some((name) => names.has(name));
}

function isJson(start: string, size: number): boolean {
  if (!/^[[{]/.test(start)) return false;
  if (size > 64 * 1_024) return /^[[{]\s*(["[{\d\]}-]|true|false|null)/.test(start);
  try {
    JSON.parse(start);
    return true;
  } catch {
    return false;
  }
}

function isMarkdown(text: string): boolean {
  const signs = [/^#{1,6} \S/m, /^\s*[-*] \S/m, /\[[^\]]+\]\([^)]+\)/, /^```/m, /\*\*[^*]+\*\*/];
  return signs.filter((sign) => sign.test(text)).length >= 2;
}

function isTable(text: string): boolean {
  const lines = text.split(/\r?\n/).slice(0, 20).join("\n");
  const { data, meta } = Papa.parse<string[]>(lines, { skipEmptyLines: true });
  const widths = new Set(data.slice(0, -1).map((row) => row.length));
  const [width = 1] = widths;
  return (
    [",", ";", "\t", "|"].includes(meta.delimiter) &&
    data.length > 3 &&
    widths.size === 1 &&
    width > 2
  );
}
