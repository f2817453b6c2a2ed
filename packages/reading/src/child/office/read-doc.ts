import WordExtractor from "word-extractor";
import type { DocumentModel } from "../../document-model";
import { createModelBuilder } from "../../model-builder";
import { addPlainText } from "../plain/read-text";
import type { Source } from "../read-file";
import { corrupt } from "../refusals";

/** Word before 2007: its text, notes and margins; it keeps no headings that could be told. */
export async function readDoc(source: Source): Promise<DocumentModel> {
  const document = await new WordExtractor().extract(source.bytes).catch((cause: unknown) => {
    throw corrupt("The Word document", cause);
  });
  const builder = createModelBuilder(source);
  builder.startPage({ kind: "flow" });
  builder.add({ kind: "header", text: document.getHeaders({ includeFooters: false }) });
  addPlainText(builder, oneParagraphALine(document.getBody()));
  addPlainText(builder, oneParagraphALine(document.getTextboxes()));
  builder.add({ kind: "footnote", text: `${document.getFootnotes()}\n${document.getEndnotes()}` });
  builder.add({ kind: "footer", text: document.getFooters() });
  return builder.build();
}

function oneParagraphALine(text: string): string {
  return text.replace(/\r/g, "\n").replace(/\n+/g, "\n\n");
}
