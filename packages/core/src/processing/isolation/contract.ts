import { z } from "zod";

import { count } from "../../shapes";

/** A workspace that nobody enters. Its marked document must be found from nowhere else. */
export type CanaryWorkspace = {
  id: string;
  name: string;
  documentId: string;
  projectId: string;
  /** A word that no text holds by chance. */
  mark: string;
};

/** The platform's role does not see their rows, so no figure, count or bill holds them: a migration names both. */
export const canaries = [
  {
    id: "ws_canary_one",
    name: "Canary one",
    documentId: "doc_canary_one",
    projectId: "prj_canary_one",
    mark: "quonsabrinth",
  },
  {
    id: "ws_canary_two",
    name: "Canary two",
    documentId: "doc_canary_two",
    projectId: "prj_canary_two",
    mark: "verdalompik",
  },
] as const satisfies readonly CanaryWorkspace[];

export const folderOf = ({ id }: CanaryWorkspace) => `uploads/${id}`;

export const ofCanary = z.object({ documentId: z.enum(canaries.map((each) => each.documentId)) });

export function canaryOf({ documentId }: z.output<typeof ofCanary>): CanaryWorkspace {
  const found = canaries.find((each) => each.documentId === documentId);
  if (!found) throw new Error(`${documentId} is no canary`);
  return found;
}

/** Rows of a workspace that hold a mark, by table. */
export const MarkedRows = z.object({
  stores: z.array(z.object({ store: z.string(), found: count })),
});
