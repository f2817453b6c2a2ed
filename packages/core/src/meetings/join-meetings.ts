import { z } from "zod";
import { invalidInput } from "../errors";
import { meetingId } from "../ids";
import { command } from "../operation/command";
import { nothing } from "../shapes";
import { mustChangeMeeting } from "./contract/must-change";

/** Says that a meeting goes on an interrupted one, or with `into` null that it is one of its own again. */
export const joinMeetings = command("meetings.join-meetings", {
  title: "Join an interrupted meeting",
  permission: "document.correct",
  input: z.object({ id: meetingId, into: meetingId.nullable() }),
  output: nothing,
  doors: ["web"],

  async handle(tools, { id, into }) {
    const meeting = await mustChangeMeeting(tools, id);
    if (into !== null) {
      const first = await mustChangeMeeting(tools, into);
      if (into === id) invalidInput("A meeting cannot go on itself. Choose another one.");
      if (first.joinedInto !== null)
        invalidInput(`“${first.title}” goes on another meeting. Choose that one.`);
      if (meeting.parts.length > 0)
        invalidInput(
          `Other meetings go on “${meeting.title}”. Part them first, or join the other way round.`,
        );
    }
    await tools.meetings.update(id, { joinedInto: into });
    tools.changed({
      subject: id,
      before: { joinedInto: meeting.joinedInto },
      after: { joinedInto: into },
    });
  },
});
