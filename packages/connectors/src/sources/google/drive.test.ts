import { startDrive } from "../../../doubles/google/drive-bench";
import { describeSource } from "../../../doubles/source.conformance";

describeSource({ isJson: true, name: "A folder of Drive", start: () => startDrive("folder") });
describeSource({
  name: "A folder of a shared drive",
  start: () => startDrive("shared-folder", 50),
});
describeSource({ isJson: true, name: "A shared drive", start: () => startDrive("shared", 50) });
const ownerLosesNothing = "an owner cannot lose a file";
describeSource({
  isJson: true,
  name: "My Drive",
  start: () => startDrive("mine", 50),
  cannot: {
    "the account lost an item": ownerLosesNothing,
    "the account was given an item again": ownerLosesNothing,
  },
});
