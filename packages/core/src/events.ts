import { z } from "zod";

/** A fact that has happened. Shaped so that a background function can name it as its trigger. */
function event<Name extends string, Data extends z.ZodObject>(name: Name, schema: Data) {
  return { event: name, schema, of: (data: z.infer<Data>) => ({ name, data }) };
}

const aboutDocument = z.object({ workspaceId: z.string(), documentId: z.string() });

/** A run of the document's processing is wanted: it was uploaded, or somebody asked for it again. */
export const documentUploaded = event(
  "document/uploaded",
  aboutDocument.extend({ runId: z.string() }),
);
export const documentReady = event("document/ready", aboutDocument);
export const documentFailed = event("document/failed", aboutDocument.extend({ code: z.string() }));
export const documentCancelled = event("document/cancelled", aboutDocument);
export const documentTypeCorrected = event(
  "document/type-corrected",
  aboutDocument.extend({ before: z.string().nullable(), after: z.string().nullable() }),
);
/** Title, type, projects, access or trash changed: what the index holds of it is out of date. */
export const documentChanged = event("document/changed", aboutDocument);
export const documentDeleted = event(
  "document/deleted",
  aboutDocument.extend({ keys: z.array(z.string()) }),
);

export type DomainEvent = { name: string; data: Record<string, string | string[] | null> };
