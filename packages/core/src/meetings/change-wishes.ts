import { personOf } from "../access/person-of";
import { command } from "../operation/command";
import { nothing } from "../shapes";
import { MeetingWishes } from "./contract/wishes";

/** Changes when the caller wants briefs and reminders in this workspace. A choice that is left out stays. */
export const changeWishes = command("meetings.change-wishes", {
  title: "Change when I want briefs and reminders",
  permission: "notice.read",
  input: MeetingWishes.partial(),
  output: nothing,
  doors: ["web"],
  audit: { notAudited: "It changes only the notices of its caller." },

  async handle({ meetingChoices, actor }, changes) {
    const { id } = personOf(actor);
    const before = await meetingChoices.wishesOf(id);
    const { briefMinutes = before.briefMinutes, zone = before.zone } = changes;
    const { isBriefedEvening = before.isBriefedEvening, isReminded = before.isReminded } = changes;
    await meetingChoices.putWishes(id, { briefMinutes, zone, isBriefedEvening, isReminded });
  },
});
