import type { Part } from "../../contract/part";

/** Returns the files that old programs write into the text of a mail, and the text without the files. */
export function uuencodedParts(text: string): { text: string; parts: Part[] } {
  if (!/^begin [0-7]{3,4} \S/m.test(text)) return { text, parts: [] };
  const parts: Part[] = [];
  const kept: string[] = [];
  let open: { fileName: string; lines: string[] } | null = null;
  for (const line of text.split(/\r?\n/)) {
    const name = /^begin [0-7]{3,4} (\S.{0,200})$/.exec(line)?.[1];
    if (!open && name) open = { fileName: name.trim(), lines: [] };
    else if (open && /^end\s*$/.test(line)) {
      parts.push({
        fileName: open.fileName,
        mediaType: "application/octet-stream",
        bytes: Buffer.concat(open.lines.map(decoded)),
        isInline: false,
      });
      open = null;
    } else if (open && isData(line)) open.lines.push(line);
    else if (open) {
      kept.push(`begin ${open.fileName}`, ...open.lines, line);
      open = null;
    } else kept.push(line);
  }
  if (open) kept.push(`begin ${open.fileName}`, ...open.lines);
  return { text: kept.join("\n"), parts };
}

/** Returns true for a line of data. Its first character is the number of bytes; four characters hold three bytes. */
function isData(line: string): boolean {
  const bytes = (line.charCodeAt(0) - 32) & 63;
  return line === "`" || (/^[ -`]+$/.test(line) && line.length >= 1 + Math.floor((bytes * 4) / 3));
}

function decoded(line: string): Buffer {
  const length = (line.charCodeAt(0) - 32) & 63;
  const bytes = Buffer.alloc(Math.ceil(length / 3) * 3);
  for (let at = 1, to = 0; to < length; at += 4, to += 3) {
    const [a, b, c, d] = [0, 1, 2, 3].map((offset) => (line.charCodeAt(at + offset) - 32) & 63);
    const value = ((a ?? 0) << 18) | ((b ?? 0) << 12) | ((c ?? 0) << 6) | (d ?? 0);
    bytes.writeUIntBE(value, to, 3);
  }
  return bytes.subarray(0, length);
}
