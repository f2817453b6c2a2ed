import type { DocumentModel } from "../../document-model";
import { createModelBuilder } from "../../model-builder";
import { decodeText } from "../decode-text";
import type { Source } from "../read-file";
import { descendants, parseHtml, textOf } from "../tree/xml";
import { addElement } from "./add-html";

export async function readHtml(source: Source): Promise<DocumentModel> {
  const builder = createModelBuilder(source);
  builder.startPage({ kind: "flow" });
  const declared = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(
    source.bytes.subarray(0, 4_096).toString("latin1"),
  )?.[1];
  const root = parseHtml(decodeText(source.bytes, isUtf8(source.bytes) ? undefined : declared));
  const [title] = descendants(root, "title");
  const name = title ? textOf(title).replace(/\s+/g, " ").trim() : "";
  if (name) builder.metadata.title = name;
  addElement(builder, root);
  if (builder.length === 0 && name) builder.add({ kind: "title", text: name });
  return builder.build();
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
