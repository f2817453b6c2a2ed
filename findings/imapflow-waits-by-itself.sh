#!/usr/bin/env bash
# An IMAP client waits and asks again by itself when a server asks for a pause, and tells nobody until it has given up.
#
# Version: imapflow 2.10.2
# Seen: a server that answers FETCH with "BAD Request is throttled. Suggested Backoff Time: 1500 milliseconds" gets the same FETCH
#   four times, each after a wait. The caller waits as long, up to five minutes each time, and then sees the code ETHROTTLE.
# Expected: the first answer as an error, with the time that was asked for, so that the caller can pause all its workers.
# Why it matters: a limiter that never sees the first refusal lets other workers run into the same limit.
# Way out: a `logger` whose `warn` reads `throttleDelay` closes the connection on the next turn of the event loop. The wait then ends, and the
#   request rejects at once.
#
# Needs Node 20 or later and npm.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --ignore-scripts --loglevel=error --save-exact imapflow@2.10.2 > npm.log

cat > see.mjs <<'JS'
import assert from "node:assert/strict";
import { createServer } from "node:net";
import { ImapFlow } from "imapflow";

const WAIT_MS = 1500;
let fetches = 0;
const server = createServer((socket) => {
  socket.write("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR] ready\r\n");
  socket.on("error", () => {});
  socket.on("data", (bytes) => {
    for (const line of bytes.toString().split("\r\n")) {
      const [tag, command = ""] = line.split(" ");
      if (!tag) continue;
      const isFetch = line.includes("FETCH");
      if (isFetch) fetches += 1;
      if (command === "LIST") socket.write('* LIST () "." INBOX\r\n');
      if (command === "SELECT" || command === "EXAMINE")
        socket.write("* 1 EXISTS\r\n* OK [UIDVALIDITY 1] ok\r\n* OK [UIDNEXT 2] ok\r\n");
      const throttled = `BAD Request is throttled. Suggested Backoff Time: ${WAIT_MS} milliseconds`;
      socket.write(`${tag} ${isFetch ? throttled : "OK done"}\r\n`);
    }
  });
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));

async function ask(logger, onClient = () => {}) {
  const { port } = server.address();
  const auth = { user: "ana", pass: "secret" };
  const client = new ImapFlow({ host: "127.0.0.1", port, secure: false, auth, logger, disableAutoIdle: true });
  client.on("error", () => {});
  onClient(client);
  await client.connect();
  await client.mailboxOpen("INBOX", { readOnly: true });
  fetches = 0;
  const began = Date.now();
  const error = await client.fetchAll("1:*", { uid: true }).then(() => null, (error) => error);
  client.close();
  return { code: error?.code, fetches, seconds: (Date.now() - began) / 1000 };
}

const alone = await ask(false);
console.log("alone:", alone);
let own;
const quiet = () => {};
const warn = ({ throttleDelay }) => throttleDelay && setImmediate(() => own.close());
const stopped = await ask({ debug: quiet, info: quiet, error: quiet, warn }, (client) => {
  own = client;
});
console.log("with the way out:", stopped);
server.close();

assert.equal(alone.code, "ETHROTTLE");
assert.equal(alone.fetches, 4);
assert.ok(alone.seconds > 4);
assert.equal(stopped.fetches, 1);
assert.ok(stopped.seconds < 1.5);
console.log("As seen before: four requests in place of one.");
JS
node see.mjs
