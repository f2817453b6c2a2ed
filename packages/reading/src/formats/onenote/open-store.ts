import { openPackageStore } from "./package-store/open-package-store";
import { openRevisionStore } from "./revision-store/open-revision-store";
import { guidText } from "./store/ids";
import type { OneStore } from "./store/one-store";

const formatAt = 48;
const revisionStore = "109add3f-911b-49f5-a5d0-1791edc8aed8";
const packageStore = "638de92f-a6d4-4bc1-9a36-b3fc2511a5b7";

/** Opens a section in either of its forms; null for a form that is not known. Throws for a file without a whole header. */
export function openStore(bytes: Buffer): OneStore | null {
  const format = guidText(bytes.subarray(formatAt, formatAt + 16));
  if (format === packageStore) return openPackageStore(bytes);
  return format === revisionStore ? openRevisionStore(bytes) : null;
}
