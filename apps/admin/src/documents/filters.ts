import { documentStatuses } from "@besunny/api/browser/vocabulary";
import {
  createLoader,
  createSerializer,
  parseAsArrayOf,
  parseAsIsoDateTime,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";

/** The filters of the documents behind a figure, as they stand in the URL; `to` is left out. */
export const filterParsers = {
  status: parseAsArrayOf(parseAsStringLiteral(documentStatuses)),
  errorCode: parseAsString,
  workspaceId: parseAsString,
  batchId: parseAsString,
  from: parseAsIsoDateTime,
  to: parseAsIsoDateTime,
};

export const loadFilters = createLoader(filterParsers);

type Filters = Awaited<ReturnType<typeof loadFilters>>;

const serialize = createSerializer(filterParsers);

/** The address of the documents behind a figure. */
export function documentsHref(filters: Partial<Filters>): string {
  return serialize("/documents", filters);
}

/** The address of a document, or of one of its runs there. */
export function documentHref(id: string, runId?: string): string {
  return `/documents/${encodeURIComponent(id)}${runId ? `#${runId}` : ""}`;
}

/** As the API takes them. */
export function asInput({ status, errorCode, workspaceId, batchId, from, to }: Filters) {
  return {
    ...(status ? { status } : {}),
    ...(errorCode ? { errorCode } : {}),
    ...(workspaceId ? { workspaceId } : {}),
    ...(batchId ? { batchId } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    limit: 50,
  };
}
