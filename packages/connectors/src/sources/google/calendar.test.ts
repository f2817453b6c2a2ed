import { startCalendar } from "../../../doubles/google/calendar-bench";
import { type CaseName, describeSource } from "../../../doubles/source.conformance";

const noFile = "an event has no file";
const noFolders = "a calendar has no folders";
const own = "a calendar that was taken away is gone as a whole";
const cannot: Partial<Record<CaseName, string>> = {
  "a new name keeps id and revision": "the name of an event is its content",
  "the account lost an item": own,
  "the account was given an item again": own,
  "a folder moved within the root loses nothing": noFolders,
  "a folder moved in brings all that is below it": noFolders,
  "a folder moved out takes all that is below it": noFolders,
  "an item that left what was chosen is outside, and comes back":
    "an event that is moved to another calendar is cancelled in this one",
  "the bytes are whole": noFile,
  "an item that went after it was listed": noFile,
  "an item that may not be read": noFile,
  "too many requests while fetching": noFile,
  "a body that is cut in the middle": noFile,
  "a body that is too short": noFile,
  "a connection that breaks before the body": noFile,
  "2 GB are never held": noFile,
  "an abort while fetching": noFile,
};

describeSource({ isJson: true, name: "Google Calendar", start: () => startCalendar(50), cannot });
