import { createDocumentBuilder } from "@besunny/document-model/document-builder";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import type { ReaderInput } from "../../contract/reader-input";
import { decodeText } from "../../detect/decode-text";
import { addContacts } from "../mail/add-contacts";
import { calendarText } from "../mail/calendar/calendar-text";
import { addTranscript } from "../transcripts/add-transcript";
import { addCode } from "./add-code";
import { addJson } from "./add-json";
import { addPatentText, isPatentText } from "./add-patent-text";
import { addPlainText } from "./add-plain-text";

/** Plain text by its paragraphs; transcripts by who speaks; data, programs and logs as what they are. */
export async function readText(source: ReaderInput): Promise<ParsedDocument> {
  const builder = createDocumentBuilder(source);
  builder.startPage({ kind: "flow" });
  const isCard = /^\s*BEGIN:VCARD/i.test(source.bytes.subarray(0, 200).toString("latin1"));
  const text = (isCard ? calendarText(source.bytes) : decodeText(source.bytes)).replace(
    /\r\n?/g,
    "\n",
  );
  if (source.format === "json") await addJson(builder, text, source);
  else if (isCard || /^\s*BEGIN:VCARD/i.test(text)) addContacts(builder, text);
  else if (isPatentText(text)) addPatentText(builder, text);
  else if (isCode(source.fileName)) addCode(builder, text);
  else if (!addTranscript(builder, text)) addPlainText(builder, text);
  return builder.build();
}

const programs =
  /\.(log|ya?ml|toml|ini|cfg|conf|properties|sql|sh|bash|bat|ps1|py|jsx?|mjs|cjs|tsx?|java|[ch]|cc|cpp|hpp|cs|go|rs|rb|php|pl|swift|kt|scala|lua|r|s?css)$/i;

function isCode(fileName: string): boolean {
  return programs.test(fileName);
}
