import { answerClick } from "./answer-click";
import { beginInstalling } from "./begin-installing";
import { beginLinking } from "./begin-linking";
import { disconnectSlack } from "./disconnect-slack";
import { findMyAddress } from "./find-my-address";
import { findSlack } from "./find-slack";
import { finishInstalling } from "./finish-installing";
import { getSlack } from "./get-slack";
import { keepInstall } from "./keep-install";
import { keepLink } from "./keep-link";
import { listUnsent } from "./list-unsent";
import { noteSent } from "./note-sent";
import { removeInstall } from "./remove-install";
import { tellPerson } from "./tell-person";
import { unlinkMe } from "./unlink-me";

/** Every operation of the slice. */
export const slackOperations = [
  answerClick,
  beginInstalling,
  beginLinking,
  disconnectSlack,
  findMyAddress,
  findSlack,
  finishInstalling,
  getSlack,
  keepInstall,
  keepLink,
  listUnsent,
  noteSent,
  removeInstall,
  tellPerson,
  unlinkMe,
] as const;
