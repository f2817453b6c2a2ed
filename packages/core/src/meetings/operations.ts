import { changeFinding } from "./change-finding";
import { changeMeeting } from "./change-meeting";
import { findTurns } from "./find-turns";
import { getMeeting } from "./get-meeting";
import { getSettings } from "./get-settings";
import { getTranscript } from "./get-transcript";
import { joinMeetings } from "./join-meetings";
import { listMeetings } from "./list-meetings";
import { setTone } from "./set-tone";
import { changeSpeaker } from "./speakers/change-speaker";
import { giveTurns } from "./speakers/give-turns";
import { mergeSpeakers } from "./speakers/merge-speakers";
import { findToUnderstand } from "./understanding/find-to-understand";
import { recordMeeting } from "./understanding/record-meeting";
import { understandMeeting } from "./understanding/understand-meeting";
import { withdrawMeeting } from "./understanding/withdraw-meeting";

/** Every operation of the slice. */
export const meetingsOperations = [
  changeFinding,
  changeMeeting,
  changeSpeaker,
  findToUnderstand,
  findTurns,
  getMeeting,
  getSettings,
  getTranscript,
  giveTurns,
  joinMeetings,
  listMeetings,
  mergeSpeakers,
  recordMeeting,
  setTone,
  understandMeeting,
  withdrawMeeting,
] as const;
