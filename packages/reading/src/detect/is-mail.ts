const mailHeaders =
  /^(from|to|subject|date|received|return-path|message-id|mime-version|delivered-to|content-type|content-transfer-encoding|x-[\w-]+|reply-to|sender|cc|bcc|in-reply-to|references|status|errors-to):/i;

const telling = ["received", "return-path", "message-id", "mime-version", "from", "delivered-to"];

/** Returns true if the bytes begin with the headers of a mail. The body may be binary. */
export function isMail(bytes: Buffer): boolean {
  const start = bytes.subarray(0, 16_000).toString("latin1");
  return hasMailHeaders(start.replace(/^(\u00ef\u00bb\u00bf)?\s*(\d+[ \t]*\r?\n)?/, ""));
}

/** Returns true if a text begins with the headers of a mail. One header is enough where the file's name ends as a mail's. */
export function hasMailHeaders(start: string, extension = ""): boolean {
  const lines = start
    .slice(0, 16_000)
    .replace(/^From [^\n]*\n/, "")
    .split(/\r?\n/);
  const names = new Set<string>();
  for (const line of lines) {
    if (/^[ \t]/.test(line)) continue;
    if (!/^>?[!-9;-~]+:/.test(line)) break;
    const [, name] = mailHeaders.exec(line) ?? [];
    if (name) names.add(name.toLowerCase());
  }
  if (["eml", "emlx"].includes(extension) && names.size > 0) return true;
  return names.size >= 3 && telling.some((name) => names.has(name));
}
