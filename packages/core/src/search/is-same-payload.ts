import type { IndexedDocument } from "@besunny/ai/index/passage-index";

type Payload = IndexedDocument["payloads"][number];

/** Returns whether all passages of a document in the index have this payload. */
export function isSamePayload({ payloads }: IndexedDocument, truth: Payload): boolean {
  return payloads.every((payload) => fingerprint(payload) === fingerprint(truth));
}

function fingerprint({ projectIds, access, type, status, language, createdAt }: Payload): string {
  const instant = new Date(createdAt).getTime();
  return JSON.stringify([
    projectIds.toSorted(),
    access.toSorted(),
    type,
    status,
    language,
    instant,
  ]);
}
