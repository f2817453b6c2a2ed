import type { WorkspaceContext } from "../../src/context";
import { recordCleanings } from "../../src/quality/cleaning/record-cleanings";
import { aReadyDocument } from "../documents";

/** An open issue of a new ready document: its text was read in a wrong encoding. */
export async function anIssue(ctx: WorkspaceContext, text: string) {
  const { id: documentId } = await aReadyDocument(ctx, `${text} GrÃ¼ÃŸe fÃ¼r JÃ¶rg`);
  const scope = { workspaceId: ctx.workspaceId, principals: ["all"] };
  const issue = {
    documentId,
    kind: "encoding",
    severity: "medium",
    source: "upload",
    details: { places: 3 },
    texts: [],
  };
  return ctx.db.write(scope, async ({ dataIssues }) => {
    await dataIssues.keep({ documentIds: [], kinds: [] }, [issue], new Date());
    const [kept] = (await dataIssues.list({ documentId }, { limit: 1 })).items;
    if (!kept) throw new Error("The issue was not kept");
    return kept.id;
  });
}

/** A cleaning of a new ready document that is in force. */
export async function aCleaning(ctx: WorkspaceContext, text: string) {
  await recordCleanings(ctx, { issueIds: [await anIssue(ctx, text)] });
  const scope = { workspaceId: ctx.workspaceId, principals: ["all"] };
  const [made] = await ctx.db.read(scope, ({ cleanings }) => cleanings.list(1));
  if (!made) throw new Error("The cleaning was not kept");
  return made.id;
}
