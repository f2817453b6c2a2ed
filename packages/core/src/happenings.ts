import { z } from "zod";

import {
  actionItemChanged,
  documentFailed,
  documentReady,
  documentReviewWanted,
  documentsTrashed,
  documentTypeCorrected,
  hookReceived,
  meetingUnderstood,
  sourceStateChanged,
} from "./events";

const ofDocument = z.object({ documentId: z.string() });

/** The public events: webhooks, rules, chat and MCP choose from them. Each has ids and no words. */
export const happenings = {
  "document.ready": { title: "A document is ready", data: ofDocument },
  "document.failed": {
    title: "A document could not be processed",
    data: ofDocument.extend({ code: z.string() }),
  },
  "document.type_changed": { title: "A person corrected a document's type", data: ofDocument },
  "document.review_wanted": { title: "A document waits for a person's look", data: ofDocument },
  "meeting.understood": {
    title: "A meeting is understood",
    data: ofDocument.extend({ meetingId: z.string() }),
  },
  "action_item.changed": {
    title: "An action of a meeting was confirmed, changed, done or put away",
    data: ofDocument.extend({ actionId: z.string(), state: z.string() }),
  },
  "document.trashed": { title: "A document went to the trash", data: ofDocument },
  "hook.received": {
    title: "A message came to an address of the workspace",
    data: z.object({ hookId: z.string(), deliveryId: z.string() }),
  },
  "source.state_changed": {
    title: "A source goes on, stopped or asks",
    data: z.object({ sourceId: z.string(), state: z.string() }),
  },
} as const satisfies Record<string, { title: string; data: z.ZodObject }>;

export type HappeningName = keyof typeof happenings;
export const happeningNames = Object.keys(happenings) as readonly HappeningName[];

/** A public event, with the id of the event of the outbox that it came from. */
export type Happening = {
  eventId: string;
  workspaceId: string;
  name: HappeningName;
  documentId: string | null;
  data: Record<string, string>;
  at: Date;
};

type Sent = { id: string; name: string; data: unknown; createdAt: Date };
type Told = Pick<Happening, "workspaceId" | "name" | "data">;

const mapping: Record<string, (data: unknown) => Told[]> = {
  [documentReady.event]: (data) => [about("document.ready", documentReady.schema.parse(data))],
  [documentFailed.event](data) {
    const { code, ...document } = documentFailed.schema.parse(data);
    return [about("document.failed", document, { code })];
  },
  [documentTypeCorrected.event]: (data) => [
    about("document.type_changed", documentTypeCorrected.schema.parse(data)),
  ],
  [documentReviewWanted.event]: (data) => [
    about("document.review_wanted", documentReviewWanted.schema.parse(data)),
  ],
  [meetingUnderstood.event](data) {
    const { meetingId, ...document } = meetingUnderstood.schema.parse(data);
    return [about("meeting.understood", document, { meetingId })];
  },
  // An action that a person wrote for themselves is no public event.
  [actionItemChanged.event](data) {
    const { workspaceId, documentId, ...of } = actionItemChanged.schema.parse(data);
    return documentId ? [about("action_item.changed", { workspaceId, documentId }, of)] : [];
  },
  [documentsTrashed.event](data) {
    const { workspaceId, documentIds } = documentsTrashed.schema.parse(data);
    return documentIds.map((documentId) => about("document.trashed", { workspaceId, documentId }));
  },
  [hookReceived.event](data) {
    const { workspaceId, ...of } = hookReceived.schema.parse(data);
    return [{ workspaceId, name: "hook.received", data: of }];
  },
  [sourceStateChanged.event](data) {
    const { workspaceId, ...of } = sourceStateChanged.schema.parse(data);
    return [{ workspaceId, name: "source.state_changed", data: of }];
  },
};

/** Events that no job waits for. The engine would keep the ids of their documents, also once these are deleted. */
const toldAlone: readonly string[] = [
  actionItemChanged.event,
  documentsTrashed.event,
  hookReceived.event,
];

/** Says whether the engine gets an event of the outbox. */
export const isForJobs = ({ name }: { name: string }): boolean => !toldAlone.includes(name);

/** Returns the public events of an event of the outbox; none for most events. */
export function happeningsOf({ id, name, data, createdAt }: Sent): Happening[] {
  return (mapping[name]?.(data) ?? []).map((told) => ({
    ...told,
    eventId: id,
    documentId: told.data.documentId ?? null,
    at: createdAt,
  }));
}

function about(
  name: HappeningName,
  { workspaceId, documentId }: { workspaceId: string; documentId: string },
  more: Record<string, string> = {},
): Told {
  return { workspaceId, name, data: { documentId, ...more } };
}
