import type { DocumentBuilder } from "@besunny/document-model/document-builder";

const longest = 2_000;

/** Lines as they stand, in pieces small enough to be found and cited, broken where an empty line allows. */
export function addCode(builder: DocumentBuilder, text: string) {
  let piece: string[] = [];
  let length = 0;

  function flush() {
    builder.add({ kind: "code", text: piece.join("\n").replace(/^(\s*\n)+/, "") });
    piece = [];
    length = 0;
  }

  for (const line of text.split("\n")) {
    const isBreak = line.trim() === "" && length > longest / 2;
    if (length > 0 && (isBreak || length + line.length > longest)) flush();
    piece.push(line);
    length += line.length + 1;
  }
  flush();
}
