import type { CallTranscript } from "@microsoft/microsoft-graph-types";

import type { Answer, Asked, Route } from "../serving/asked";
import type { WorldTranscript } from "../world";
import { notFound, offsetPage, one, refusal, type Settings } from "./answers";
import { answerDelta, type Feed } from "./deltas";

const RIGHT = "OnlineMeetingTranscript.Read.All";
const TYPES = ["text/vtt"];

/** The routes of transcripts: for apps of an organisation, whose administrator granted a policy for the organiser. */
export function meetingRoutes(settings: Settings): Route[] {
  const all = "getAllTranscripts(meetingOrganizerUserId=':organiser')";
  const route = (path: string, answer: (asked: Asked) => Answer): Route => ({
    method: "GET",
    path: `/v1.0/users/:user/onlineMeetings/${path}`,
    answer: (asked) => refusedFor(asked, settings) ?? answer(asked),
  });
  return [
    route(`${all}/delta`, (asked) => answerDelta(asked, feedOf(asked), settings)),
    route(all, (asked) =>
      offsetPage("CallTranscript", ofOrganiser(asked).map(json), asked, settings),
    ),
    route(":meeting", (asked) => {
      const found = ofOrganiser(asked).find(({ meetingId }) => meetingId === asked.params.meeting);
      if (!found) return notFound();
      return one("OnlineMeeting", { id: found.meetingId, subject: found.subject }, asked);
    }),
    route(":meeting/transcripts/:transcript/content", content),
  ];
}

export const userIdOf = (address: string) => `user-${address}`;

function refusedFor({ caller, params }: Asked, { policyFor }: Settings): Answer | null {
  if (!caller?.scopes.includes(RIGHT)) {
    const message = `Missing scope permissions on the request. API requires one of '${RIGHT}'.`;
    return refusal(403, "Forbidden", message);
  }
  if (!policyFor || policyFor.includes(params.user ?? "")) return null;
  const message =
    "No application access policy found for this app, it is not allowed to perform operations on the user.";
  return refusal(403, "Forbidden", message);
}

const ofOrganiser = ({ world, params }: Asked): WorldTranscript[] =>
  [...world.transcripts.values()].filter(({ organiser }) => userIdOf(organiser) === params.user);

const json = ({ id, meetingId, createdAt }: WorldTranscript): CallTranscript => ({
  id,
  meetingId,
  createdDateTime: createdAt.toISOString(),
});

function feedOf(asked: Asked): Feed {
  const { world } = asked;
  return {
    type: "CallTranscript",
    place: asked.params.user ?? "",
    isDrive: false,
    listed: () => ofOrganiser(asked).map(json),
    changed: (since, until) => {
      const ids = world.journal.slice(since, until).map(({ id }) => id);
      return ofOrganiser(asked)
        .filter(({ id }) => ids.includes(id))
        .map(json);
    },
  };
}

function content(asked: Asked): Answer {
  const { meeting, transcript } = asked.params;
  const found = ofOrganiser(asked).find(
    (one) => one.id === transcript && one.meetingId === meeting,
  );
  if (!found) return notFound();
  const format = asked.query.get("$format");
  if (!format || !TYPES.includes(format)) return refusal(400, "BadRequest", "Invalid format");
  return { text: found.vtt, headers: { "content-type": "text/vtt" }, units: 1 };
}
