import { parseOffice } from "officeparser";
import type { DocumentModel } from "../../document-model";
import { type CellInput, createModelBuilder, type ModelBuilder } from "../../model-builder";
import type { Source } from "../read-file";
import { corrupt } from "../refusals";

type Node = Awaited<ReturnType<typeof parseOffice>>["content"][number];

/** RTF through officeparser's tree. */
export async function readRtf(source: Source): Promise<DocumentModel> {
  const { content } = await parseOffice(source.bytes, { fileType: "rtf" }).catch(
    (cause: unknown) => {
      throw corrupt("The RTF document", cause);
    },
  );
  const builder = createModelBuilder(source);
  Object.assign(builder.metadata, describedIn(source.bytes.subarray(0, 20_000).toString("latin1")));
  builder.startPage({ kind: "flow" });
  for (const node of content) addNode(builder, node);
  return builder.build();
}

function addNode(builder: ModelBuilder, node: Node) {
  const text = textOf(node);
  if (node.type === "heading") builder.add({ kind: "heading", level: levelOf(node), text });
  else if (node.type === "list") builder.add({ kind: "list-item", text });
  else if (node.type === "table") builder.addTable({ cells: cellsOf(node) });
  else if (node.type === "note") builder.add({ kind: "footnote", text });
  else builder.add({ kind: "paragraph", text });
}

function levelOf({ metadata }: Node): number {
  const level = metadata && "level" in metadata ? Number(metadata.level) : 1;
  return Math.min(6, Math.max(1, level || 1));
}

function textOf({ text, children }: Node): string {
  return text ?? children?.map(textOf).join("") ?? "";
}

function cellsOf({ children: rows = [] }: Node): CellInput[] {
  return rows.flatMap(({ children = [] }, row) =>
    children.map((cell, column) => ({ text: textOf(cell).trim(), row, column })),
  );
}

function describedIn(head: string): DocumentModel["metadata"] {
  const title = /\{\\title ([^{}\\]+)\}/.exec(head)?.[1]?.trim();
  const author = /\{\\author ([^{}\\]+)\}/.exec(head)?.[1]?.trim();
  return { ...(title && { title }), ...(author && { author }) };
}
