import type { Block, Cell, DocumentModel } from "./document-model";

/** The document as Markdown, headers and footers of its pages left out; text that would read as markup is escaped. */
export function toMarkdown(model: DocumentModel): string {
  let markdown = "";
  let before: Block | undefined;
  for (const block of model.blocks) {
    if (block.kind === "header" || block.kind === "footer") continue;
    const isTight = before?.kind === "list-item" && block.kind === "list-item";
    if (before) markdown += isTight ? "\n" : "\n\n";
    markdown += blockOf(block, model.text.slice(...block.span));
    before = block;
  }
  return markdown === "" ? "" : `${markdown}\n`;
}

function blockOf(block: Block, text: string): string {
  if (block.cells) return tableOf(block.cells);
  switch (block.kind) {
    case "title":
      return `# ${inline(text)}`;
    case "heading":
      return `${"#".repeat(Math.min(6, Math.max(1, block.level ?? 2)))} ${inline(text)}`;
    case "list-item":
      return `${"  ".repeat((block.level ?? 1) - 1)}- ${inline(text.replace(/^([•●▪■◦○‣⁃·*–-])\s+/, ""))}`;
    case "code":
    case "formula": {
      const fence = "`".repeat(Math.max(3, longestRun(text) + 1));
      return `${fence}\n${text}\n${fence}`;
    }
    default:
      return text.split("\n").map(escaped).join("  \n");
  }
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}

function inline(text: string): string {
  return escaped(text.replace(/\s+/g, " "));
}

function escaped(text: string): string {
  return text
    .replace(/([\\`*_[\]<>|])/g, "\\$1")
    .replace(/^(\s*)([#+-])(?=\s)/, "$1\\$2")
    .replace(/^(\s*\d+)([.)])(?=\s)/, "$1\\$2");
}

function tableOf(cells: Cell[]): string {
  const columns = [...new Set(cells.map(({ column }) => column))].sort((a, b) => a - b);
  const placeOf = new Map(columns.map((column, place) => [column, place]));
  const rows = new Map<number, string[]>();
  for (const { row, column, text } of cells) {
    const line = rows.get(row) ?? columns.map(() => "");
    line[placeOf.get(column) ?? 0] = inline(text);
    rows.set(row, line);
  }
  const [head = [], ...body] = [...rows.values()];
  const rule = columns.map(() => "---");
  return [head, rule, ...body].map((line) => `| ${line.join(" | ")} |`).join("\n");
}
