import { addSource } from "./add-source";
import { answerBrake } from "./answer-brake";
import { changeSource } from "./change-source";
import { compareSource } from "./compare-source";
import { claimItems } from "./fetching/claim-items";
import { describeSource } from "./fetching/describe-source";
import { fetchBatch } from "./fetching/fetch-batch";
import { releaseItems } from "./fetching/release-items";
import { settleItem } from "./fetching/settle-item";
import { takeSourceItem } from "./fetching/take-source-item";
import { findOrigin } from "./find-origin";
import { getItem } from "./get-item";
import { getSource } from "./get-source";
import { listItems } from "./list-items";
import { listLooks } from "./list-looks";
import { listRoots } from "./list-roots";
import { listSources } from "./list-sources";
import { claimListens } from "./listening/claim-listens";
import { listenSource } from "./listening/listen-source";
import { noteNews } from "./listening/note-news";
import { releaseListen } from "./listening/release-listen";
import { lookNow } from "./look-now";
import { claimDue } from "./looking/claim-due";
import { countSource } from "./looking/count-source";
import { endListing } from "./looking/end-listing";
import { erasePage } from "./looking/erase-page";
import { keepCount } from "./looking/keep-count";
import { loseCursor } from "./looking/lose-cursor";
import { noteBlock } from "./looking/note-block";
import { noteFailure } from "./looking/note-failure";
import { readWork } from "./looking/read-work";
import { recordChanges } from "./looking/record-changes";
import { recordPage } from "./looking/record-page";
import { startListing } from "./looking/start-listing";
import { syncStep } from "./looking/sync-step";
import { measurePace } from "./measure-pace";
import { pauseSource } from "./pause-source";
import { peopleOperations } from "./people/people-operations";
import { rehearseSource } from "./rehearse-source";
import { removeSource } from "./remove-source";
import { reportSource } from "./report-source";
import { resumeSource } from "./resume-source";
import { retryItems } from "./retry-items";
import { closeWatch } from "./watching/close-watch";
import { keepWatch } from "./watching/keep-watch";
import { openHook } from "./watching/open-hook";
import { renewWatch } from "./watching/renew-watch";

/** Every operation of the slice. */
export const sourcesOperations = [
  addSource,
  answerBrake,
  changeSource,
  claimDue,
  claimListens,
  listenSource,
  noteNews,
  releaseListen,
  claimItems,
  compareSource,
  countSource,
  describeSource,
  endListing,
  erasePage,
  fetchBatch,
  findOrigin,
  getItem,
  getSource,
  keepCount,
  listItems,
  listLooks,
  listRoots,
  listSources,
  lookNow,
  loseCursor,
  measurePace,
  noteBlock,
  noteFailure,
  pauseSource,
  readWork,
  recordChanges,
  recordPage,
  rehearseSource,
  releaseItems,
  removeSource,
  reportSource,
  resumeSource,
  retryItems,
  settleItem,
  startListing,
  syncStep,
  takeSourceItem,
  closeWatch,
  keepWatch,
  openHook,
  renewWatch,
  ...peopleOperations,
] as const;
