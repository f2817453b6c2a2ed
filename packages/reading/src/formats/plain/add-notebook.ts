import type { DocumentBuilder } from "@besunny/document-model/document-builder";
import type { ReaderInput } from "../../contract/reader-input";
import { keepPicture } from "../pictures/keep-picture";
import { addMarkdown } from "../web/add-markdown";

type NotebookCell = { cell_type: string; source: unknown; outputs?: unknown };

export function isNotebook(value: unknown): value is { cells: NotebookCell[] } {
  return isRecord(value) && "nbformat" in value && Array.isArray(value.cells);
}

/** Adds the cells of a notebook: text, code, and the pictures that the code drew. */
export async function addNotebook(
  builder: DocumentBuilder,
  cells: NotebookCell[],
  source: ReaderInput,
) {
  for (const cell of cells) {
    if (!isRecord(cell)) continue;
    const text = joined(cell.source);
    if (cell.cell_type === "markdown") await addMarkdown(builder, text, source);
    else builder.add({ kind: "code", text });
    for (const bytes of picturesOf(cell.outputs)) {
      const kept = await keepPicture(builder, bytes, source);
      if (kept) builder.add({ kind: "figure", text: "", picture: { id: kept.id } });
    }
  }
}

function picturesOf(outputs: unknown): Buffer[] {
  return (Array.isArray(outputs) ? outputs : []).flatMap((output: unknown) => {
    const data = isRecord(output) && isRecord(output.data) ? output.data : {};
    const packed = data["image/png"] ?? data["image/jpeg"];
    if (packed) return [Buffer.from(joined(packed), "base64")];
    const drawing = data["image/svg+xml"];
    return drawing ? [Buffer.from(joined(drawing))] : [];
  });
}

/** Notebooks keep a text as one string or as a list of its lines. */
function joined(text: unknown): string {
  return Array.isArray(text) ? text.map(String).join("") : String(text ?? "");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
