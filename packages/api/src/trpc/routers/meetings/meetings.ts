import { changeFinding } from "@besunny/core/meetings/change-finding";
import { changeMeeting } from "@besunny/core/meetings/change-meeting";
import { changeWishes } from "@besunny/core/meetings/change-wishes";
import { getMeeting } from "@besunny/core/meetings/get-meeting";
import { getSettings } from "@besunny/core/meetings/get-settings";
import { getTranscript } from "@besunny/core/meetings/get-transcript";
import { getWishes } from "@besunny/core/meetings/get-wishes";
import { joinMeetings } from "@besunny/core/meetings/join-meetings";
import { confirmLink } from "@besunny/core/meetings/linking/confirm-link";
import { linkDocument } from "@besunny/core/meetings/linking/link-document";
import { listLinks } from "@besunny/core/meetings/linking/list-links";
import { listOfDocument } from "@besunny/core/meetings/linking/list-of-document";
import { removeLink } from "@besunny/core/meetings/linking/remove-link";
import { listMeetings } from "@besunny/core/meetings/list-meetings";
import { setTone } from "@besunny/core/meetings/set-tone";
import { changeSpeaker } from "@besunny/core/meetings/speakers/change-speaker";
import { giveTurns } from "@besunny/core/meetings/speakers/give-turns";
import { mergeSpeakers } from "@besunny/core/meetings/speakers/merge-speakers";

import { router } from "../../init";
import { mutation, query } from "../../operations";

export const meetingsRouter = router({
  list: query(listMeetings),
  get: query(getMeeting),
  transcript: query(getTranscript),
  change: mutation(changeMeeting),
  changeFinding: mutation(changeFinding),
  changeSpeaker: mutation(changeSpeaker),
  mergeSpeakers: mutation(mergeSpeakers),
  giveTurns: mutation(giveTurns),
  links: query(listLinks),
  ofDocument: query(listOfDocument),
  linkDocument: mutation(linkDocument),
  confirmLink: mutation(confirmLink),
  removeLink: mutation(removeLink),
  join: mutation(joinMeetings),
  wishes: query(getWishes),
  changeWishes: mutation(changeWishes),
  settings: query(getSettings),
  setTone: mutation(setTone),
});
