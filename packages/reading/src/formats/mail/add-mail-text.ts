import type { DocumentBuilder } from "@besunny/document-model/document-builder";
import { addPlainText } from "../plain/add-plain-text";

/**
 * Adds the plain body of a mail. Text quoted from earlier mails becomes a `footnote` block without its marks, with the depth of the
 * quotation as its level.
 */
export function addMailText(builder: DocumentBuilder, text: string) {
  let depth = 0;
  let lines: string[] = [];

  function flush() {
    const piece = lines.join("\n");
    lines = [];
    if (depth === 0) addPlainText(builder, piece);
    else
      for (const paragraph of piece.split(/\n[^\S\n]*\n/))
        builder.add({ kind: "footnote", level: depth, text: paragraph });
  }

  for (const line of text.replace(/\r\n?/g, "\n").split("\n")) {
    const mark = /^(?:> ?)+/.exec(line)?.[0] ?? "";
    const own = Math.min(9, mark.replaceAll(" ", "").length);
    if (own !== depth && (own > 0 || line.trim() !== "")) {
      flush();
      depth = own;
    }
    lines.push(line.slice(mark.length));
  }
  flush();
}
