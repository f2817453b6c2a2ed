import type { AnswerEvent, AnswerInput } from "@besunny/ai/ai";
import type { TableRead, TablesInput } from "@besunny/ai/answering/tables/table-read";
import { createDocumentBuilder } from "@besunny/document-model/document-builder";
import { afterAll, describe, expect, test } from "vitest";

import { aContext } from "../../test/contexts";
import { anIndex, aReadyDocument, aRestrictedProject, wordVectors } from "../../test/documents";
import type { WorkspaceContext } from "../context";
import { fileDocuments } from "../documents/file-documents";
import { listDocuments } from "../documents/list-documents";
import { createProject } from "../projects/create-project";
import { setInstructions } from "../projects/set-instructions";
import { askQuestion } from "./ask-question";

const { index, close } = await anIndex();
afterAll(close);

const searching = { index, ai: wordVectors };
const text = "The tenant pays the rent on the first Monday of the month.";

function aTable(lines: string) {
  const builder = createDocumentBuilder({ format: "csv", mediaType: "text/csv" });
  builder.startPage({ kind: "sheet", label: "Staff" });
  const rows = lines.split("\n").map((line) => line.split("\t"));
  builder.addTable({
    cells: rows.flatMap((line, row) => line.map((cell, column) => ({ text: cell, row, column }))),
  });
  return builder.build();
}

describe("askQuestion", () => {
  const producedBy = { kind: "local" as const, model: "a-test", release: "1" };
  const cost = { inputTokens: 0, outputTokens: 0, microUsd: 0 };
  const asked: AnswerInput[] = [];
  const answering = (found: boolean) => ({
    ...wordVectors,
    async *answer(input: AnswerInput): AsyncGenerator<AnswerEvent> {
      asked.push(input);
      yield { kind: "text", text: "The tenant [1]." };
      const citations = found
        ? [{ n: 1, passage: 1, quote: "tenant", span: [4, 10] as [number, number] }]
        : [];
      yield { kind: "done", found, citations, sent: null, producedBy, cost };
    },
  });
  async function ask(ctx: WorkspaceContext, found: boolean) {
    const ai = { ...ctx.ai, ...answering(found) };
    const told = [];
    for await (const each of askQuestion({ ...ctx, ai }, { question: "Who pays the rent?" }))
      told.push(each);
    return told;
  }

  test("gives the answer as it is written, then where each claim stands in the document", async () => {
    const ctx = await aContext(searching);
    const { id } = await aReadyDocument(ctx, text);

    expect(await ask(ctx, true)).toMatchObject([
      { kind: "text", text: "The tenant [1]." },
      {
        kind: "done",
        found: true,
        citations: [{ n: 1, documentId: id, quote: "tenant", span: [4, 10], isProven: true }],
        nearMisses: [],
      },
    ]);
  });

  test("tells the model what a project's people ask of answers, and only in questions to that project", async () => {
    const ctx = await aContext(searching);
    await aReadyDocument(ctx, text);
    const { id: projectId } = await createProject(ctx, { name: "Building" });
    await setInstructions(ctx, { id: projectId, instructions: "Be short." });
    const { items } = await listDocuments(ctx, {});
    await fileDocuments(ctx, { projectId, add: items.map(({ id }) => id) });
    const told = async (scope: { projectId?: string }) => {
      const ai = { ...ctx.ai, ...answering(true) };
      for await (const _ of askQuestion({ ...ctx, ai }, { question: "Who pays the rent?", scope }));
      return asked.at(-1)?.instructions;
    };

    expect(await told({ projectId })).toBe("Be short.");
    expect(await told({})).toBeUndefined();
  });

  test("says that nothing was found, with what came near", async () => {
    const ctx = await aContext(searching);
    const { id } = await aReadyDocument(ctx, text);

    expect((await ask(ctx, false)).at(-1)).toMatchObject({
      found: false,
      citations: [],
      nearMisses: [{ documentId: id, text }],
    });
  });

  test("answers from a row of a table that the asker may see, and cites it", async () => {
    const lines = "name\tsalary\nGwil Harrow\t39900\nRemy Quent\t37900";
    const readTables = async ({ tables }: TablesInput): Promise<TableRead | null> => {
      const table = tables.findIndex(({ columns }) => columns.includes("salary"));
      return table < 0
        ? null
        : {
            table,
            rows: [0],
            column: 1,
            name: 0,
            beside: [],
            how: "cell",
            total: null,
            score: 0.8,
          };
    };
    const { project, insider, outsider } = await aRestrictedProject(searching);
    const { id } = await aReadyDocument(insider, lines, {
      projectIds: [project.id],
      model: aTable(lines),
    });
    const askedBy = async (ctx: WorkspaceContext) => {
      const told = [];
      const ai = { ...ctx.ai, ...answering(false), readTables };
      for await (const each of askQuestion({ ...ctx, ai }, { question: "What does Gwil earn?" }))
        told.push(each);
      return told;
    };

    expect(await askedBy(insider)).toMatchObject([
      { kind: "text", text: "Gwil Harrow: salary 39900 [1]." },
      { kind: "done", found: true, citations: [{ documentId: id, quote: "Gwil Harrow\t39900" }] },
    ]);
    for (const stranger of [outsider, await aContext(searching)])
      expect((await askedBy(stranger)).at(-1)).toMatchObject({ found: false, citations: [] });
  });

  test("hands no passage to the model that the asker may not see", async () => {
    const { project, insider, outsider } = await aRestrictedProject(searching);
    await aReadyDocument(insider, text, { projectIds: [project.id] });
    asked.splice(0);

    for (const stranger of [outsider, await aContext(searching)]) await ask(stranger, false);
    await ask(insider, true);

    expect(asked.map(({ passages }) => passages.length)).toEqual([0, 0, 1]);
  });
});
