import { startGmail } from "../../../doubles/google/mail-bench";
import { type CaseName, describeSource } from "../../../doubles/source.conformance";

const neverChanges = "a message never changes";
const noFolders = "labels are no folders";
const ownMailbox = "a mailbox is read by its owner alone";
const cannot: Partial<Record<CaseName, string>> = {
  "an item that changes during the listing": neverChanges,
  "an edit changes the revision": neverChanges,
  "a new name keeps id and revision": neverChanges,
  "names that are odd": "a listing has no names; they come with the message",
  "the account lost an item": ownMailbox,
  "the account was given an item again": ownMailbox,
  "a folder moved within the root loses nothing": noFolders,
  "a folder moved in brings all that is below it": noFolders,
  "a folder moved out takes all that is below it": noFolders,
  "2 GB are never held": "a message of Gmail has 50 MB at most, and comes inside JSON",
};

describeSource({ isJson: true, name: "A mailbox of Gmail", start: () => startGmail(null), cannot });
describeSource({
  isJson: true,
  name: "A label of Gmail",
  start: () => startGmail("Label_quay", 50),
  cannot,
});
