import type { DocumentBuilder } from "@besunny/document-model/document-builder";
import { addPlainText } from "../plain/add-plain-text";
import { beginsEarlierMail, isAttribution, mayBeginEarlierMail } from "./thread/earlier-mail";

const deepest = 9;
const headerLines = 12;

/** Fewer characters than the headers of a mail have. */
const shortestMail = 60;

/**
 * Adds the plain body of a mail. Text of earlier mails becomes `quotation` blocks without their marks, with the depth as their level. The marks
 * before lines, headers, and a line that names the writer show where an earlier mail is.
 */
export function addMailText(builder: DocumentBuilder, text: string) {
  let thread = 0;
  let begin = -1;
  let depth = 0;
  let gathered: string[] = [];

  function flush() {
    const piece = gathered.join("\n");
    gathered = [];
    if (depth === 0) addPlainText(builder, piece);
    else
      for (const paragraph of piece.split(/\n[^\S\n]*\n/))
        builder.add({ kind: "quotation", level: Math.min(deepest, depth), text: paragraph });
  }

  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  for (const [index, line] of lines.entries()) {
    const mark = markOf(line);
    if (mark === "" && beginsThread(lines, index, begin)) {
      thread += 1;
      begin = index;
    }
    const own = thread + mark.replaceAll(" ", "").length;
    if (own !== depth && (own > 0 || line.trim() !== "")) {
      flush();
      depth = own;
    }
    gathered.push(line.slice(mark.length));
    if (thread === 0 && isAttribution(line) && !isMarked(lines.slice(index + 1))) thread = 1;
  }
  flush();
}

function markOf(line: string): string {
  return /^(?:> ?)+/.exec(line)?.[0] ?? "";
}

/** Returns true where headers of an earlier mail begin. Lines of the headers that began at line `last` begin no other mail. */
function beginsThread(lines: string[], index: number, last: number): boolean {
  if (!mayBeginEarlierMail(lines[index] ?? "")) return false;
  const between = lines.slice(last, index);
  const isApart = between.some((line) => line.trim() === "");
  if (last >= 0 && (!isApart || between.join("").trim().length < shortestMail)) return false;
  return beginsEarlierMail(lines.slice(index, index + headerLines).join("\n"));
}

/** Returns true if the next line with words is marked as quoted. */
function isMarked(lines: string[]): boolean {
  return markOf(lines.find((line) => line.trim() !== "") ?? ">") !== "";
}
