import { z } from "zod";
import { query } from "../operation/query";
import { ExportSummary, shownExport } from "./contract/export";

const MOST = 50;

/** Lists the exports of the workspace, the newest first. */
export const listExports = query("exports.list-exports", {
  title: "List exports of the workspace",
  permission: "workspace.export",
  input: z.object({}),
  output: z.object({ items: z.array(ExportSummary) }),
  doors: ["web", "rest"],
  cost: 0,

  async handle({ exports, clock }) {
    const now = clock();
    return { items: (await exports.list(MOST)).map((each) => shownExport(each, now)) };
  },
});
