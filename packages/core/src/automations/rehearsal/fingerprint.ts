import { createHash } from "node:crypto";

import type { Subject } from "../actions/action";

/** Returns a short text that differs when the document differs. Whatever depends on the moment or on other documents is no part of it. */
export function fingerprintOf({ document, record }: Subject): string {
  const { now: _, facts, doc, ...rest } = record;
  const { hasNewParty: _new, ...own } = doc;
  const plain = Object.entries(facts).map(([key, fact]) => [key, { ...fact, isNew: undefined }]);
  const { version, trashedAt, filedIn, access } = document;
  const around = { version, trashedAt, filedIn: filedIn.map(({ id }) => id).toSorted() };
  const text = JSON.stringify([around, access.toSorted(), own, plain, rest]);
  return createHash("sha256").update(text).digest("base64url").slice(0, 24);
}
