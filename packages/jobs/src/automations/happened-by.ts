import {
  documentFailed,
  documentReady,
  documentReviewWanted,
  documentsFiled,
  documentTrashed,
  documentTypeCorrected,
  meetingUnderstood,
} from "@besunny/core/events";

type Happened = { kind: string; key: string; about: string | null };
type Told = { workspaceId: string; each: { documentId: string; happened: Happened[] }[] };

/** Returns the triggers of automations that an event is, for each of its documents. */
export function happenedBy(name: string, data: unknown): Told {
  const plain = (kind: string): Happened => ({ kind, key: kind, about: null });
  switch (name) {
    case documentReady.event: {
      const { workspaceId, documentId } = documentReady.schema.parse(data);
      const kinds = ["document.ready", "document.typed", "document.arrived"];
      return { workspaceId, each: [{ documentId, happened: kinds.map(plain) }] };
    }
    case documentFailed.event: {
      const { workspaceId, documentId } = documentFailed.schema.parse(data);
      return { workspaceId, each: [{ documentId, happened: [plain("document.failed")] }] };
    }
    case documentReviewWanted.event: {
      const { workspaceId, documentId } = documentReviewWanted.schema.parse(data);
      return { workspaceId, each: [{ documentId, happened: [plain("document.review_wanted")] }] };
    }
    case documentTrashed.event: {
      const { workspaceId, documentId } = documentTrashed.schema.parse(data);
      return { workspaceId, each: [{ documentId, happened: [plain("document.trashed")] }] };
    }
    case meetingUnderstood.event: {
      const { workspaceId, documentId } = meetingUnderstood.schema.parse(data);
      return { workspaceId, each: [{ documentId, happened: [plain("meeting.understood")] }] };
    }
    case documentTypeCorrected.event: {
      const { workspaceId, documentId, after } = documentTypeCorrected.schema.parse(data);
      const kind = "document.type_changed";
      const happened = [{ kind, key: `${kind}:${after ?? ""}`, about: after }];
      return { workspaceId, each: [{ documentId, happened }] };
    }
    default: {
      const { workspaceId, documentIds, projectId } = documentsFiled.schema.parse(data);
      const kind = "document.moved";
      const happened = [{ kind, key: `${kind}:${projectId}`, about: projectId }];
      return { workspaceId, each: documentIds.map((documentId) => ({ documentId, happened })) };
    }
  }
}
