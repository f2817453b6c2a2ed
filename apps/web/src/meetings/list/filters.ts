import { meetingOutcomes } from "@besunny/api/browser/vocabulary";
import { createLoader, parseAsString, parseAsStringLiteral } from "nuqs/server";

/** The filters of the list as they are in the URL. */
export const meetingParsers = {
  words: parseAsString,
  person: parseAsString,
  project: parseAsString,
  outcome: parseAsStringLiteral(meetingOutcomes),
};

export const loadMeetingFilters = createLoader(meetingParsers);

export type MeetingFilters = Awaited<ReturnType<typeof loadMeetingFilters>>;

/** A page of what the filters let through. */
export function asMeetingsInput({ words, person, project, outcome }: MeetingFilters) {
  return {
    ...(words?.trim() && { words: words.trim().slice(0, 200) }),
    ...(person?.trim() && { speaker: person.trim().slice(0, 100) }),
    ...(project && { projectId: project }),
    ...(outcome && { outcome }),
    limit: 50,
  };
}
