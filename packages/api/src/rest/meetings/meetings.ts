import { MeetingDetail } from "@besunny/core/meetings/contract/meeting";
import { getMeeting } from "@besunny/core/meetings/get-meeting";
import { getTranscript } from "@besunny/core/meetings/get-transcript";
import { listMeetings } from "@besunny/core/meetings/list-meetings";
import { createRoute } from "@hono/zod-openapi";
import { answers, createRestApp, reply } from "../contract";
import { offers } from "../offers";
import { limitOf, paging, when, wholeNumber } from "../wire";

const tags = ["Meetings"];
const ofMeeting = getMeeting.input.pick({ id: true });

const list = createRoute({
  method: "get",
  path: "/meetings",
  operationId: "listMeetings",
  ...offers(listMeetings),
  tags,
  summary: "List the meetings whose transcript you see, the latest first.",
  request: {
    query: listMeetings.input.extend({ ...paging, from: when.optional(), to: when.optional() }),
  },
  responses: answers({ 200: { description: "A page of meetings", schema: listMeetings.output } }),
});

const get = createRoute({
  method: "get",
  path: "/meetings/{id}",
  operationId: "getMeeting",
  ...offers(getMeeting),
  tags,
  summary:
    "Get a meeting: speakers, turns with their times, and what was found, with its evidence.",
  request: { params: ofMeeting },
  responses: answers({ 200: { description: "The meeting", schema: MeetingDetail } }),
});

const transcript = createRoute({
  method: "get",
  path: "/meetings/{id}/transcript",
  operationId: "getTranscript",
  ...offers(getTranscript),
  tags,
  summary: "Get the turns of a meeting with their words.",
  request: {
    params: ofMeeting,
    query: getTranscript.input.omit({ id: true }).extend({
      from: wholeNumber({ least: 1, most: 1_000_000 }).default(1).openapi({ default: 1 }),
      limit: limitOf({ most: 1_000, usual: 300 }),
    }),
  },
  responses: answers({ 200: { description: "Turns", schema: getTranscript.output } }),
});

/** Meetings, as they were understood of transcripts. */
export const meetingRoutes = createRestApp();

meetingRoutes.openapi(list, async (c) =>
  reply(listMeetings.output, await listMeetings(c.var.workspace, c.req.valid("query"))),
);

meetingRoutes.openapi(get, async (c) =>
  reply(MeetingDetail, await getMeeting(c.var.workspace, c.req.valid("param"))),
);

meetingRoutes.openapi(transcript, async (c) =>
  reply(
    getTranscript.output,
    await getTranscript(c.var.workspace, { ...c.req.valid("query"), ...c.req.valid("param") }),
  ),
);
