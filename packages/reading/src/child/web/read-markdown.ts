import { marked } from "marked";
import type { DocumentModel } from "../../document-model";
import { createModelBuilder } from "../../model-builder";
import { decodeText } from "../decode-text";
import type { Source } from "../read-file";
import { addHtml } from "./add-html";

/** Markdown through HTML, of which only the text of its elements is kept. */
export async function readMarkdown(source: Source): Promise<DocumentModel> {
  const builder = createModelBuilder(source);
  builder.startPage({ kind: "flow" });
  const { body, title } = withoutFrontMatter(decodeText(source.bytes));
  if (title) builder.metadata.title = title;
  addHtml(builder, await marked.parse(body, { gfm: true, async: true }));
  return builder.build();
}

function withoutFrontMatter(text: string): { body: string; title: string } {
  const found = /^\ufeff?---\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)\r?\n/.exec(text);
  const title = /^title:\s*["']?(.*?)["']?\s*$/m.exec(found?.[1] ?? "")?.[1] ?? "";
  return { body: found ? text.slice(found[0].length) : text, title };
}
