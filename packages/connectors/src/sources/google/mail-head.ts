/** The parts of a message's head that BeSunny needs before the message is read. */
export type MailHead = {
  subject: string | null;
  from: string | null;
  messageId: string | null;
  hasAttachments: boolean;
  /** True: the text can be read by its receiver alone. */
  isEncrypted: boolean;
};

/** A head is never longer; what looks longer is no message. */
const LONGEST_HEAD = 256 * 1024;

/** Reads the head of a raw message. Addresses are lower case, without names. */
export function readHead(raw: Buffer): MailHead {
  const end = raw.indexOf("\r\n\r\n");
  const other = end < 0 ? raw.indexOf("\n\n") : end;
  const text = raw.subarray(0, Math.min(other < 0 ? raw.length : other, LONGEST_HEAD)).toString();
  const fields = new Map<string, string>();
  for (const line of text.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/)) {
    const at = line.indexOf(":");
    const name = line.slice(0, at).toLowerCase();
    if (at > 0 && !fields.has(name)) fields.set(name, line.slice(at + 1).trim());
  }
  const type = (fields.get("content-type") ?? "").toLowerCase();
  return {
    subject: fields.has("subject") ? decodeWords(fields.get("subject") ?? "") : null,
    from: addressIn(fields.get("from") ?? ""),
    messageId: /<([^>\s]+)>/.exec(fields.get("message-id") ?? "")?.[1] ?? null,
    hasAttachments: /^content-disposition:\s*attachment/im.test(raw.toString("latin1")),
    isEncrypted:
      type.startsWith("multipart/encrypted") ||
      /pkcs7-mime.*(enveloped|authenveloped)-data/.test(type),
  };
}

function addressIn(text: string): string | null {
  const found = /<([^<>\s]+@[^<>\s]+)>/.exec(text) ?? /([^\s<>"(),;]+@[^\s<>"(),;]+)/.exec(text);
  return found?.[1]?.toLowerCase() ?? null;
}

/** Decodes `=?UTF-8?B?...?=` and its kin. White space between two of them is no part of the text. */
function decodeWords(text: string): string {
  return text
    .replace(/(\?=)\s+(?==\?)/g, "$1")
    .replace(
      /=\?([^?\s]+)\?([bq])\?([^?]*)\?=/gi,
      (whole, charset: string, kind: string, word: string) => {
        const bytes = kind.toLowerCase() === "b" ? Buffer.from(word, "base64") : unquoted(word);
        try {
          return new TextDecoder(charset.split("*")[0]).decode(bytes);
        } catch {
          return whole;
        }
      },
    );
}

function unquoted(word: string): Buffer {
  const text = word.replaceAll("_", " ");
  return Buffer.from(
    text.replace(/=([0-9a-f]{2})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    ),
    "latin1",
  );
}
