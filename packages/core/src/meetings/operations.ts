import { changeFinding } from "./change-finding";
import { changeMeeting } from "./change-meeting";
import { changeWishes } from "./change-wishes";
import { findTurns } from "./find-turns";
import { getMeeting } from "./get-meeting";
import { getSettings } from "./get-settings";
import { getTranscript } from "./get-transcript";
import { getWishes } from "./get-wishes";
import { joinMeetings } from "./join-meetings";
import { confirmLink } from "./linking/confirm-link";
import { findLinkCandidates } from "./linking/find-link-candidates";
import { linkDocument } from "./linking/link-document";
import { linkMeeting } from "./linking/link-meeting";
import { listLinks } from "./linking/list-links";
import { listOfDocument } from "./linking/list-of-document";
import { recordLinks } from "./linking/record-links";
import { removeLink } from "./linking/remove-link";
import { listMeetings } from "./list-meetings";
import { findMeetingsAround } from "./matching/find-meetings-around";
import { matchMeeting } from "./matching/match-meeting";
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
  confirmLink,
  findLinkCandidates,
  findMeetingsAround,
  findToUnderstand,
  findTurns,
  getMeeting,
  getSettings,
  getTranscript,
  getWishes,
  giveTurns,
  joinMeetings,
  linkDocument,
  linkMeeting,
  listLinks,
  listMeetings,
  listOfDocument,
  matchMeeting,
  mergeSpeakers,
  recordLinks,
  recordMeeting,
  removeLink,
  setTone,
  understandAgain,
  understandMeeting,
  withdrawMeeting,
] as const;
