import { z } from "zod";

import type { PlatformContext } from "../../context";
import { platformQuery } from "../../operation/platform";
import { documentOfRun } from "../runs/document-of-run";
import { Found } from "./contract";

type Item = z.output<typeof Found>["items"][number];
const MOST = 8;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Finds what an id, an address, a name of a person or workspace, or a trace id belongs to. Names and texts of documents are not searched. */
export const findAnything = platformQuery("platform.find-anything", {
  title: "Find by an id, an address or a trace",
  permission: "platform.read",
  input: z.object({ text: z.string().trim().min(2).max(120) }),
  output: Found,
  doors: ["admin"],

  async handle(ctx, { text }) {
    const found = await Promise.all([
      ofId(ctx, text),
      ofRun(ctx, text),
      ofTrace(ctx, text),
      ofNames(ctx, text),
    ]);
    return { items: found.flat() };
  },
});

async function ofId({ db }: PlatformContext, id: string): Promise<Item[]> {
  const { lookups } = db.platform;
  if (id.startsWith("doc_")) {
    const row = await lookups.document(id);
    return row ? [item("document", { ...row, documentId: id })] : [];
  }
  if (id.startsWith("run_")) {
    const row = await lookups.documentRun(id);
    return row ? [item("documentRun", row)] : [];
  }
  if (id.startsWith("bat_")) {
    const row = await lookups.batch(id);
    return row ? [item("batch", row)] : [];
  }
  if (!id.startsWith("ws_")) return [];
  const row = await lookups.workspace(id);
  return row ? [item("workspace", { id, label: row.name, workspaceId: id })] : [];
}

async function ofRun({ runs }: PlatformContext, id: string): Promise<Item[]> {
  const run = uuid.test(id) ? await runs?.getRun(id) : null;
  if (!run) return [];
  const documentId = documentOfRun(run)?.documentId ?? null;
  return [item("run", { id, label: run.functionId, workspaceId: run.tenant, documentId })];
}

async function ofTrace({ db }: PlatformContext, traceId: string): Promise<Item[]> {
  if (traceId.length < 8) return [];
  const calls = await db.platform.lookups.calls(traceId, MOST);
  return calls.map(({ id, operation, workspaceId, subjects }) =>
    item("call", {
      id,
      label: operation,
      workspaceId,
      documentId: subjects.find((subject) => subject.startsWith("doc_")) ?? null,
    }),
  );
}

async function ofNames({ db }: PlatformContext, text: string): Promise<Item[]> {
  const { lookups } = db.platform;
  const [people, workspaces] = await Promise.all([
    lookups.people(text, MOST),
    lookups.workspaces(text, MOST),
  ]);
  return [
    ...people.map(({ id, name, email }) => item("person", { id, label: `${name} · ${email}` })),
    ...workspaces.map(({ id, name }) => item("workspace", { id, label: name, workspaceId: id })),
  ];
}

function item(
  kind: Item["kind"],
  { id, label = null, workspaceId = null, documentId = null }: Partial<Item> & { id: string },
): Item {
  return { kind, id, label, workspaceId, documentId };
}
