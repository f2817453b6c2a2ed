import { beginConnecting } from "@besunny/core/connections/begin-connecting";
import { connectMailbox } from "@besunny/core/connections/connect-mailbox";
import { disconnect } from "@besunny/core/connections/disconnect";
import { listConnections } from "@besunny/core/connections/list-connections";
import { listProviders } from "@besunny/core/connections/list-providers";
import { reconnect } from "@besunny/core/connections/reconnect";
import { testConnection } from "@besunny/core/connections/test-connection";
import { listConnectors } from "@besunny/core/platform/sources/list-connectors";
import { findOrigin } from "@besunny/core/sources/find-origin";
import { getItem } from "@besunny/core/sources/get-item";
import { getSource } from "@besunny/core/sources/get-source";
import { listItems } from "@besunny/core/sources/list-items";
import { listLooks } from "@besunny/core/sources/list-looks";
import { listSources } from "@besunny/core/sources/list-sources";

import { router } from "../init";
import { mutation, platformQuery, query } from "../operations";

export const connectionsRouter = router({
  list: query(listConnections),
  providers: query(listProviders),
  begin: mutation(beginConnecting),
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
});

export const adminConnectorsRouter = router({ list: platformQuery(listConnectors) });
