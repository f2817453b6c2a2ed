import { beginConnecting } from "@besunny/core/connections/begin-connecting";
import { connectMailbox } from "@besunny/core/connections/connect-mailbox";
import { disconnect } from "@besunny/core/connections/disconnect";
import { finishConnecting } from "@besunny/core/connections/finish-connecting";
import { listConnections } from "@besunny/core/connections/list-connections";
import { listProviders } from "@besunny/core/connections/list-providers";
import { reconnect } from "@besunny/core/connections/reconnect";
import { testConnection } from "@besunny/core/connections/test-connection";
import { listConnectors } from "@besunny/core/platform/sources/list-connectors";
import { addSource } from "@besunny/core/sources/add-source";
import { answerBrake } from "@besunny/core/sources/answer-brake";
import { changeSource } from "@besunny/core/sources/change-source";
import { compareSource } from "@besunny/core/sources/compare-source";
import { findOrigin } from "@besunny/core/sources/find-origin";
import { getItem } from "@besunny/core/sources/get-item";
import { getSource } from "@besunny/core/sources/get-source";
import { listItems } from "@besunny/core/sources/list-items";
import { listLooks } from "@besunny/core/sources/list-looks";
import { listRoots } from "@besunny/core/sources/list-roots";
import { listSources } from "@besunny/core/sources/list-sources";
import { lookNow } from "@besunny/core/sources/look-now";
import { pauseSource } from "@besunny/core/sources/pause-source";
import { confirmPerson } from "@besunny/core/sources/people/confirm-person";
import { listPeople } from "@besunny/core/sources/people/list-people";
import { withdrawPerson } from "@besunny/core/sources/people/withdraw-person";
import { rehearseSource } from "@besunny/core/sources/rehearse-source";
import { removeSource } from "@besunny/core/sources/remove-source";
import { reportSource } from "@besunny/core/sources/report-source";
import { resumeSource } from "@besunny/core/sources/resume-source";
import { retryItems } from "@besunny/core/sources/retry-items";

import { router } from "../init";
import { mutation, platformQuery, query } from "../operations";

export const connectionsRouter = router({
  list: query(listConnections),
  providers: query(listProviders),
  begin: mutation(beginConnecting),
  finish: mutation(finishConnecting),
  connectMailbox: mutation(connectMailbox),
  test: mutation(testConnection),
  reconnect: mutation(reconnect),
  disconnect: mutation(disconnect),
});

export const sourcesRouter = router({
  list: query(listSources),
  get: query(getSource),
  items: query(listItems),
  item: query(getItem),
  looks: query(listLooks),
  origin: query(findOrigin),
  roots: query(listRoots),
  rehearse: query(rehearseSource),
  add: mutation(addSource),
  change: mutation(changeSource),
  lookNow: mutation(lookNow),
  compare: mutation(compareSource),
  pause: mutation(pauseSource),
  resume: mutation(resumeSource),
  answer: mutation(answerBrake),
  retryItems: mutation(retryItems),
  remove: mutation(removeSource),
  report: query(reportSource),
  people: query(listPeople),
  confirmPerson: mutation(confirmPerson),
  withdrawPerson: mutation(withdrawPerson),
});

export const adminConnectorsRouter = router({ list: platformQuery(listConnectors) });
