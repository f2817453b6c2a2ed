export type RtfToken =
  | { kind: "open" }
  | { kind: "close" }
  | { kind: "word"; name: string; value: number | null }
  | { kind: "byte"; value: number }
  | { kind: "text"; bytes: Buffer };

const [backslash, opening, closing, apostrophe] = [0x5c, 0x7b, 0x7d, 0x27];

/** Yields the tokens of an RTF file in one pass. Symbols after a backslash are words of one character. */
export function* rtfTokens(bytes: Buffer): Generator<RtfToken> {
  let at = 0;
  let from = 0;
  const textUpTo = (end: number): RtfToken => ({ kind: "text", bytes: bytes.subarray(from, end) });
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    const isSpecial =
      byte === backslash || byte === opening || byte === closing || byte === 10 || byte === 13;
    if (!isSpecial) {
      at += 1;
      continue;
    }
    if (at > from) yield textUpTo(at);
    at += 1;
    if (byte === opening) yield { kind: "open" };
    else if (byte === closing) yield { kind: "close" };
    else if (byte === backslash) {
      const { token, end } = controlAt(bytes, at);
      at = end;
      if (token.kind === "word" && token.name === "bin") at += Math.max(0, token.value ?? 0);
      else yield token;
    }
    from = at;
  }
  if (at > from) yield textUpTo(at);
}

function controlAt(bytes: Buffer, start: number): { token: RtfToken; end: number } {
  const first = bytes[start] ?? 0;
  if (first === apostrophe) {
    const value = Number.parseInt(bytes.toString("latin1", start + 1, start + 3), 16);
    return { token: { kind: "byte", value: Number.isNaN(value) ? 0x3f : value }, end: start + 3 };
  }
  if (!isLetter(first))
    return {
      token: { kind: "word", name: String.fromCharCode(first), value: null },
      end: start + 1,
    };
  let end = start;
  while (end < start + 32 && isLetter(bytes[end] ?? 0)) end += 1;
  const name = bytes.toString("latin1", start, end);
  const [digits = ""] = /^-?\d{0,10}/.exec(bytes.toString("latin1", end, end + 11)) ?? [];
  const value = /\d/.test(digits) ? Number(digits) : null;
  if (value !== null) end += digits.length;
  if (bytes[end] === 0x20) end += 1;
  return { token: { kind: "word", name, value }, end };
}

function isLetter(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
}
