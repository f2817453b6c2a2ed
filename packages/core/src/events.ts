import { z } from "zod";

/** A fact that has happened. Shaped so that a background function can name it as its trigger. */
function event<Name extends string, Data extends z.ZodObject>(name: Name, schema: Data) {
  return { event: name, schema, of: (data: z.infer<Data>) => ({ name, data }) };
}

const aboutDocument = z.object({ workspaceId: z.string(), documentId: z.string() });

/** A document run of the kind `process` is wanted: the document was uploaded, or somebody asked to process it again. */
export const documentUploaded = event(
  "document/uploaded",
  aboutDocument.extend({ runId: z.string(), batchId: z.string().nullable().default(null) }),
);
/** A document has come from a source: the same work as for an upload, behind it in the queue. */
export const documentArrived = event(
  "document/arrived",
  aboutDocument.extend({ runId: z.string() }),
);
/** A document is to be processed again as part of a backfill. Its present results stay until the new run has succeeded. */
export const documentReprocessingAsked = event(
  "document/reprocessing-asked",
  aboutDocument.extend({ runId: z.string(), batchId: z.string() }),
);
/** Runs of the batch that have not begun may begin. */
export const batchResumed = event(
  "batch/resumed",
  z.object({ workspaceId: z.string(), batchId: z.string() }),
);
/** A transcript is to be understood as a meeting: it was read, or what is known of its people has changed. */
export const meetingUnderstandingAsked = event("meeting/understanding-asked", aboutDocument);
/** A meeting is understood, or better than before. */
export const meetingUnderstood = event(
  "meeting/understood",
  aboutDocument.extend({ meetingId: z.string() }),
);
/** An action was made, changed, confirmed, done or put away. Without a document it is one that a person wrote. */
export const actionItemChanged = event(
  "action-item/changed",
  z.object({
    workspaceId: z.string(),
    actionId: z.string(),
    documentId: z.string().nullable(),
    state: z.string(),
  }),
);
export const documentReady = event("document/ready", aboutDocument);
export const documentFailed = event("document/failed", aboutDocument.extend({ code: z.string() }));
export const documentCancelled = event("document/cancelled", aboutDocument);
export const documentTypeCorrected = event(
  "document/type-corrected",
  aboutDocument.extend({ before: z.string().nullable(), after: z.string().nullable() }),
);
/** A document can be found, and no type is sure enough: it waits for a person's look. */
export const documentReviewWanted = event("document/review-wanted", aboutDocument);
/** Documents went to the trash. */
export const documentsTrashed = event(
  "documents/trashed",
  z.object({ workspaceId: z.string(), documentIds: z.array(z.string()) }),
);
/** A document went to the trash, and an automation waits for that. */
export const documentTrashed = event("document/trashed", aboutDocument);
/** A message came to an address of the workspace. */
export const hookReceived = event(
  "hook/received",
  z.object({ workspaceId: z.string(), hookId: z.string(), deliveryId: z.string() }),
);
/** A source goes on, was paused or stopped, or asks. */
export const sourceStateChanged = event(
  "source/state-changed",
  z.object({ workspaceId: z.string(), sourceId: z.string(), state: z.string() }),
);
/**
 * At a source, the people changed, or what they see. Without a source it may be any of the workspace. The documents follow by
 * `apply-grants`.
 */
export const sourcePeopleChanged = event(
  "source/people-changed",
  z.object({
    workspaceId: z.string(),
    sourceId: z.string().nullable(),
    /** The place where an earlier run has stopped. */
    after: z.object({ sourceId: z.string(), externalId: z.string() }).nullable().default(null),
  }),
);
/** A share of a quota is used: 80, 95 or 100 percent. PostgreSQL announces it. */
export const usageLevelReached = event(
  "usage/level-reached",
  z.object({
    workspaceId: z.string(),
    meter: z.string(),
    level: z.number().int(),
    startsAt: z.string(),
  }),
);
/** Title, type, projects, access or trash of one document changed: the index is out of date. */
export const documentChanged = event("document/changed", aboutDocument);
/**
 * The same for many documents, to which a command gave the sequence numbers of this range, both ends included. Other documents may have
 * numbers in between.
 */
export const documentsChanged = event(
  "documents/changed",
  z.object({ workspaceId: z.string(), fromSeq: z.number().int(), toSeq: z.number().int() }),
);
/** One document was deleted. Nothing sends it now; events of earlier builds may wait to be handled. */
export const documentDeleted = event(
  "document/deleted",
  aboutDocument.extend({ keys: z.array(z.string()) }),
);
/** Documents were deleted; `keys` names the remaining files of each document. A command deletes at most a page of documents. */
export const documentsDeleted = event(
  "documents/deleted",
  z.object({
    workspaceId: z.string(),
    documents: z.array(z.object({ documentId: z.string(), keys: z.array(z.string()) })),
  }),
);
/** A hold was made, changed or released: the files of its documents are held in their storage as well. */
export const holdsChanged = event(
  "holds/changed",
  z.object({ workspaceId: z.string(), holdId: z.string() }),
);
/** An owner wants everything of the workspace as one archive. */
export const exportAsked = event(
  "workspace/export-asked",
  z.object({ workspaceId: z.string(), exportId: z.string() }),
);
/** The waiting time of a workspace that is to end is over. */
export const departureDue = event(
  "workspace/departure-due",
  z.object({ workspaceId: z.string(), departureId: z.string() }),
);
/** Two people have agreed to erase a person. */
export const erasureConfirmed = event(
  "privacy/erasure-confirmed",
  z.object({ workspaceId: z.string(), requestId: z.string() }),
);
/** A release is to be run over a frozen dataset. */
export const evaluationAsked = event(
  "release/evaluation-asked",
  z.object({ workspaceId: z.string(), evaluationId: z.string() }),
);
/** A document is ready, and a shadow runs in its workspace. */
export const shadowAsked = event("document/shadow-asked", aboutDocument);
/** A schedule run is wanted: the schedule is due, or a platform admin asked for it. Belongs to no workspace. */
export const scheduleRunAsked = event(
  "schedule/run-asked",
  z.object({ schedule: z.string(), scheduleRunId: z.string() }),
);

/** A model is to be trained on the labels of a workspace. */
export const modelTrainingAsked = event(
  "model/training-asked",
  z.object({ workspaceId: z.string(), trainingRunId: z.string() }),
);

/** The people whom it needs have agreed to a tuning of a hosted model. */
export const modelTuningAsked = event(
  "model/tuning-asked",
  z.object({ workspaceId: z.string(), trainingRunId: z.string() }),
);

const aboutSource = z.object({
  workspaceId: z.string(),
  sourceId: z.string(),
  ownerId: z.string(),
});
/** A source is to be looked at: it is due, or somebody asked. */
export const sourceLookAsked = event("source/look-asked", aboutSource);
/** Items of a source wait to be fetched. */
export const sourceFetchAsked = event(
  "source/fetch-asked",
  aboutSource.extend({ connectionId: z.string() }),
);
/** Events of a calendar were recorded that begin in this span of time, both ends included. */
export const calendarEventsChanged = event(
  "calendar/events-changed",
  z.object({ workspaceId: z.string(), from: z.iso.datetime(), to: z.iso.datetime() }),
);
/** The channel by which a provider says "look now" is to be opened or renewed. */
export const sourceWatchAsked = event("source/watch-asked", aboutSource);
/** A source was removed. What came from it goes to the trash, but where it is kept. */
export const sourceErasing = event("source/erasing", aboutSource.extend({ keeps: z.boolean() }));

/** Documents were added to a project. */
export const documentsFiled = event(
  "documents/filed",
  z.object({ workspaceId: z.string(), projectId: z.string(), documentIds: z.array(z.string()) }),
);
/** A run of an automation is to go on from the step at which it is. */
export const automationRunAsked = event(
  "automation/run-asked",
  z.object({ workspaceId: z.string(), runId: z.string() }),
);
/** A rehearsal of an automation is to be made. */
export const rehearsalAsked = event(
  "automation/rehearsal-asked",
  z.object({ workspaceId: z.string(), rehearsalId: z.string() }),
);
/** A rehearsal is to be applied to its documents. */
export const rehearsalApplyAsked = event(
  "automation/rehearsal-apply-asked",
  z.object({ workspaceId: z.string(), rehearsalId: z.string(), batchId: z.string() }),
);
/** A person wants what an applied rehearsal changed to be taken back. */
export const rehearsalUndoAsked = event(
  "automation/rehearsal-undo-asked",
  z.object({ workspaceId: z.string(), rehearsalId: z.string(), userId: z.string() }),
);
/** The time of an automation has come. */
export const automationDue = event(
  "automation/due",
  z.object({ workspaceId: z.string(), automationId: z.string(), at: z.iso.datetime() }),
);
/** An automation asks people. Without their answer something else happens at the time. */
export const approvalAsked = event(
  "automation/approval-asked",
  z.object({ workspaceId: z.string(), approvalId: z.string(), until: z.iso.datetime() }),
);

/** A platform admin asked for a bulk action on many runs. */
export const runOperationAsked = event(
  "runs/operation-asked",
  z.object({ operationId: z.string() }),
);
/** One run of the job has left work of the bulk action for the next run. */
export const runOperationContinued = event(
  "runs/operation-continued",
  z.object({ operationId: z.string() }),
);

type Value = string | number | boolean | null | Value[] | { [name: string]: Value };

export type DomainEvent = { name: string; data: Record<string, Value> };
