import { decodeAs } from "../../detect/decode-as";

const word = String.raw`=\?([^?\s]{1,60})\?([QBqb])\?([^?\r\n]{0,2000})\?=`;
const runs = new RegExp(
  String.raw`${word}(?:(?:[ \t]*\r?\n)?[ \t]+=\?\1\?[QBqb]\?[^?\r\n]{0,2000}\?=)+`,
  "gi",
);

/**
 * Joins encoded words that were cut inside a letter, against RFC 2047, so that each of them can be decoded by itself. Leaves all other words as
 * they are.
 */
export function withWholeWords(message: string): string {
  if (!message.includes("=?")) return message;
  return message.replace(runs, (run, charset: string) => {
    const name = charset.split("*", 1)[0] ?? charset;
    const pieces = [...run.matchAll(new RegExp(word, "g"))].map(([, , encoding = "", text = ""]) =>
      bytesOf(encoding, text),
    );
    const whole = Buffer.concat(pieces);
    const isCut = pieces.some((piece) => isBroken(piece, name)) && !isBroken(whole, name);
    return isCut ? `=?${charset}?B?${whole.toString("base64")}?=` : run;
  });
}

function bytesOf(encoding: string, text: string): Buffer {
  if (encoding.toUpperCase() === "B") return Buffer.from(text, "base64");
  const plain = text
    .replaceAll("_", " ")
    .replace(/=([0-9a-f]{2})/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
  return Buffer.from(plain, "latin1");
}

function isBroken(bytes: Buffer, charset: string): boolean {
  return decodeAs(bytes, charset)?.includes("\ufffd") ?? false;
}
