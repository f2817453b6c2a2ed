import type { Ai } from "@besunny/ai/ai";
import { understandMeeting as findInMeeting } from "@besunny/ai/meetings/understand-meeting";
import { wordEncoder } from "@besunny/ai/test/word-encoder";
import { createDocumentBuilder } from "@besunny/document-model/document-builder";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import { readingReleaseOf } from "@besunny/document-model/reading-release";
import type { WorkspaceContext } from "../src/context";
import { linkMeeting } from "../src/meetings/linking/link-meeting";
import { listMeetings } from "../src/meetings/list-meetings";
import { matchMeeting } from "../src/meetings/matching/match-meeting";
import { understandMeeting } from "../src/meetings/understanding/understand-meeting";
import { inBackground } from "./contexts";
import { aReadyDocument } from "./documents";

const SECONDS_OF_A_TURN = 10;

/** A model of lines such as "Ann: We pay.", ten seconds each, as the reader of subtitles makes it. A line without a name has no speaker. */
export function aTranscriptModel(...lines: string[]): ParsedDocument {
  const builder = createDocumentBuilder({ format: "text", mediaType: "text/vtt" });
  builder.startPage({ kind: "flow" });
  for (const [index, line] of lines.entries()) {
    const [, speaker, text = line] = /^([^:]{1,40}): (.*)$/.exec(line) ?? [];
    const startMs = index * SECONDS_OF_A_TURN * 1_000;
    builder.add({
      kind: "paragraph",
      text: speaker === undefined ? text : `${speaker}: ${text}`,
      ...(speaker !== undefined && { speaker }),
      time: [startMs, startMs + SECONDS_OF_A_TURN * 1_000],
    });
  }
  return { ...builder.build(), release: readingReleaseOf("text") };
}

/** Finds what rules find in a meeting, with vectors of words in place of a model. */
export const meetingAi: Pick<Ai, "understandMeeting"> = {
  understandMeeting: (input) => findInMeeting(input, wordEncoder),
};

/** Understands the meeting of a document as the background function does. */
export const understand = (ctx: WorkspaceContext, documentId: string) =>
  understandMeeting(inBackground(ctx, { ai: meetingAi }, "understand-meeting"), { documentId });

/** Finds the event and the documents of a meeting as the background function does. */
export async function connect(ctx: WorkspaceContext, documentId: string): Promise<void> {
  const job = inBackground(ctx, undefined, "connect-meeting");
  await matchMeeting(job, { documentId });
  await linkMeeting(job, { documentId });
}

/** A ready transcript with its meeting. The context needs an index. */
export async function aMeeting(
  ctx: WorkspaceContext,
  lines: readonly string[],
  given: Parameters<typeof aReadyDocument>[2] = {},
): Promise<{ id: string; documentId: string }> {
  const model = aTranscriptModel(...lines);
  const { id: documentId } = await aReadyDocument(ctx, model.text, {
    model,
    title: "Weekly of 3 March 2026",
    ...given,
  });
  await understand(ctx, documentId);
  const { items } = await listMeetings(ctx, { limit: 200 });
  const meeting = items.find((each) => each.documentId === documentId);
  if (!meeting) throw new Error(`${documentId} has no meeting`);
  return { id: meeting.id, documentId };
}
