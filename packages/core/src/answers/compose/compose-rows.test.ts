import { createDocumentBuilder } from "@besunny/document-model/document-builder";
import { expect, test } from "vitest";
import { understand } from "../question/understand";
import { Citer } from "./citer";
import { composeRows } from "./compose-rows";

const lines = [
  ["Ticket", "Opened", "Priority", "State"],
  ["T-1", "2026-02-16", "high", "closed"],
  ["T-2", "2026-02-17", "normal", "open"],
  ["T-3", "2026-02-18", "high", "open"],
];

function aSheet() {
  const builder = createDocumentBuilder({ format: "csv", mediaType: "text/csv" });
  builder.startPage({ kind: "sheet", label: "Tickets" });
  builder.addTable({ rows: lines.map((cells) => cells.map((text) => ({ text }))) });
  return builder.build();
}
