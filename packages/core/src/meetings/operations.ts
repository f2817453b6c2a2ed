import { changeFinding } from "./change-finding";
import { changeMeeting } from "./change-meeting";
import { changeWishes } from "./change-wishes";
import { findTurns } from "./find-turns";
import { getMeeting } from "./get-meeting";
import { getSettings } from "./get-settings";
import { getTranscript } from "./get-transcript";
import { getWishes } from "./get-wishes";
import { joinMeetings } from "./join-meetings";
import { listMeetings } from "./list-meetings";
import { setTone } from "./set-tone";
import { changeSpeaker } from "./speakers/change-speaker";
import { giveTurns } from "./speakers/give-turns";
import { mergeSpeakers } from "./speakers/merge-speakers";
import { findToUnderstand } from "./understanding/find-to-understand";
import { recordMeeting } from "./understanding/record-meeting";
import { understandAgain } from "./understanding/understand-again";
import { understandMeeting } from "./understanding/understand-meeting";
import { withdrawMeeting } from "./understanding/withdraw-meeting";

/** Every operation of the slice. */
export const meetingsOperations = [
  changeFinding,
  changeMeeting,
  changeSpeaker,
  changeWishes,
  findToUnderstand,
  findTurns,
  getMeeting,
  getSettings,
  getTranscript,
  getWishes,
  giveTurns,
  joinMeetings,
  listMeetings,
  mergeSpeakers,
  recordMeeting,
  setTone,
  understandAgain,
  understandMeeting,
  withdrawMeeting,
] as const;
