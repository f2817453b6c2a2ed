import type { CellInput, DocumentBuilder } from "@besunny/document-model/document-builder";
import { addTurns } from "@besunny/document-model/transcripts/speaker-turns";
import type { Limits } from "../../contract/limits";
import type { ReaderInput } from "../../contract/reader-input";
import { transcriptOfJson } from "../transcripts/transcript-json";
import { addCode } from "./add-code";
import { addNotebook, isNotebook } from "./add-notebook";

const deepest = 6;
const widest = 80;

/** Adds JSON or lines of JSON: transcripts by their turns, objects of one kind as a table, others by their keys. Broken JSON is added unchanged, as code. */
export async function addJson(builder: DocumentBuilder, text: string, source: ReaderInput) {
  const value = parsed(text);
  if (value === undefined) return addCode(builder, text);
  const transcript = transcriptOfJson(value);
  if (transcript) {
    if (transcript.title) builder.add({ kind: "title", text: transcript.title });
    return addTurns(builder, transcript.turns);
  }
  if (isNotebook(value)) return addNotebook(builder, value.cells, source);
  const state = { cells: 0, limits: source.limits };
  addValue(builder, value, [], state);
}

type State = { cells: number; limits: Limits };

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    try {
      const lines = text.split("\n").filter((line) => line.trim() !== "");
      return lines.length > 1 ? lines.map((line): unknown => JSON.parse(line)) : undefined;
    } catch {
      return undefined;
    }
  }
}

function addValue(builder: DocumentBuilder, value: unknown, path: string[], state: State) {
  if (isFlat(value)) builder.add({ kind: "paragraph", text: written(value) });
  else if (path.length >= deepest) addDeep(builder, value);
  else if (Array.isArray(value)) addArray(builder, value, path, state);
  else if (isRecord(value)) addObject(builder, value, path, state);
}

function addDeep(builder: DocumentBuilder, value: unknown) {
  try {
    addCode(builder, JSON.stringify(value, null, 1));
  } catch {
    const warning = "What is nested too deeply was left out.";
    if (!builder.warnings.includes(warning)) builder.warnings.push(warning);
  }
}

function addArray(builder: DocumentBuilder, values: unknown[], path: string[], state: State) {
  if (values.every(isFlat)) {
    for (const value of values) builder.add({ kind: "list-item", level: 1, text: written(value) });
    return;
  }
  if (values.every(isRecord) && values.every(areFieldsFlat)) return addRows(builder, values, state);
  for (const [index, value] of values.entries())
    addNamed(builder, value, [...path, String(index + 1)], state);
}

function addObject(
  builder: DocumentBuilder,
  value: Record<string, unknown>,
  path: string[],
  state: State,
) {
  const lines: string[] = [];
  const nested: [string, unknown][] = [];
  for (const [key, each] of Object.entries(value)) {
    if (isFlat(each)) lines.push(`${key}: ${written(each)}`);
    else if (Array.isArray(each) && each.every(isFlat) && written(each).length < 300)
      lines.push(`${key}: ${written(each)}`);
    else nested.push([key, each]);
  }
  builder.add({ kind: "paragraph", text: lines.join("\n") });
  for (const [key, each] of nested) addNamed(builder, each, [...path, key], state);
}

function addNamed(builder: DocumentBuilder, value: unknown, path: string[], state: State) {
  builder.add({ kind: "heading", level: Math.min(6, path.length + 1), text: path.join(" / ") });
  addValue(builder, value, path, state);
}

function addRows(builder: DocumentBuilder, rows: Record<string, unknown>[], state: State) {
  const all = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = all.slice(0, widest);
  if (all.length > widest)
    builder.warnings.push(
      `Only the first ${widest} of ${all.length} fields of a record were read.`,
    );
  const cells: CellInput[] = columns.map((text, column) => ({
    text,
    row: 0,
    column,
    isHeader: true,
  }));
  const room = Math.floor((state.limits.cells - state.cells) / Math.max(1, columns.length));
  if (rows.length > room)
    builder.warnings.push(`Only ${room} of ${rows.length} records were read.`);
  for (const [index, row] of rows.slice(0, Math.max(0, room)).entries())
    for (const [column, name] of columns.entries())
      cells.push({ text: written(row[name] ?? ""), row: index + 1, column });
  state.cells += cells.length;
  builder.addTable({ cells });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function areFieldsFlat(row: Record<string, unknown>): boolean {
  return Object.values(row).every(
    (value) => isFlat(value) || (Array.isArray(value) && value.every(isFlat)),
  );
}

function isFlat(value: unknown): value is string | number | boolean | null {
  return typeof value !== "object" || value === null;
}

function written(value: unknown): string {
  return Array.isArray(value) ? value.map(String).join(", ") : String(value ?? "");
}
