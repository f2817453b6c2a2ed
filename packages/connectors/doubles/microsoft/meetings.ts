import type { CallTranscript } from "@microsoft/microsoft-graph-types";

import type { Answer, Asked, Route } from "../serving/asked";
import type { WorldTranscript } from "../world";
import { notFound, offsetPage, one, page, refusal, type Settings } from "./answers";
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
  const own = (path: string, answer: (asked: Asked) => Answer): Route => ({
    method: "GET",
    path: `/v1.0/me/onlineMeetings${path}`,
    answer: (asked) => (hasRight(asked) ? answer(asked) : missingRight()),
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
    route(":meeting/transcripts/:transcript/content", (asked) =>
      content(asked, ofOrganiser(asked)),
    ),
    own("", meetingAt),
    own("/:meeting/transcripts", (asked) => {
      const found = ofCaller(asked).filter(({ meetingId }) => meetingId === asked.params.meeting);
      return offsetPage("CallTranscript", found.map(json), asked, settings);
    }),
    own("/:meeting/transcripts/:transcript/content", (asked) => content(asked, ofCaller(asked))),
    {
      method: "GET",
      path: "/v1.0/users",
      answer: (asked) => {
        const people = [...asked.world.people.values()];
        const users = people.map(({ address, name }) => ({
          id: userIdOf(address),
          displayName: name,
        }));
        return offsetPage("User", users, asked, settings);
      },
    },
  ];
}

export const userIdOf = (address: string) => `user-${address}`;

function refusedFor({ caller, params }: Asked, { policyFor }: Settings): Answer | null {
  if (!hasRight({ caller })) return missingRight();
  if (!policyFor || policyFor.includes(params.user ?? "")) return null;
  const message =
    "No application access policy found for this app, it is not allowed to perform operations on the user.";
  return refusal(403, "Forbidden", message);
}

const hasRight = ({ caller }: Pick<Asked, "caller">) => caller?.scopes.includes(RIGHT) ?? false;

function missingRight(): Answer {
  const message = `Missing scope permissions on the request. API requires one of '${RIGHT}'.`;
  return refusal(403, "Forbidden", message);
}

const ofCaller = ({ world, caller }: Asked): WorldTranscript[] =>
  [...world.transcripts.values()].filter(({ organiser }) => organiser === caller?.address);

/** A meeting is found by the link to join it, whole, by the person who organised it. */
function meetingAt(asked: Asked): Answer {
  const link = /^JoinWebUrl eq '(.*)'$/.exec(asked.query.get("$filter") ?? "")?.[1];
  if (!link) return refusal(400, "BadRequest", "Filter expression expected - JoinWebUrl eq.");
  const found = ofCaller(asked).find(({ meetingId }) => joinUrlOf(meetingId) === link);
  if (!found) return notFound();
  const meeting = { id: found.meetingId, subject: found.subject, joinWebUrl: link };
  return page("OnlineMeeting", [meeting], { select: null });
}

/** The link to join a meeting of the world. */
export const joinUrlOf = (meetingId: string) => `https://teams.example/l/meetup-join/${meetingId}`;

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

function content(asked: Asked, transcripts: readonly WorldTranscript[]): Answer {
  const { meeting, transcript } = asked.params;
  const found = transcripts.find((one) => one.id === transcript && one.meetingId === meeting);
  if (!found) return notFound();
  const format = asked.query.get("$format");
  if (!format || !TYPES.includes(format)) return refusal(400, "BadRequest", "Invalid format");
  return { text: found.vtt, headers: { "content-type": "text/vtt" }, units: 1 };
}
