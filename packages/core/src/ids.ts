import { z } from "zod";

/** Returns the schema of an id in an input: the prefix of its kind, then letters and digits. */
function idOf(
  prefix:
    | "bat"
    | "bud"
    | "cmt"
    | "cnv"
    | "doc"
    | "ent"
    | "fld"
    | "grp"
    | "key"
    | "lnk"
    | "opt"
    | "prj"
    | "run"
    | "tag"
    | "tra"
    | "viw"
    | "trn"
    | "iss"
    | "cln"
    | "rel"
    | "evl"
    | "exp"
    | "dat"
    | "dsh"
    | "dsl"
    | "con"
    | "src"
    | "mtg"
    | "fnd"
    | "act"
    | "dec"
    | "hld"
    | "prq"
    | "rcp"
    | "rtn"
    | "atm"
    | "arn"
    | "apr"
    | "arh"
    | "whe"
    | "msg"
    | "whi"
    | "wex"
    | "dep"
    | "ret"
    | "awt",
) {
  return z
    .string()
    .regex(new RegExp(`^${prefix}_[0-9A-Za-z_]{1,56}$`), `Give an id that begins with ${prefix}_`);
}

export const batchId = idOf("bat");
export const budgetId = idOf("bud");
export const conversationId = idOf("cnv");
export const documentId = idOf("doc");
export const entityId = idOf("ent");
export const fieldId = idOf("fld");
export const optionId = idOf("opt");
export const groupId = idOf("grp");
export const commentId = idOf("cmt");
export const linkId = idOf("lnk");
export const keyId = idOf("key");
export const projectId = idOf("prj");
export const tagId = idOf("tag");
export const trainingRunId = idOf("tra");
export const viewId = idOf("viw");
export const turnId = idOf("trn");
export const issueId = idOf("iss");
export const cleaningId = idOf("cln");
export const releaseId = idOf("rel");
export const evaluationId = idOf("evl");
export const experimentId = idOf("exp");
export const datasetId = idOf("dat");
export const dashboardId = idOf("dsh");
export const dashboardLinkId = idOf("dsl");
export const connectionId = idOf("con");
export const sourceId = idOf("src");
export const meetingId = idOf("mtg");
export const findingId = idOf("fnd");
export const actionId = idOf("act");
export const decisionId = idOf("dec");
export const holdId = idOf("hld");
export const receiptId = idOf("rcp");
export const automationId = idOf("atm");
export const automationRunId = idOf("arn");
export const rehearsalId = idOf("arh");
export const approvalId = idOf("apr");
export const privacyRequestId = idOf("prq");
export const webhookId = idOf("whe");
export const webhookMessageId = idOf("msg");
export const inboundHookId = idOf("whi");
export const exportId = idOf("wex");
export const departureId = idOf("dep");
export const restrictionId = idOf("rtn");
export const retentionRuleId = idOf("ret");
export const watchId = idOf("awt");

/** The most documents that one command changes. */
export const MOST_DOCUMENTS_AT_ONCE = 10_000;

/** The ids of documents that a command changes in a few statements, however many they are. */
export const manyDocumentIds = z.array(documentId).min(1).max(MOST_DOCUMENTS_AT_ONCE);

/** The browser's name for a picked file, so that it counts once however often it is sent. */
export const fileKey = z.string().regex(/^[\w-]{8,64}$/, "Give 8 to 64 letters and digits");

/** The ids of at most one page of the library. */
export const documentIds = z.array(documentId).min(1).max(200);
