import type { CallTranscript } from "@microsoft/microsoft-graph-types";

import type { Item } from "../source";

const BETWEEN = "~";

/** A transcript is asked for by its meeting, so that its id holds both. */
export function itemOf(
  { id = "", meetingId, createdDateTime }: CallTranscript,
  title: string,
): Item {
  const day = (createdDateTime ?? "").slice(0, 10);
  return {
    id: `${meetingId}${BETWEEN}${id}`,
    parentIds: meetingId ? [meetingId] : [],
    name: `${title || "Meeting"} ${day}.vtt`,
    mediaType: "text/vtt",
    size: null,
    revision: id,
    modifiedAt: new Date(createdDateTime ?? 0),
    webUrl: null,
    isFolder: false,
  };
}

export function idsIn(itemId: string): { meetingId: string; id: string } {
  const [meetingId = "", id = ""] = itemId.split(BETWEEN);
  return { meetingId, id };
}
