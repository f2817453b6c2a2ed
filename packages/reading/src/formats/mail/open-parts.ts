import type { Part } from "../../contract/part";
import { openSigned } from "../signed/open-signed";
import { isWithin } from "./body-words";
import type { Message } from "./message";
import { openTnef } from "./tnef";

const deepest = 10;
const mostBytes = 256 * 1024 * 1024;

/** Parses a message that has so many wrappers around it. */
type Parse = (bytes: Buffer, depth: number) => Promise<Message>;

/**
 * Opens the parts of a message that only wrap others: winmail.dat, and content that S/MIME or another CMS program signed. `depth` counts the
 * wrappers around the message.
 */
export async function openParts(message: Message, parse: Parse, depth = 0) {
  const parts = message.parts;
  message.parts = [];
  for (const part of parts) {
    if (openWinmail(message, part)) continue;
    const opened = depth < deepest ? await unwrapped(message, part) : part;
    if (opened && "mime" in opened)
      takeIn(message, await parse(opened.mime, depth + 1).catch(() => null), part);
    else if (opened) message.parts.push(opened);
  }
}

function openWinmail(message: Message, { fileName, mediaType, bytes }: Part): boolean {
  const isNamed = /^winmail\.dat$/i.test(fileName);
  if (!isNamed && !/^application\/(ms-tnef|vnd\.ms-tnef)$/.test(mediaType)) return false;
  const opened = openTnef(bytes);
  if (!opened) return false;
  message.parts.push(...opened.parts);
  if (message.html.trim() + message.text.trim() === "") {
    message.html = opened.html;
    message.text = opened.text;
    message.rtf ??= opened.rtf;
  } else if (message.html.trim() === "" && isWithin(message.text, { ...opened, text: "" }))
    message.html = opened.html;
  else if (opened.html.trim() + opened.text.trim() !== "" || opened.rtf)
    message.others.push({ html: opened.html, text: opened.text, rtf: opened.rtf });
  return true;
}

/** Returns a part without its signature: a file, the source of a message, or null for a signature without content. */
async function unwrapped(message: Message, part: Part): Promise<Part | { mime: Buffer } | null> {
  const { fileName, mediaType, bytes } = part;
  if (mediaType === "multipart/signed") return { mime: bytes };
  if (!/pkcs7/.test(mediaType) && !/\.p7[mscz]$/i.test(fileName)) return part;
  const opened = await openSigned(bytes, mostBytes);
  if (!opened && /pkcs7-mime/.test(mediaType))
    message.warnings.push(
      "A signed or encrypted part of the message is damaged and was not opened.",
    );
  if (!opened) return /signature/.test(mediaType) ? null : part;
  const own = fileName.replace(/(\.p7[mscz])+$/i, "");
  const isFile = /.\.[a-z0-9]{1,8}$/i.test(own);
  if (opened.kind === "encrypted") {
    const what = isFile ? `The attachment ${fileName}` : "The message";
    message.warnings.push(`${what} is encrypted with S/MIME, so its text cannot be read.`);
    return part;
  }
  for (const signer of opened.signers)
    message.details.push(`${isFile ? `${own} signed` : "Signed"} by: ${signer} (not verified)`);
  if (!opened.content) return null;
  if (!isFile && isMime(opened.content)) return { mime: opened.content };
  const name = isFile ? own : "";
  return { ...part, fileName: name, mediaType: "application/octet-stream", bytes: opened.content };
}

/** Returns true for bytes that begin with the headers of a message or of a part of one. */
function isMime(bytes: Buffer): boolean {
  const start = bytes.subarray(0, 4_096).toString("latin1");
  return /^\s*(?:content-[\w-]+|mime-version|from|to|subject|date|received|message-id|x-[\w-]+):/i.test(
    start,
  );
}

/** Takes the body and the parts of a wrapped message into the message around it. Keeps the wrapper of a damaged one. */
function takeIn(message: Message, inner: Message | null, wrapper: Part) {
  if (!inner) {
    message.parts.push(wrapper);
    return;
  }
  message.subject ||= inner.subject;
  if (message.html.trim() === "" && message.text.trim() === "") message.html = inner.html;
  message.text = [message.text, inner.text].filter((text) => text.trim()).join("\n\n");
  if (message.html !== inner.html && message.html.trim() !== "") message.html += `\n${inner.html}`;
  message.rtf ??= inner.rtf;
  message.others.push(...inner.others);
  message.details.push(...inner.details);
  message.calendars.push(...inner.calendars);
  message.parts.push(...inner.parts);
  message.warnings.push(...inner.warnings);
}
