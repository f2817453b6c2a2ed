import { startDropbox } from "../../../doubles/dropbox/bench";
import { describeSource } from "../../../doubles/source.conformance";

const own = "what a person is no longer shared with is told as deleted";

describeSource({
  isJson: true,
  name: "a folder of Dropbox",
  start: startDropbox,
  cannot: {
    "the account lost an item": own,
    "the account was given an item again": own,
    "an item that left what was chosen is outside, and comes back":
      "what leaves a folder is told as deleted",
    "names that are odd":
      "a slash parts the names of a path; the other names have a test of their own",
  },
});
