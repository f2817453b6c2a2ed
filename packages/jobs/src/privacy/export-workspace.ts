import { exportAsked } from "@besunny/core/events";
import { failExport } from "@besunny/core/exports/fail-export";
import { finishExport } from "@besunny/core/exports/finish-export";
import { planExport } from "@besunny/core/exports/plan-export";
import { writeDocuments } from "@besunny/core/exports/write-documents";
import { writeTable } from "@besunny/core/exports/write-table";
import type { Inngest } from "inngest";
import { z } from "zod";
import type { Callers } from "../callers";

const Failed = z.object({ data: z.object({ event: z.object({ data: exportAsked.schema }) }) });

/** Writes everything of a workspace into one archive, part by part: each table, then documents. A part that failed is written again alone. */
export const exportWorkspace = (
  inngest: Inngest,
  { workspaceCaller }: Pick<Callers, "workspaceCaller">,
) =>
  inngest.createFunction(
    {
      id: "export-workspace",
      triggers: [{ event: exportAsked.event }],
      concurrency: { key: "event.data.workspaceId", limit: 1 },
      idempotency: "event.data.exportId",
      retries: 5,
      onFailure: async ({ event, error }) => {
        const { workspaceId, exportId: id } = Failed.parse(event).data.event.data;
        const caller = workspaceCaller(workspaceId, "export-workspace");
        await failExport(caller, { id, problem: error.message.slice(0, 500) });
      },
    },
    async ({ event, step }) => {
      const { workspaceId, exportId: id } = exportAsked.schema.parse(event.data);
      const caller = workspaceCaller(workspaceId, "export-workspace");
      const { isWanted, tables } = await step.run("plan", async () => {
        const plan = await planExport(caller, { id });
        return {
          isWanted: plan.isWanted,
          tables: plan.tables.flatMap(({ table, keptBecause }) => (keptBecause ? [] : [table])),
        };
      });
      if (!isWanted) return { parts: 0 };
      let n = 0;
      for (const table of tables) {
        n += 1;
        const part = { id, n, table };
        await step.run(`table ${table}`, () => writeTable(caller, part));
      }
      let documents = 0;
      for (let after: string | null = ""; after !== null; ) {
        n += 1;
        const part = { id, n, after };
        const written: { documents: number; next: string | null } = await step.run(
          `documents ${n}`,
          () => writeDocuments(caller, part),
        );
        documents += written.documents;
        after = written.next;
      }
      await step.run("finish", () => finishExport(caller, { id, parts: n, documents }));
      return { parts: n, documents };
    },
  );
