import { driveHands } from "../../../doubles/kit/drive-hands";
import { ANA, startMicrosoft } from "../../../doubles/microsoft/bench";
import { describeSource } from "../../../doubles/source.conformance";
import { createDriveSource } from "./drive";

const content = ({ path }: { path: string }) => path.startsWith("/_download/");
const lostAccess =
  "Graph tells of lost access to one item only to apps with the right Sites.FullControl.All";

describeSource({
  isJson: true,
  name: "a folder of OneDrive",
  start: () =>
    startMicrosoft({
      create: createDriveSource,
      content,
      prepare: (world) => {
        const drive = world.addDrive({ service: "microsoft", name: "OneDrive", owner: ANA });
        const folder = world.addFolder({ driveId: drive.id, name: "Chosen" }).id;
        const outside = world.addFolder({ driveId: drive.id, name: "Not chosen" }).id;
        return {
          root: { kind: "onedrive", drive: drive.id, folder },
          hands: driveHands(world, { drive, folder, outside }),
        };
      },
    }),
  cannot: {
    "the account lost an item": lostAccess,
    "the account was given an item again": lostAccess,
  },
});

const otherDrive = "what leaves a library gets a new id in another one";

describeSource({
  isJson: true,
  name: "a library of SharePoint",
  start: () =>
    startMicrosoft({
      create: createDriveSource,
      content,
      prepare: (world) => {
        const kind = "site";
        const drive = world.addDrive({
          service: "microsoft",
          kind,
          name: "Offers",
          members: [ANA],
        });
        return {
          root: { kind: "sharepoint", drive: drive.id },
          hands: driveHands(world, { drive, folder: null }),
        };
      },
    }),
  cannot: {
    "the account lost an item": lostAccess,
    "the account was given an item again": lostAccess,
    "a folder moved in brings all that is below it": otherDrive,
    "a folder moved out takes all that is below it": otherDrive,
    "an item that left what was chosen is outside, and comes back": otherDrive,
  },
});
